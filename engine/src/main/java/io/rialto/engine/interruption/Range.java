package io.rialto.engine.interruption;

import io.rialto.engine.listing.Instrument;

/** The prices up to so many basis points of a reference away from it, bounds included. */
final class Range {
    private static final long BASIS_POINTS = 10_000;

    private long halfTicks;
    private long lowTicks;
    private long highTicks;
    private boolean isThere;

    /** Without a width or a reference (0 or none) there is no range, and every price is inside. */
    void around(long referenceTicks, long basisPoints) {
        isThere = basisPoints != Instrument.NONE && referenceTicks != 0 && referenceTicks != Instrument.NONE;
        if (!isThere) return;
        halfTicks = share(Math.abs(referenceTicks), basisPoints);
        lowTicks = referenceTicks - halfTicks;
        highTicks = halfTicks > Long.MAX_VALUE - referenceTicks ? Long.MAX_VALUE : referenceTicks + halfTicks;
    }

    boolean isThere() {
        return isThere;
    }

    boolean holds(long priceTicks) {
        return !isThere || priceTicks >= lowTicks && priceTicks <= highTicks;
    }

    /** Whether it is there and reaches further up and down than the other. */
    boolean isWiderThan(Range other) {
        return isThere && (!other.isThere || halfTicks > other.halfTicks);
    }

    long lowTicks() {
        return lowTicks;
    }

    long highTicks() {
        return highTicks;
    }

    /** Rounded down; taken apart, so that the product always fits. */
    private static long share(long ticks, long basisPoints) {
        return ticks / BASIS_POINTS * basisPoints + ticks % BASIS_POINTS * basisPoints / BASIS_POINTS;
    }
}
