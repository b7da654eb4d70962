package io.rialto.engine.reference;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;

/** Where an instrument stands in its day. */
final class ReferenceSession {
    static final long NEVER = 0;

    Phase phase = Phase.CONTINUOUS;
    CallKind kind = CallKind.NONE;
    Phase next = Phase.CONTINUOUS;
    boolean hasOpened = true;
    boolean isHaltedByHand;
    boolean isSeedAwaited;
    long closingTicks, calls;
    long earliestNanos, windowNanos, endNanos;
    long[] seedHash = new long[4];
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
        isSeedAwaited = false;
        earliestNanos = NEVER;
        windowNanos = 0;
        endNanos = NEVER;
        seedHash = new long[4];
    }
}
