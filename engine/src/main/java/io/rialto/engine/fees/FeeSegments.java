package io.rialto.engine.fees;

import java.util.Arrays;

/**
 * By which schedule, version and tier each order was charged last: another one begins a rate segment.
 *
 * <p>An order that was never charged where schedules count has none. Threading: the core's thread only. Allocates only to
 * grow.
 */
final class FeeSegments {
    private long[] orders = new long[64];
    private long[] segments = new long[64];

    /** 0 for the market's own rates. */
    long of(int slot, long order) {
        return slot < orders.length && orders[slot] == order ? segments[slot] : 0;
    }

    void put(int slot, long order, long segment) {
        if (slot >= orders.length) {
            int length = Integer.highestOneBit(slot) << 1;
            orders = Arrays.copyOf(orders, length);
            segments = Arrays.copyOf(segments, length);
        }
        orders[slot] = order;
        segments[slot] = segment;
    }
}
