package io.rialto.engine.reference;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an instrument stands in its day. */
final class ReferenceSession {
    static final long NEVER = 0;

    Phase phase = Phase.CONTINUOUS;
    CallKind kind = CallKind.NONE;
    Phase next = Phase.CONTINUOUS;
    boolean hasOpened = true;
    boolean isHaltedByHand;
    long closingTicks, calls;
    long earliestNanos, windowNanos, endNanos;
    long[] seedHash = new long[4];

    /** The newest promise: hash, call, and from when on by how much. Empty when its seed was told. */
    Optional<Promise> promise = Optional.empty();

    record Promise(long[] hash, long call, long fromNanos, long windowNanos) {}

    ReferenceAuction.Outcome indicated = ReferenceAuction.NOTHING;

    /** Trades since the last call or auction, and how often this call was extended. */
    final List<ReferenceInterruption.Trade> trades = new ArrayList<>();

    int extensions;

    void begin(CallKind newKind, Phase newNext) {
        calls++;
        trades.clear();
        extensions = 0;
        kind = newKind;
        next = newNext;
        earliestNanos = NEVER;
        windowNanos = 0;
        endNanos = NEVER;
        seedHash = new long[4];
    }
}
