package io.rialto.feeds.portfolio;

import io.rialto.feeds.costs.CostMethod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What an account is worth, what it gained, and from what. Money in the smallest unit of {@code asset} unless it says else.
 *
 * @param asset in which the venue values; 0 before anything is listed
 * @param now its sequence is that of the last frame that the answer has seen
 * @param sessionNanos when the session began: midnight, UTC; 0 in the first
 * @param session how it stood then
 * @param hours the curve by full hours, oldest first, without those at which nothing had changed: the newest {@value #MOST_HOURS}
 * @param hoursFromNanos from when on these are all there were; the least long for ever
 * @param days the same by sessions
 * @param daysFromNanos from when on these are all
 * @param mostDrawdown the deepest by full hours, and now
 * @param benchmark the price of the market that was listed first when each session began, oldest first
 */
public record Portfolio(
        int account,
        int asset,
        CostMethod method,
        EquityPoint now,
        List<AssetValue> assets,
        List<Position> positions,
        long sessionNanos,
        EquityPoint session,
        List<EquityPoint> hours,
        long hoursFromNanos,
        List<EquityPoint> days,
        long daysFromNanos,
        Drawdown drawdown,
        Drawdown mostDrawdown,
        List<Mark> benchmark) {
    /** A month of them. */
    public static final int MOST_HOURS = 31 * 24;

    public Portfolio {
        assets = List.copyOf(assets);
        positions = List.copyOf(positions);
        hours = List.copyOf(hours);
        days = List.copyOf(days);
        benchmark = List.copyOf(benchmark);
    }

    /** A price at a time. */
    public record Mark(long timeNanos, BigDecimal price) {}

    /**
     * An asset's balance and margin together.
     *
     * @param amountMinor in the asset itself
     * @param price of one whole unit; empty while it has none, and then it counts for nothing
     */
    public record AssetValue(
            int asset, BigInteger amountMinor, Optional<BigDecimal> price, Optional<BigInteger> valueMinor) {}

    /**
     * What trades in one instrument made, by one view of cost; money in its quote asset.
     *
     * @param quantity bought less sold; of an asset itself also less the fees that were paid in it
     * @param realisedMinor fees apart
     * @param unrealisedMinor empty while there is no price
     * @param fundingMinor above zero was paid
     * @param sessionMark its price when the session began
     * @param changedSequence of the frame that changed it last
     */
    public record Position(
            int instrument,
            BigDecimal quantity,
            BigInteger costMinor,
            BigInteger realisedMinor,
            Optional<BigInteger> unrealisedMinor,
            BigInteger feesMinor,
            BigInteger fundingMinor,
            Optional<BigDecimal> mark,
            Optional<BigDecimal> sessionMark,
            long changedSequence) {}

    /**
     * How far equity is below its peak.
     *
     * @param peakMinor the peak, as money that came in or went out since has moved it
     */
    public record Drawdown(BigInteger minor, BigInteger peakMinor) {
        static final Drawdown NONE = new Drawdown(BigInteger.ZERO, BigInteger.ZERO);
    }
}
