package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/**
 * Pages too far from the rest of their ladder for its window: sorted by their number, in runs of at most 64.
 *
 * <p>A place is {@code run position << 6 | index in the run}; it is good until the next insert or remove. Finding costs
 * a binary search, changing moves at most one run and, when a run splits or ends, the list of runs.
 */
final class FarPages {
    private static final int RUN_SHIFT = 6;
    private static final int RUN = 1 << RUN_SHIFT;
    private static final int INDEX_MASK = RUN - 1;

    private int[] runs = new int[4]; // sorted; a run's own index in the arrays below
    private int runCount;
    private int opened; // runs that ever held pages
    private long[] numbers = new long[4 << RUN_SHIFT];
    private int[] pages = new int[4 << RUN_SHIFT];
    private int[] sizes = new int[4];
    private int size;

    int size() {
        return size;
    }

    int first() {
        return size == 0 ? NONE : 0;
    }

    int last() {
        return size == 0 ? NONE : runCount - 1 << RUN_SHIFT | sizes[runs[runCount - 1]] - 1;
    }

    long number(int place) {
        return numbers[at(place)];
    }

    int page(int place) {
        return pages[at(place)];
    }

    /** The place of the highest number that is not above, or {@link OrderPool#NONE}. */
    int floor(long number) {
        if (size == 0) return NONE;
        int run = runFor(number);
        int index = indexFor(runs[run], number);
        if (index < sizes[runs[run]] && numbers[(runs[run] << RUN_SHIFT) + index] == number) {
            return run << RUN_SHIFT | index;
        }
        return index == 0 ? NONE : run << RUN_SHIFT | index - 1; // only the first run can be above as a whole
    }

    /** The place of the lowest number that is not below, or {@link OrderPool#NONE}. */
    int ceiling(long number) {
        int floor = floor(number);
        if (floor != NONE && number(floor) == number) return floor;
        return floor == NONE ? first() : after(floor);
    }

    int after(int place) {
        int run = place >> RUN_SHIFT;
        if ((place & INDEX_MASK) + 1 < sizes[runs[run]]) return place + 1;
        return run + 1 < runCount ? run + 1 << RUN_SHIFT : NONE;
    }

    int find(long number) {
        int place = floor(number);
        return place != NONE && number(place) == number ? page(place) : NONE;
    }

    void insert(long number, int page) {
        if (runCount == 0) openRun(0);
        int position = runFor(number);
        if (sizes[runs[position]] == RUN) {
            split(position);
            position = runFor(number);
        }
        int run = runs[position];
        int index = indexFor(run, number);
        int at = (run << RUN_SHIFT) + index;
        System.arraycopy(numbers, at, numbers, at + 1, sizes[run] - index);
        System.arraycopy(pages, at, pages, at + 1, sizes[run] - index);
        numbers[at] = number;
        pages[at] = page;
        sizes[run]++;
        size++;
    }

    void removeAt(int place) {
        int position = place >> RUN_SHIFT;
        int run = runs[position];
        int index = place & INDEX_MASK;
        int at = (run << RUN_SHIFT) + index;
        int moved = --sizes[run] - index;
        System.arraycopy(numbers, at + 1, numbers, at, moved);
        System.arraycopy(pages, at + 1, pages, at, moved);
        size--;
        if (sizes[run] == 0) closeRun(position);
    }

    private int at(int place) {
        return (runs[place >> RUN_SHIFT] << RUN_SHIFT) + (place & INDEX_MASK);
    }

    /** Position of the last run that starts at or below the number, or the first run. */
    private int runFor(long number) {
        int low = 0;
        int high = runCount - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (numbers[runs[middle] << RUN_SHIFT] <= number) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** Index of the first entry of the run that is not below the number. */
    private int indexFor(int run, long number) {
        int first = run << RUN_SHIFT;
        int low = 0;
        int high = sizes[run];
        while (low < high) {
            int middle = low + high >>> 1;
            if (numbers[first + middle] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void split(int position) {
        int full = runs[position];
        openRun(position + 1);
        int fresh = runs[position + 1];
        int half = RUN / 2;
        System.arraycopy(numbers, (full << RUN_SHIFT) + half, numbers, fresh << RUN_SHIFT, half);
        System.arraycopy(pages, (full << RUN_SHIFT) + half, pages, fresh << RUN_SHIFT, half);
        sizes[full] = half;
        sizes[fresh] = half;
    }

    /** Runs not in use stand behind those in use, so the list of runs is its own free list. */
    private void openRun(int position) {
        if (runCount == opened) grow();
        int run = runs[runCount];
        System.arraycopy(runs, position, runs, position + 1, runCount - position);
        runs[position] = run;
        runCount++;
    }

    private void closeRun(int position) {
        int run = runs[position];
        runCount--;
        System.arraycopy(runs, position + 1, runs, position, runCount - position);
        runs[runCount] = run;
    }

    private void grow() {
        if (opened == runs.length) {
            runs = Arrays.copyOf(runs, opened << 1);
            sizes = Arrays.copyOf(sizes, opened << 1);
            numbers = Arrays.copyOf(numbers, opened << RUN_SHIFT + 1);
            pages = Arrays.copyOf(pages, opened << RUN_SHIFT + 1);
        }
        runs[opened] = opened;
        opened++;
    }
}
