package io.rialto.feeds.marks;

/**
 * A place in history that stands out.
 *
 * @param instrument whose it is; 0 of the venue's
 * @param words what became what, in the schema's names
 * @param isPublic whether it is about markets, and not about somebody
 */
public record Mark(Kind kind, long sequence, long timeNanos, int instrument, String words, boolean isPublic) {
    /** What it is about. */
    public enum Kind {
        /** The first frame that another life of the writer wrote. */
        RESTART,
        PHASE,
        AUCTION,
        INTERRUPTION,
        SUSPENSION,
        RESUMPTION,
        KILL
    }
}
