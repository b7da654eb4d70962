package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/**
 * Which pages a ladder has, and where on the price axis: a window of at most 4,096 pages (262,144 ticks) with two
 * levels of bitmaps over it, and a sorted fallback for pages beyond.
 *
 * <p>The window starts with 16 pages, grows to what the pages span, and slides. When they span more than it can hold,
 * it follows the ladder's best page. Moving costs a step a page, so it is done only after as many visits beyond the
 * window as it will cost steps: nobody can make it move for nothing.
 */
final class PageDirectory {
    static final int MAX_WINDOW = 1 << 12;

    private static final int FIRST_WINDOW = 16;
    private static final int WORD = 6;
    private static final FarPages NO_PAGES = new FarPages();

    private final boolean highestIsBest;
    private int[] window = new int[FIRST_WINDOW];
    private long[] words = new long[1]; // a bit for each page of the window
    private long summary; // a bit for each word that is not zero
    private long base; // page number at the window's index 0
    private int nearPages;
    private int visitsBeyond;
    private FarPages far = NO_PAGES;

    PageDirectory(boolean highestIsBest) {
        this.highestIsBest = highestIsBest;
        Arrays.fill(window, NONE);
    }

    /** The page at this number, or {@link OrderPool#NONE}. */
    int find(long number) {
        int[] w = window;
        long index = number - base;
        if (index >= 0 && index < w.length) return w[(int) index];
        return findBeyond(number);
    }

    void insert(long number, int page) {
        if (!isNear(number) && !mayMoveFor(number)) insertFar(number, page);
        else insertNear((int) (number - base), page);
    }

    void remove(long number) {
        long index = number - base;
        if (index >= 0 && index < window.length) removeNear((int) index);
        else far.removeAt(far.floor(number));
    }

    /** The page with the best prices, or {@link OrderPool#NONE}. */
    int best() {
        return highestIsBest ? highest() : lowest();
    }

    /** The page with the next best prices after those of page {@code number}, or {@link OrderPool#NONE}. */
    int worse(long number) {
        return highestIsBest ? below(number) : above(number);
    }

    private int highest() {
        if (far.size() > 0) {
            int last = far.last();
            if (nearPages == 0 || far.number(last) > base) return far.page(last);
        }
        return nearPages == 0 ? NONE : window[lastNear()];
    }

    private int lowest() {
        if (far.size() > 0) {
            int first = far.first();
            if (nearPages == 0 || far.number(first) < base) return far.page(first);
        }
        return nearPages == 0 ? NONE : window[firstNear()];
    }

    private int below(long number) {
        int near = nearBelow(number);
        if (near != NONE && number <= base + window.length) return window[near];
        int place = far.floor(number - 1);
        if (place == NONE) return near == NONE ? NONE : window[near];
        return near == NONE || far.number(place) > base + near ? far.page(place) : window[near];
    }

    private int above(long number) {
        int near = nearAbove(number);
        if (near != NONE && number >= base - 1) return window[near];
        int place = far.ceiling(number + 1);
        if (place == NONE) return near == NONE ? NONE : window[near];
        return near == NONE || far.number(place) < base + near ? far.page(place) : window[near];
    }

    // ---- inside the window

    private boolean isNear(long number) {
        long index = number - base;
        return index >= 0 && index < window.length;
    }

    private void insertNear(int index, int page) {
        window[index] = page;
        words[index >> WORD] |= 1L << index;
        summary |= 1L << (index >> WORD);
        nearPages++;
    }

    private void removeNear(int index) {
        window[index] = NONE;
        nearPages--;
        long word = words[index >> WORD] & ~(1L << index);
        words[index >> WORD] = word;
        if (word == 0) summary &= ~(1L << (index >> WORD));
    }

    private int lastNear() {
        int word = 63 - Long.numberOfLeadingZeros(summary);
        return word << WORD | 63 - Long.numberOfLeadingZeros(words[word]);
    }

    private int firstNear() {
        int word = Long.numberOfTrailingZeros(summary);
        return word << WORD | Long.numberOfTrailingZeros(words[word]);
    }

    /** The highest index in use whose page number is below this one. */
    private int nearBelow(long number) {
        long index = number - base;
        if (nearPages == 0 || index <= 0) return NONE;
        if (index >= window.length) return lastNear();
        int word = (int) index >> WORD;
        long bits = words[word] & (1L << index) - 1;
        if (bits == 0) {
            long lower = summary & (1L << word) - 1;
            if (lower == 0) return NONE;
            word = 63 - Long.numberOfLeadingZeros(lower);
            bits = words[word];
        }
        return word << WORD | 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The lowest index in use whose page number is above this one. */
    private int nearAbove(long number) {
        long index = number - base;
        if (nearPages == 0 || index >= window.length - 1) return NONE;
        if (index < 0) return firstNear();
        int word = (int) index >> WORD;
        long bits = words[word] & -2L << index;
        if (bits == 0) {
            long upper = summary & -2L << word;
            if (upper == 0) return NONE;
            word = Long.numberOfTrailingZeros(upper);
            bits = words[word];
        }
        return word << WORD | Long.numberOfTrailingZeros(bits);
    }

    // ---- beyond the window

    private int findBeyond(long number) {
        if (visitsBeyond < MAX_WINDOW) visitsBeyond++;
        return far.find(number);
    }

    private void insertFar(long number, int page) {
        if (far == NO_PAGES) far = new FarPages();
        far.insert(number, page);
    }

    /** Moves or grows the window if that is due and brings the number into it. */
    private boolean mayMoveFor(long number) {
        if (nearPages >> WORD > visitsBeyond) return false;
        long low = nearPages == 0 ? number : Math.min(number, base + firstNear());
        long high = nearPages == 0 ? number : Math.max(number, base + lastNear());
        if (high - low < MAX_WINDOW) {
            int size = windowFor((int) (high - low) + 1);
            moveTo(low - (size - (high - low) >> 1), size);
        } else {
            if (nearPages > visitsBeyond || !isBeyondBest(number)) return false;
            moveTo(number - MAX_WINDOW / 2, MAX_WINDOW);
        }
        return true;
    }

    private boolean isBeyondBest(long number) {
        return highestIsBest ? number > base : number < base;
    }

    /** Twice what is needed, so that a drift does not move the window with every page. */
    private int windowFor(int span) {
        int size = window.length;
        while (size < MAX_WINDOW && size < span << 1) size <<= 1;
        return size;
    }

    private void moveTo(long newBase, int size) {
        if (size > window.length) {
            int grown = window.length;
            window = Arrays.copyOf(window, size);
            Arrays.fill(window, grown, size, NONE);
            words = Arrays.copyOf(words, Math.max(1, size >> WORD));
        }
        long shift = base - newBase;
        base = newBase;
        visitsBeyond = 0;
        if (shift > 0) shiftUp(shift);
        else if (shift < 0) shiftDown(shift);
        takeFromFar();
    }

    /** Pages get higher indexes: the highest first, so that none lands on one that has yet to move. */
    private void shiftUp(long shift) {
        int index = nearPages == 0 ? NONE : lastNear();
        while (index != NONE) {
            int lower = nearBelow(base + index);
            shift(index, shift);
            index = lower;
        }
    }

    private void shiftDown(long shift) {
        int index = nearPages == 0 ? NONE : firstNear();
        while (index != NONE) {
            int higher = nearAbove(base + index);
            shift(index, shift);
            index = higher;
        }
    }

    private void shift(int index, long shift) {
        int page = window[index];
        removeNear(index);
        long target = index + shift;
        if (target >= 0 && target < window.length) insertNear((int) target, page);
        else insertFar(base + target, page);
    }

    private void takeFromFar() {
        int place = far.size() == 0 ? NONE : far.ceiling(base);
        while (place != NONE && isNear(far.number(place))) {
            insertNear((int) (far.number(place) - base), far.page(place));
            far.removeAt(place);
            place = far.ceiling(base);
        }
    }
}
