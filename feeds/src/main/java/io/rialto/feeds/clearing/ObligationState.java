package io.rialto.feeds.clearing;

/** How far an obligation is. */
public enum ObligationState {
    /** Of trades that the clearing account stands between; not due yet. */
    NOVATED,
    /** Netted, and reserved as far as it is there; a cycle is under way. */
    PENDING,
    SETTLED,
    /** A part of it moved, the rest is due in the next cycle. */
    PARTIAL,
    /** Nothing moved; all of it is due in the next cycle. */
    FAILED
}
