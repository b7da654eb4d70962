package io.rialto.feeds.prints;

import java.math.BigInteger;
import java.util.List;

/**
 * What was traded in a span of time, by price. Prices and quantities in grains, money in the quote asset's smallest unit,
 * counted from where prices begin.
 *
 * @param rows lowest price first; only prices that traded
 * @param fromNanos since when trades are counted: as asked, or later when older ones are no longer kept
 * @param toNanos before when
 * @param sequence of the last frame that the answer has seen
 */
public record VolumeProfile(
        List<Row> rows,
        Grain price,
        Grain lot,
        BigInteger volume,
        BigInteger quoteVolumeMinor,
        long trades,
        long fromNanos,
        long toNanos,
        long sequence) {
    /**
     * One price, or one step of prices.
     *
     * @param price the lowest that is in it
     * @param takerBuyVolume what of the volume buyers took
     */
    public record Row(long price, BigInteger volume, BigInteger takerBuyVolume, long trades) {}

    public VolumeProfile {
        rows = List.copyOf(rows);
    }
}
