package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import io.rialto.protocol.Side;

/** Walks a ladder and halts at the first rule of a book that does not hold. */
final class BookCheck {
    private final OrderPool orders;
    private final LevelPool levels;

    BookCheck(OrderPool orders, LevelPool levels) {
        this.orders = orders;
        this.levels = levels;
    }

    void side(Ladder ladder, Side side) {
        int level = ladder.bestLevel();
        if (level != NONE) require(levels.ticks(level) == ladder.bestTicks(), "the best price is its level's", level);
        long before = side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
        boolean isFirst = true;
        while (level != NONE) {
            long ticks = levels.ticks(level);
            boolean isWorse = side == Side.BUY ? ticks < before : ticks > before;
            require(isFirst || isWorse, "levels get worse from the best on", level);
            require(ladder.levelAt(ticks) == level, "a level is found by its price", level);
            level(level, side);
            before = ticks;
            isFirst = false;
            level = ladder.worse(level);
        }
    }

    private void level(int level, Side side) {
        int previous = NONE;
        int slot = levels.oldest(level);
        require(!levels.isLevelNode(slot), "a level without orders is gone", level);
        while (!levels.isLevelNode(slot)) {
            require(orders.isClaimed(slot), "a resting order is open", level);
            require(orders.side(slot) == side, "an order rests on its own side", level);
            require(orders.priceTicks(slot) == levels.ticks(level), "an order rests at its own price", level);
            require(orders.openLots(slot) > 0, "a resting order has open lots", level);
            int before = levels.previous(slot);
            boolean isLinked = previous == NONE ? levels.isLevelNode(before) : before == previous;
            require(isLinked, "orders of a level are linked both ways", level);
            previous = slot;
            slot = levels.next(slot);
        }
        require(levels.levelOf(slot) == level, "a queue ends at its own level", level);
        require(previous == levels.youngest(level), "the youngest order is at the back", level);
    }

    private void require(boolean holds, String rule, int level) {
        if (holds) return;
        throw new IllegalStateException(rule + ": priceTicks=" + levels.ticks(level) + " level=" + level);
    }
}
