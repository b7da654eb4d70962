package io.rialto.feeds.candles;

import java.math.BigInteger;

/**
 * What was traded in one interval. Prices and quantities in grains of the page, money in the quote asset's smallest unit,
 * counted from where the instrument's prices begin.
 *
 * @param openNanos when it begins, UTC
 * @param closeNanos when the next one begins
 * @param takerBuyVolume what of the volume buyers took
 * @param trades 0 for one that was filled in: nothing was traded, and every price is the close before
 * @param firstSequence of the frame of its first trade; 0 of one that was filled in, and so the others
 * @param changedSequence of the last frame that changed it
 * @param isClosed whether the line's time is past its end
 */
public record Candle(
        long openNanos,
        long closeNanos,
        long open,
        long high,
        long low,
        long close,
        BigInteger volume,
        BigInteger quoteVolumeMinor,
        BigInteger takerBuyVolume,
        long trades,
        long firstSequence,
        long lastSequence,
        long changedSequence,
        boolean isClosed) {}
