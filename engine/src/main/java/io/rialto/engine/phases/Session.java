package io.rialto.engine.phases;

import java.util.function.LongConsumer;

/**
 * Where an instrument stands in its day, beyond its phase: what its call collects for and when that ends. The fields are
 * open to the rooms of phases and auctions.
 *
 * <p>Codes as the schema's values, times in nanoseconds UTC, prices in ticks. Threading: the core's thread only.
 */
public final class Session {
    /** Which auction the running call collects for; 0 outside of a call. */
    public byte callKind;

    /** What follows the auction. */
    public byte next;

    /** Whether there has been continuous trading since the last close. */
    public boolean hasOpened = true;

    /** Counts the calls of the instrument, so that a call's end finds its own call alone. */
    public int calls;

    /** When the call ends at the earliest; 0 when only a command ends it. */
    public long earliestNanos;

    public long windowNanos;

    /** When the call ends, once that is known: without a window from the start, else when its seed is revealed. */
    public long endNanos;

    /** Whether it was halted by a command that no schedule had planned. */
    public boolean isHaltedByHand;

    /** The price of the last auction that traded; 0 before the first. */
    public long auctionTicks;

    public final SeedPromise promise = new SeedPromise();

    void visit(LongConsumer state) {
        state.accept(callKind << 16 | next << 8 | (hasOpened ? 1 : 0) | (isHaltedByHand ? 4 : 0));
        state.accept(calls);
        state.accept(earliestNanos);
        state.accept(windowNanos);
        state.accept(endNanos);
        state.accept(auctionTicks);
        promise.visit(state);
    }
}
