package io.rialto.engine.interruption;

import java.util.function.LongConsumer;

/**
 * How far apart the trades of the last so many nanoseconds lie. A trade counts while it is younger than the window is long.
 *
 * <p>Prices in ticks, times in nanoseconds UTC. Threading: the core's thread only. Allocates only to grow.
 */
final class PriceWindow {
    private final MonotoneQueue highest = new MonotoneQueue();
    private final MonotoneQueue lowest = new MonotoneQueue();

    void add(long timeNanos, long priceTicks) {
        highest.add(timeNanos, priceTicks);
        lowest.add(timeNanos, -priceTicks);
    }

    void moveTo(long nowNanos, long lengthNanos) {
        highest.forgetThrough(nowNanos - lengthNanos);
        lowest.forgetThrough(nowNanos - lengthNanos);
    }

    boolean isEmpty() {
        return highest.isEmpty();
    }

    long highestTicks() {
        return highest.first();
    }

    long lowestTicks() {
        return -lowest.first();
    }

    void clear() {
        highest.clear();
        lowest.clear();
    }

    void visit(LongConsumer state) {
        highest.visit(state);
        lowest.visit(state);
    }
}
