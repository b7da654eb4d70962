package io.rialto.engine.quotes;

import io.rialto.engine.pricing.WideSum;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * How much of an account's quotes may be executed within a window of time, and what was, within the last one.
 *
 * <p>Quantities in lots, money in minor units, time in nanoseconds; a delta in lots times basis points. Sums are exact.
 * Allocates only to grow to the most fills that a window ever held.
 */
final class QuoteWindow {
    private static final int FEW = 16;
    private static final long WHOLE_BPS = 10_000;

    long windowNanos;
    long maxLots;
    int maxFills;
    long maxValueMinor;
    long maxDeltaLots;
    /** Of a group: whose trades' value counts; 0 for nobody's. Of an instrument 0. */
    int valueAsset;

    private long[] times = new long[FEW]; // rings: their length is a power of two
    private long[] lots = new long[FEW]; // below zero when sold
    private long[] values = new long[FEW];
    private long[] weights = new long[FEW];
    private int head;
    private int tail;
    private final WideSum sumLots = new WideSum();
    private final WideSum sumValueMinor = new WideSum();
    private final WideSum sumDelta = new WideSum();

    /** It counts from now on, anew. */
    void limits(long nanos, long mostLots, int mostFills, long mostValueMinor, long mostDeltaLots, int asset) {
        windowNanos = nanos;
        maxLots = mostLots;
        maxFills = mostFills;
        maxValueMinor = mostValueMinor;
        maxDeltaLots = mostDeltaLots;
        valueAsset = asset;
        forgetAll();
    }

    boolean isSound() {
        boolean isSound = windowNanos >= 0 && maxLots >= 0 && maxFills >= 0 && maxValueMinor >= 0 && maxDeltaLots >= 0;
        boolean hasLimit = (maxLots | maxFills | maxValueMinor | maxDeltaLots) != 0;
        return isSound && hasLimit == (windowNanos != 0);
    }

    boolean counts() {
        return windowNanos != 0;
    }

    boolean hasDelta() {
        return maxDeltaLots != 0;
    }

    /**
     * What was executed at a time; true when that is as much as is allowed.
     *
     * @param boughtLots below zero when they were sold
     */
    boolean isEnough(long nowNanos, long boughtLots, long valueMinor, int weightBps) {
        while (head != tail && nowNanos - times[head & times.length - 1] >= windowNanos) forgetOldest();
        if (tail - head == times.length) grow();
        int at = tail++ & times.length - 1;
        times[at] = nowNanos;
        lots[at] = boughtLots;
        values[at] = valueMinor;
        weights[at] = weightBps;
        sumLots.add(Math.abs(boughtLots));
        sumValueMinor.add(valueMinor);
        sumDelta.addProduct(boughtLots, weightBps);
        return maxLots != 0 && sumLots.isAtLeast(maxLots)
                || maxFills != 0 && tail - head >= maxFills
                || maxValueMinor != 0 && sumValueMinor.isAtLeast(maxValueMinor)
                || maxDeltaLots != 0 && sumDelta.isAsFarAs(maxDeltaLots, WHOLE_BPS);
    }

    long executedLots() {
        return sumLots.bounded();
    }

    long executedMinor() {
        return sumValueMinor.bounded();
    }

    long weightedDelta() {
        return sumDelta.bounded();
    }

    int fills() {
        return tail - head;
    }

    void forgetAll() {
        head = 0;
        tail = 0;
        sumLots.clear();
        sumValueMinor.clear();
        sumDelta.clear();
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        state.accept(windowNanos);
        state.accept(maxLots);
        state.accept(maxFills);
        state.accept(maxValueMinor);
        state.accept(maxDeltaLots);
        state.accept(valueAsset);
        for (int i = head; i != tail; i++) {
            int at = i & times.length - 1;
            state.accept(times[at]);
            state.accept(lots[at]);
            state.accept(values[at]);
            state.accept(weights[at]);
        }
        state.accept(-1);
    }

    private void forgetOldest() {
        int at = head++ & times.length - 1;
        sumLots.subtract(Math.abs(lots[at]));
        sumValueMinor.subtract(values[at]);
        sumDelta.addProduct(-lots[at], weights[at]);
    }

    private void grow() {
        times = longer(times);
        lots = longer(lots);
        values = longer(values);
        weights = longer(weights);
    }

    private long[] longer(long[] ring) {
        int length = ring.length;
        long[] longer = Arrays.copyOf(ring, length << 1);
        for (int i = head; i != tail; i++) longer[i & longer.length - 1] = ring[i & length - 1];
        return longer;
    }
}
