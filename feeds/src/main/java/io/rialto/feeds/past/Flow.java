package io.rialto.feeds.past;

import java.math.BigInteger;

/**
 * Money that came in from outside, or below zero went out: deposits, withdrawals, what the insurance fund covered, and what had no
 * price when it first has one. In the smallest unit of the asset in which the venue values, at the price of then.
 *
 * @param afterMinor what the account was worth with it
 */
public record Flow(long timeNanos, long sequence, BigInteger amountMinor, BigInteger afterMinor) {
    /** What the account was worth without it. */
    public BigInteger beforeMinor() {
        return afterMinor.subtract(amountMinor);
    }
}
