package io.rialto.journal.scan;

/**
 * The last good frame of a history; all zero before the first.
 *
 * @param hash XXH64 of its bytes, what the next frame must name as its {@code previousHash}
 */
public record Tip(long sequence, long hash, int epoch, long timeNanos) {
    /** The tip of a history without frames. */
    public static final Tip NONE = new Tip(0, 0, 0, 0);
}
