package io.rialto.engine.book;

import static io.rialto.engine.book.LevelPool.OFFSET_MASK;
import static io.rialto.engine.book.LevelPool.PAGE_SHIFT;
import static io.rialto.engine.book.OrderPool.NONE;

/**
 * One side of a book: price levels, best first, orders within a level oldest first.
 *
 * <p>Each side has its own price axis, so a book may be locked or crossed while a call auction collects orders.
 * The best level is kept at hand; bids have their best at the highest tick, asks at the lowest.
 */
final class Ladder {
    private final boolean bids;
    private final OrderPool orders;
    private final LevelPool levels;
    private final PageDirectory directory;
    private long bestTicks;
    private int bestLevel = NONE;

    Ladder(boolean bids, OrderPool orders, LevelPool levels) {
        this.bids = bids;
        this.orders = orders;
        this.levels = levels;
        this.directory = new PageDirectory(bids);
        this.bestTicks = worstTicks();
    }

    void rest(int slot) {
        long ticks = orders.priceTicks(slot);
        long number = ticks >> PAGE_SHIFT;
        int page = directory.find(number);
        if (page == NONE) page = open(number);
        int level = page << PAGE_SHIFT | (int) ticks & OFFSET_MASK;
        levels.append(level, slot);
        if (bids ? ticks >= bestTicks : ticks <= bestTicks) {
            bestTicks = ticks;
            bestLevel = level;
        }
    }

    boolean isEmpty() {
        return bestLevel == NONE;
    }

    /** Of an empty ladder: worse than any price, so that a comparison needs no second question. */
    long bestTicks() {
        return bestTicks;
    }

    int bestLevel() {
        return bestLevel;
    }

    int oldestOfBest() {
        return bestLevel == NONE ? NONE : levels.oldest(bestLevel);
    }

    /** The order with the next priority: younger at the same price, or the oldest at the next price. */
    int next(int slot) {
        int next = levels.next(slot);
        if (!levels.isLevelNode(next)) return next;
        int worse = worse(levels.levelOf(next));
        return worse == NONE ? NONE : levels.oldest(worse);
    }

    /** The level with the next price away from the best, or {@link OrderPool#NONE}. */
    int worse(int level) {
        int page = level >> PAGE_SHIFT;
        long occupied = levels.occupied(page);
        // A long is shifted by the low six bits alone: the level's offset.
        long rest = bids ? occupied & (1L << level) - 1 : occupied & -2L << level;
        if (rest != 0) return bestOf(page, rest);
        page = directory.worse(levels.pageNumber(page));
        return page == NONE ? NONE : bestOf(page, levels.occupied(page));
    }

    /** The level at this price, or {@link OrderPool#NONE} when nothing rests there. */
    int levelAt(long ticks) {
        int page = directory.find(ticks >> PAGE_SHIFT);
        if (page == NONE || (levels.occupied(page) & 1L << ticks) == 0) return NONE;
        return page << PAGE_SHIFT | (int) ticks & OFFSET_MASK;
    }

    private int open(long number) {
        int page = levels.claimPage(number);
        directory.insert(number, page);
        return page;
    }

    /** A level has lost its last order. */
    void close(int level) {
        if (level == NONE) return;
        int page = level >> PAGE_SHIFT;
        long occupied = levels.occupied(page);
        if (occupied == 0) {
            directory.remove(levels.pageNumber(page));
            levels.freePage(page);
        }
        if (level != bestLevel) return;
        if (occupied == 0) {
            page = directory.best();
            if (page == NONE) {
                bestLevel = NONE;
                bestTicks = worstTicks();
                return;
            }
            occupied = levels.occupied(page);
        }
        bestLevel = bestOf(page, occupied);
        bestTicks = levels.ticks(bestLevel);
    }

    private int bestOf(int page, long occupied) {
        int offset = bids ? OFFSET_MASK - Long.numberOfLeadingZeros(occupied) : Long.numberOfTrailingZeros(occupied);
        return page << PAGE_SHIFT | offset;
    }

    private long worstTicks() {
        return bids ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
