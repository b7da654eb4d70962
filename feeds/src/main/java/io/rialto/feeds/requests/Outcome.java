package io.rialto.feeds.requests;

import io.rialto.protocol.Reason;

/** A key and what became of it, as it is kept. Linked twice: to another key of the same hash, and to the next in time. */
final class Outcome {
    final int account;
    final long keyHigh;
    final long keyLow;
    Outcome nextOfHash;
    Outcome nextInTime;
    RequestOutcome.State state;
    Reason reason;
    long sequence;
    long timeNanos;
    long bodyHash;
    int commandType;
    long order;
    long queuedNanos;

    Outcome(int account, long keyHigh, long keyLow) {
        this.account = account;
        this.keyHigh = keyHigh;
        this.keyLow = keyLow;
    }

    boolean isOf(int otherAccount, long otherHigh, long otherLow) {
        return keyHigh == otherHigh && keyLow == otherLow && account == otherAccount;
    }

    long hash() {
        return hash(account, keyHigh, keyLow);
    }

    /** The halves come from SHA-256: they need no more mixing. */
    static long hash(int account, long keyHigh, long keyLow) {
        return keyHigh ^ Long.rotateLeft(keyLow, 32) ^ account * 0x9E3779B97F4A7C15L;
    }

    RequestOutcome view(long positionSequence) {
        return new RequestOutcome(state, reason, sequence, timeNanos, bodyHash, commandType, positionSequence);
    }
}
