package io.rialto.engine.interruption;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The prices of a window of time that can still become its highest: each is below the one before. The first is the highest.
 * A lowest is kept by the prices' negatives.
 *
 * <p>Every price comes and goes once, so a step costs O(1) amortised. A ring that grows; allocates nothing once grown.
 */
final class MonotoneQueue {
    private static final int FEW = 16;

    private long[] times = new long[FEW];
    private long[] prices = new long[FEW];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long first() {
        return prices[first];
    }

    /** Times never fall. */
    void add(long timeNanos, long price) {
        while (size > 0 && prices[at(size - 1)] <= price) size--;
        if (size == times.length) grow();
        int end = at(size++);
        times[end] = timeNanos;
        prices[end] = price;
    }

    /** Lets go of what was added at that time or before. */
    void forgetThrough(long timeNanos) {
        while (size > 0 && times[first] <= timeNanos) {
            first = at(1);
            size--;
        }
    }

    void clear() {
        first = 0;
        size = 0;
    }

    void visit(LongConsumer state) {
        state.accept(size);
        for (int i = 0; i < size; i++) {
            state.accept(times[at(i)]);
            state.accept(prices[at(i)]);
        }
    }

    private int at(int place) {
        return first + place & times.length - 1;
    }

    private void grow() {
        times = unrolled(times);
        prices = unrolled(prices);
        first = 0;
    }

    private long[] unrolled(long[] ring) {
        long[] larger = Arrays.copyOf(ring, ring.length << 1);
        System.arraycopy(ring, first, larger, 0, ring.length - first);
        System.arraycopy(ring, 0, larger, ring.length - first, first);
        return larger;
    }
}
