package io.rialto.feeds.tickers;

import io.rialto.feeds.market.Level;
import io.rialto.feeds.prints.Grain;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of an instrument in the 24 hours before a moment of the line. Prices and quantities in grains, but those of
 * the book in ticks and lots; money in the quote asset's smallest unit, counted from where prices begin.
 *
 * @param last the newest trade that stands, however old; empty before the first
 * @param open of the first trade of the day that stands; empty when there is none, and so high and low
 * @param previousClose of the newest trade that was a day old then; empty when none is kept
 * @param bestBid empty when nothing is bid
 * @param fromNanos since when trades are counted, exclusive: a day before, or later when older ones are no longer kept
 * @param toNanos the line's time
 * @param changedSequence of the last frame that changed what was traded in the day; 0 before the first trade
 * @param sequence of the last frame that the answer has seen
 */
public record Ticker(
        int instrument,
        Grain price,
        Grain lot,
        Optional<Last> last,
        OptionalLong open,
        OptionalLong high,
        OptionalLong low,
        OptionalLong previousClose,
        BigInteger volume,
        BigInteger quoteVolumeMinor,
        long trades,
        Optional<Level> bestBid,
        Optional<Level> bestAsk,
        long fromNanos,
        long toNanos,
        long changedSequence,
        long sequence) {
    /** The trade that made the last price. */
    public record Last(long number, long price, long lots, long timeNanos, long sequence) {}
}
