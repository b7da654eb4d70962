package io.rialto.engine.phases;

import java.util.function.LongConsumer;

/**
 * What an instrument's newest call with a random end was promised: the hash of its seed, and what follows from that. It
 * outlives the call, so that a seed which comes too late to end it can still be checked.
 *
 * <p>Times in nanoseconds UTC. Threading: the core's thread only.
 */
public final class SeedPromise {
    private final long[] hash = new long[4];
    private long fromNanos;
    private long windowNanos;
    private int call;
    private boolean isOpen;

    /** For the call of that number; it replaces what was promised before. */
    public void make(int ofCall, long earliestNanos, long window, long hash1, long hash2, long hash3, long hash4) {
        call = ofCall;
        fromNanos = earliestNanos;
        windowNanos = window;
        hash[0] = hash1;
        hash[1] = hash2;
        hash[2] = hash3;
        hash[3] = hash4;
        isOpen = true;
    }

    /** It was made, and its seed has not been told yet. */
    public boolean isOpen() {
        return isOpen;
    }

    public void keep() {
        isOpen = false;
    }

    public boolean isOfCall(int number) {
        return call == number && windowNanos != 0;
    }

    /** A quarter of the hash, from 0. */
    public long hash(int part) {
        return hash[part];
    }

    /** When the call ends, or should have, by its seed. */
    public long endNanos(long seedLow) {
        return fromNanos + Long.remainderUnsigned(seedLow, windowNanos);
    }

    void visit(LongConsumer state) {
        state.accept((long) call << 1 | (isOpen ? 1 : 0));
        state.accept(fromNanos);
        state.accept(windowNanos);
        for (long part : hash) state.accept(part);
    }
}
