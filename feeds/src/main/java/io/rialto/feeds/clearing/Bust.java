package io.rialto.feeds.clearing;

/**
 * A trade that was taken back.
 *
 * @param replacement the trade in its place, or its opposite; 0 for none
 */
public record Bust(long trade, int instrument, Kind kind, long replacement, long timeNanos, long sequence) {
    /** How. */
    public enum Kind {
        BUSTED,
        CORRECTED,
        REVERSED
    }
}
