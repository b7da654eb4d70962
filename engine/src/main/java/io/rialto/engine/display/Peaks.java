package io.rialto.engine.display;

import io.rialto.engine.orders.Special;

/**
 * How large an iceberg's next peak is: exact, or drawn from its range by SplitMix64 over the instrument's journaled
 * seed. Whoever knows the seed can check every draw.
 *
 * <p>Quantities in lots. Stateless: the state of the draws is handed in and kept by the caller.
 */
public final class Peaks {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Peaks() {}

    /** Whether the order's peaks are drawn. */
    public static boolean isDrawn(Special order) {
        return order.displayRangeLots != 0;
    }

    /** The state of the draws after one more. */
    public static long drawn(long state) {
        return state + STEP;
    }

    /** The peak of this state, after it was drawn: at most what is open. */
    public static long peak(Special order, long openLots, long state) {
        long range = order.displayRangeLots;
        if (range == 0) return Math.min(order.displayLots, openLots);
        long peak = order.displayLots - range + (mixed(state) >>> 1) % (2 * range + 1);
        return Math.min(peak, openLots);
    }

    private static long mixed(long state) {
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
