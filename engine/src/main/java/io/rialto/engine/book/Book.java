package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import io.rialto.protocol.Side;

/**
 * The resting orders of one instrument: two ladders, price first, then time.
 *
 * <p>The book keeps places, not rules: it rests what it is told to rest, whether or not that crosses, and never trades by
 * itself. An order is a slot of the {@link OrderPool}; its side, price and open lots are read from there. Prices in
 * ticks (any long), quantities in lots. The quantity of a level is the sum of its orders' open lots, whenever asked for.
 *
 * <p>Threading: the core's thread only. Allocates nothing once its pools and its window of prices have seen their like.
 * <p>Errors: none of its own; to rest a resting order or to remove one that rests nowhere is the caller's fault and
 * damages the book. {@link #check} finds such damage.
 */
public final class Book {
    private final OrderPool orders;
    private final LevelPool levels;
    private final Ladder bids;
    private final Ladder asks;
    private BookWatch watch;

    public Book(OrderPool orders, LevelPool levels) {
        this.orders = orders;
        this.levels = levels;
        this.bids = new Ladder(true, orders, levels);
        this.asks = new Ladder(false, orders, levels);
    }

    /** The order goes to the back of its price. Its open lots must be above zero. */
    public void rest(int slot) {
        ladderOf(slot).rest(slot);
        if (watch != null) watch.rested(slot);
    }

    /** From now on it hears of every change but fills; null for nobody. */
    public void watch(BookWatch newWatch) {
        watch = newWatch;
    }

    /** The order goes ahead of one that rests at its price. */
    public void restBefore(int slot, int before) {
        levels.insert(slot, before);
        if (watch != null) watch.rested(slot);
    }

    /** The order at the back of a price, or {@link OrderPool#NONE}. */
    public int youngestAt(Side side, long priceTicks) {
        int level = ladder(side).levelAt(priceTicks);
        return level == NONE ? NONE : levels.youngest(level);
    }

    /** The order ahead of this one at its price, or {@link OrderPool#NONE}. */
    public int olderAt(int slot) {
        int previous = levels.previous(slot);
        return levels.isLevelNode(previous) ? NONE : previous;
    }

    /** Takes the order out; its record keeps its open lots. */
    public void remove(int slot) {
        unlink(slot);
        if (watch != null) watch.removed(slot);
    }

    private void unlink(int slot) {
        int level = levels.unlink(slot);
        // Rarely true, and on purpose not asked first whether there is a level: see unlink.
        if (level == bids.bestLevel() || level == asks.bestLevel() || levels.isPageEmpty(level)) {
            ladderOf(slot).close(level);
        }
    }

    /** The order gets smaller and keeps its place. {@code lots} must be below its open lots: else it is to be removed. */
    public void reduce(int slot, long lots) {
        orders.openLots(slot, orders.openLots(slot) - lots);
        if (watch != null) watch.reduced(slot, lots);
    }

    /**
     * A resting order was traded, or part of it: it gets smaller, and leaves the book when nothing is left.
     *
     * @return true when it left; its slot is still claimed, with no open lots
     */
    public boolean fill(int slot, long lots) {
        long open = orders.openLots(slot) - lots;
        orders.openLots(slot, open);
        if (open != 0) return false;
        unlink(slot);
        return true;
    }

    public boolean isEmpty(Side side) {
        return ladder(side).isEmpty();
    }

    /** The oldest order at the best price of a side, or {@link OrderPool#NONE}. */
    public int best(Side side) {
        return ladder(side).oldestOfBest();
    }

    /** Of an empty side: {@code Long.MIN_VALUE} for bids, {@code Long.MAX_VALUE} for asks, worse than any price. */
    public long bestTicks(Side side) {
        return ladder(side).bestTicks();
    }

    /** Whether a taker of this side and limit meets a resting order. */
    public boolean crosses(Side takerSide, long limitTicks) {
        return takerSide == Side.BUY
                ? asks.bestTicks() <= limitTicks && !asks.isEmpty()
                : bids.bestTicks() >= limitTicks && !bids.isEmpty();
    }

    /** The resting order with the next priority on the same side, or {@link OrderPool#NONE}: walks without trading. */
    public int next(int slot) {
        return ladderOf(slot).next(slot);
    }

    /** True from rest to removal. */
    public boolean isResting(int slot) {
        return levels.isResting(slot);
    }

    /** Open lots that rest at a price; 0 when nothing does. Counts the orders of the level: not for every command. */
    public long levelLots(Side side, long priceTicks) {
        int level = ladder(side).levelAt(priceTicks);
        return level == NONE ? 0 : levels.lots(level);
    }

    /** How many orders rest at a price. Counts them. */
    public int levelOrders(Side side, long priceTicks) {
        int level = ladder(side).levelAt(priceTicks);
        return level == NONE ? 0 : levels.count(level);
    }

    /** Shows the best levels of a side, best first, at most so many. */
    public void depth(Side side, int maxLevels, LevelVisitor visitor) {
        Ladder ladder = ladder(side);
        int level = ladder.bestLevel();
        for (int i = 0; i < maxLevels && level != NONE; i++) {
            visitor.onLevel(levels.ticks(level), levels.lots(level), levels.count(level));
            level = ladder.worse(level);
        }
    }

    /**
     * Walks everything and compares it with the rules of a book.
     *
     * @throws IllegalStateException naming the broken rule and its values
     */
    public void check() {
        BookCheck check = new BookCheck(orders, levels);
        check.side(bids, Side.BUY);
        check.side(asks, Side.SELL);
    }

    /** Whether a bid is at or above an ask: never between two commands of continuous trading. */
    public boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.bestTicks() >= asks.bestTicks();
    }

    private Ladder ladder(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private Ladder ladderOf(int slot) {
        return orders.sells(slot) ? asks : bids;
    }
}
