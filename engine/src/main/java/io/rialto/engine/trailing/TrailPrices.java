package io.rialto.engine.trailing;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.orders.Special;

/** Where a trailing stop's trigger stands: its distance away from the best price, rounded away from it. Exact. */
public final class TrailPrices {
    private static final long WHOLE_BPS = 10_000;

    private TrailPrices() {}

    /** In ticks; a seller's may be below zero, a buyer's is at most the largest number, which no price reaches. */
    public static long trigger(Special terms, boolean sells, long extremeTicks) {
        if (terms.trailingBps != 0) {
            long bps = terms.trailingBps;
            return sells ? below(extremeTicks, WHOLE_BPS - bps) : above(extremeTicks, WHOLE_BPS + bps);
        }
        if (sells) return extremeTicks - terms.trailingTicks;
        long trigger = extremeTicks + terms.trailingTicks;
        return trigger < 0 ? Long.MAX_VALUE : trigger;
    }

    /** Where it can be expected: from the best price, else from its activation, else from the price given; at least 1. */
    public static long expected(Special terms, boolean sells, long extremeTicks, long elseTicks) {
        long start = extremeTicks;
        if (start == NO_PRICE) start = terms.activationTicks == NO_PRICE ? elseTicks : terms.activationTicks;
        return start == NO_PRICE ? NO_PRICE : Math.max(1, trigger(terms, sells, start));
    }

    /** A trigger that no price reaches. */
    static long never(boolean sells) {
        return sells ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** {@code floor(ticks * part / 10,000)}. */
    private static long below(long ticks, long part) {
        return ticks / WHOLE_BPS * part + ticks % WHOLE_BPS * part / WHOLE_BPS;
    }

    /** {@code ceil(ticks * part / 10,000)}, of a part of less than two wholes. */
    private static long above(long ticks, long part) {
        long wholes = ticks / WHOLE_BPS;
        if (wholes > Long.MAX_VALUE / part) return Long.MAX_VALUE;
        long rest = (ticks % WHOLE_BPS * part + WHOLE_BPS - 1) / WHOLE_BPS;
        return rest > Long.MAX_VALUE - wholes * part ? Long.MAX_VALUE : wholes * part + rest;
    }
}
