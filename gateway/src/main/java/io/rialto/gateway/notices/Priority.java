package io.rialto.gateway.notices;

/** How much a notification matters, from the least to the most. */
public enum Priority {
    LOW,
    NORMAL,
    /** Not kept waiting by a batch. */
    HIGH,
    /** Neither batched nor held. */
    CRITICAL;

    public boolean isAtLeast(Priority least) {
        return compareTo(least) >= 0;
    }

    public Priority or(Priority other) {
        return isAtLeast(other) ? this : other;
    }
}
