package io.rialto.engine.interruption;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;
import java.util.function.LongConsumer;

/**
 * How far apart the trades of a window may lie, and whether those of the aggressor at hand go further.
 *
 * <p>Prices in ticks, times in nanoseconds UTC. An aggressor's fills are at one time; what it would do is played on two
 * numbers, and only what it did goes into the window.
 */
final class Velocity {
    private final Instrument market;
    private final int limit;
    private final int length;
    private final long usualNanos;
    private final PriceWindow window = new PriceWindow();
    private long lowestTicks;
    private long highestTicks;

    Velocity(Instrument market, InstrumentParameter limit, InstrumentParameter length, long usualNanos) {
        this.market = market;
        this.limit = limit.value();
        this.length = length.value();
        this.usualNanos = usualNanos;
    }

    boolean isThere() {
        return market.parameter(limit) != Instrument.NONE;
    }

    void begins(long nowNanos) {
        if (!isThere()) return;
        long lengthNanos = market.parameter(length);
        window.moveTo(nowNanos, lengthNanos == Instrument.NONE ? usualNanos : lengthNanos);
        lowestTicks = window.isEmpty() ? Long.MAX_VALUE : window.lowestTicks();
        highestTicks = window.isEmpty() ? Long.MIN_VALUE : window.highestTicks();
    }

    /** The aggressor trades at this price; true when that is too far from a price of the window. */
    boolean goesTooFar(long priceTicks) {
        if (!isThere()) return false;
        lowestTicks = Math.min(lowestTicks, priceTicks);
        highestTicks = Math.max(highestTicks, priceTicks);
        return highestTicks - lowestTicks > market.parameter(limit);
    }

    /** An aggressor's prices only ever go one way, so its first and its last trade are all that can count. */
    void traded(long nowNanos, long firstTicks, long lastTicks) {
        if (!isThere()) return;
        window.add(nowNanos, firstTicks);
        if (lastTicks != firstTicks) window.add(nowNanos, lastTicks);
    }

    /** Of the window and the aggressor at hand together. */
    long lowestTicks() {
        return lowestTicks;
    }

    long highestTicks() {
        return highestTicks;
    }

    void startAnew() {
        window.clear();
    }

    void visit(LongConsumer state) {
        window.visit(state);
    }
}
