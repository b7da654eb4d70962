package io.rialto.engine.liquidation;

import io.rialto.engine.pricing.Fees;
import java.math.BigInteger;

/**
 * At which marks a position with a margin of its own is liquidated, and bankrupt: rounded against its owner to a tick, up for
 * a long position and down for a short one. Prices in ticks, money in minor units, rates in parts per 10^7.
 *
 * <p>Exact whatever the numbers; it allocates, and is not for the hot path. Immutable.
 *
 * @param lots bought less sold, not 0
 * @param costMinor what the position cost in total
 * @param marginMinor what it has of its own
 * @param tickMinor what one tick of one lot is worth
 */
public record IsolatedPrice(long lots, long costMinor, long marginMinor, long tickMinor) {
    private static final BigInteger WHOLE = BigInteger.valueOf(Fees.WHOLE);

    /**
     * Where equity is no more than maintenance. A long one whose margin covers all that it cost ends at 0, which is no price.
     *
     * @param rate of maintenance in the tier of the position
     * @param constantMinor what that tier takes off, so that maintenance is value times rate less this
     */
    public long liquidationTicks(int rate, long constantMinor) {
        BigInteger kept = coveredMinor().subtract(signed(constantMinor)).multiply(WHOLE);
        BigInteger part = BigInteger.valueOf(lots > 0 ? Fees.WHOLE - (long) rate : Fees.WHOLE + (long) rate);
        return ticks(kept, part);
    }

    /** Where nothing of the margin is left. */
    public long bankruptcyTicks() {
        return ticks(coveredMinor(), BigInteger.ONE);
    }

    /** What the position is worth when its margin is used up. */
    private BigInteger coveredMinor() {
        return BigInteger.valueOf(costMinor).subtract(signed(marginMinor));
    }

    private BigInteger signed(long minor) {
        return BigInteger.valueOf(lots > 0 ? minor : -minor);
    }

    private long ticks(BigInteger minor, BigInteger part) {
        if (minor.signum() <= 0) return 0;
        BigInteger perTick = BigInteger.valueOf(Math.abs(lots))
                .multiply(BigInteger.valueOf(tickMinor))
                .multiply(part);
        BigInteger[] parts = minor.divideAndRemainder(perTick);
        boolean isUp = lots > 0 && parts[1].signum() > 0;
        return (isUp ? parts[0].add(BigInteger.ONE) : parts[0]).longValueExact();
    }
}
