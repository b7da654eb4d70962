package io.rialto.journal;

/** What the doors may let in, by the free space that history still has. */
public enum Intake {
    OPEN,
    /** Below the low mark: only what takes risk out of the book. */
    CANCELS_ONLY,
    /** Below the critical mark, or the writer has halted: nothing. */
    CLOSED
}
