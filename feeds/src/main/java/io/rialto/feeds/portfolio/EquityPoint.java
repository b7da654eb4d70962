package io.rialto.feeds.portfolio;

import java.math.BigInteger;

/**
 * What an account was worth at a moment, and what made it so since its first: the parts add up to the equity. In the
 * smallest unit of the asset in which the venue values.
 *
 * @param price what prices made of what it had, and its trades against the prices of then
 * @param fees below zero were paid
 * @param funding below zero was paid
 * @param transfers deposits less withdrawals, at the price of then; and what had no price when it first has one
 * @param sequence of the last frame before it
 */
public record EquityPoint(
        long timeNanos,
        long sequence,
        BigInteger equity,
        BigInteger price,
        BigInteger fees,
        BigInteger funding,
        BigInteger transfers) {
    /** Before its first. */
    public static final EquityPoint NONE =
            new EquityPoint(0, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** Without what came in from outside. */
    public BigInteger profit() {
        return equity.subtract(transfers);
    }

    /** What changed since an earlier one. */
    public EquityPoint since(EquityPoint earlier) {
        return new EquityPoint(
                timeNanos,
                sequence,
                equity.subtract(earlier.equity),
                price.subtract(earlier.price),
                fees.subtract(earlier.fees),
                funding.subtract(earlier.funding),
                transfers.subtract(earlier.transfers));
    }

    /** The same at a later moment up to which nothing changed. */
    public EquityPoint at(long laterNanos) {
        return new EquityPoint(laterNanos, sequence, equity, price, fees, funding, transfers);
    }

    boolean isWorthAs(EquityPoint other) {
        return equity.equals(other.equity)
                && price.equals(other.price)
                && fees.equals(other.fees)
                && funding.equals(other.funding)
                && transfers.equals(other.transfers);
    }
}
