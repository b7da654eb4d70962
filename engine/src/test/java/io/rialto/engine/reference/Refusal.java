package io.rialto.engine.reference;

import io.rialto.protocol.Reason;

/** Ends a command before it changed anything. */
final class Refusal extends RuntimeException {
    final Reason reason;
    final long originalSequence;

    Refusal(Reason reason, long originalSequence) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.originalSequence = originalSequence;
    }

    static void refuseIf(boolean isWrong, Reason reason) {
        if (isWrong) throw new Refusal(reason, 0);
    }
}
