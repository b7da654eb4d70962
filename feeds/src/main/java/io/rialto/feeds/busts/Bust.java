package io.rialto.feeds.busts;

import java.util.Optional;

/**
 * A trade that was taken back; in ticks and lots.
 *
 * @param first the trade of the tape in whose place it stood: itself, unless it was a correction
 * @param replacement the trade in its place, or its opposite; empty for none
 */
public record Bust(
        long trade,
        long first,
        int instrument,
        Kind kind,
        long priceTicks,
        long quantityLots,
        Optional<Replacement> replacement,
        long timeNanos,
        long sequence) {
    /** How. */
    public enum Kind {
        BUSTED,
        CORRECTED,
        REVERSED
    }

    /** What stands instead. */
    public record Replacement(long trade, long priceTicks, long quantityLots) {}

    /** The same trade has another in its place. */
    Bust by(Kind how, Replacement other) {
        return new Bust(
                trade, first, instrument, how, priceTicks, quantityLots, Optional.of(other), timeNanos, sequence);
    }
}
