package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/**
 * Every price level of the venue, in pages of 64 neighbouring ticks; shared by all books.
 *
 * <p>A level is a queue of orders, oldest first, with its open lots and its count. A page is one word that says which of
 * its levels hold orders, and 64 level records. A level's number is {@code page << 6 | offset}. A page without orders
 * goes back to the pool at once, so that an instrument costs what its open orders cost.
 *
 * <p>Threading: the core's thread only. Allocates only to double beyond the most pages it ever held.
 */
public final class LevelPool {
    static final int PAGE_SHIFT = 6;
    static final int OFFSET_MASK = (1 << PAGE_SHIFT) - 1;

    private static final int RECORD_SHIFT = 2;
    private static final int LOTS = 0;
    private static final int QUEUE = 1; // head|tail
    private static final int COUNT = 2;
    private static final long EMPTY_QUEUE = -1L;
    private static final long LOW = 0xFFFF_FFFFL;

    private final OrderPool orders;
    private long[] levels = new long[0];
    private long[] occupied = new long[0];
    private long[] numbers =
            new long[0]; // of a page in use its place on the price axis, of a free one the next free one
    private int usedPages;
    private int firstFree = NONE;

    public LevelPool(OrderPool orders, int expectedPages) {
        this.orders = orders;
        resize(Math.max(expectedPages, 16));
    }

    /** An empty page at {@code number} on its ladder's price axis: it covers the ticks from {@code number * 64} on. */
    int claimPage(long number) {
        int page = firstFree;
        if (page != NONE) firstFree = (int) numbers[page];
        else page = freshPage();
        numbers[page] = number;
        return page;
    }

    void freePage(int page) {
        numbers[page] = firstFree;
        firstFree = page;
    }

    long pageNumber(int page) {
        return numbers[page];
    }

    /** Bit n says that the level at offset n holds orders. */
    long occupied(int page) {
        return occupied[page];
    }

    /** The order goes to the back of the level's queue. */
    void append(int level, int slot) {
        long[] l = levels;
        int at = level << RECORD_SHIFT;
        long queue = l[at + QUEUE];
        l[at + LOTS] += orders.openLots(slot);
        l[at + COUNT]++;
        orders.level(slot, level);
        if (queue == EMPTY_QUEUE) {
            occupied[level >> PAGE_SHIFT] |= 1L << level;
            orders.links(slot, NONE, NONE);
            l[at + QUEUE] = slot | (long) slot << 32;
        } else {
            int tail = (int) (queue >>> 32);
            orders.links(slot, NONE, tail);
            orders.next(tail, slot);
            l[at + QUEUE] = queue & LOW | (long) slot << 32;
        }
    }

    /** Takes an order out of its level. True: it was the level's last. */
    boolean unlink(int level, int slot) {
        long[] l = levels;
        int at = level << RECORD_SHIFT;
        l[at + LOTS] -= orders.openLots(slot);
        int next = orders.next(slot);
        int previous = orders.previous(slot);
        orders.level(slot, NONE);
        l[at + COUNT]--;
        if (next >= 0) orders.previous(next, previous);
        else l[at + QUEUE] = l[at + QUEUE] & LOW | (long) previous << 32;
        if (previous >= 0) orders.next(previous, next);
        else l[at + QUEUE] = l[at + QUEUE] & ~LOW | next & LOW;
        if ((next & previous) >= 0) return false;
        if (l[at + QUEUE] != EMPTY_QUEUE) return false;
        occupied[level >> PAGE_SHIFT] &= ~(1L << level);
        return true;
    }

    /** Open lots of the level went down by {@code lots} while its order kept its place. */
    void takeLots(int level, long lots) {
        levels[(level << RECORD_SHIFT) + LOTS] -= lots;
    }

    int oldest(int level) {
        return (int) levels[(level << RECORD_SHIFT) + QUEUE];
    }

    int youngest(int level) {
        return (int) (levels[(level << RECORD_SHIFT) + QUEUE] >>> 32);
    }

    long lots(int level) {
        return levels[(level << RECORD_SHIFT) + LOTS];
    }

    int count(int level) {
        return (int) levels[(level << RECORD_SHIFT) + COUNT];
    }

    long ticks(int level) {
        return numbers[level >> PAGE_SHIFT] << PAGE_SHIFT | level & OFFSET_MASK;
    }

    private int freshPage() {
        if (usedPages == numbers.length) resize(usedPages << 1);
        int page = usedPages++;
        int first = page << PAGE_SHIFT + RECORD_SHIFT;
        for (int i = 0; i <= OFFSET_MASK; i++) levels[first + (i << RECORD_SHIFT) + QUEUE] = EMPTY_QUEUE;
        return page;
    }

    private void resize(int pages) {
        levels = Arrays.copyOf(levels, pages << PAGE_SHIFT + RECORD_SHIFT);
        occupied = Arrays.copyOf(occupied, pages);
        numbers = Arrays.copyOf(numbers, pages);
    }
}
