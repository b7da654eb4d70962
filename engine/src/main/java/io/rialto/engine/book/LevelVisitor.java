package io.rialto.engine.book;

/** Sees the levels of one side, best first. */
@FunctionalInterface
public interface LevelVisitor {
    /** Open lots and count of the orders that rest at this price; both above zero. */
    void onLevel(long priceTicks, long openLots, int orders);
}
