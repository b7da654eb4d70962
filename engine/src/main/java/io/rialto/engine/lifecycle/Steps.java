package io.rialto.engine.lifecycle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** From counts of one step to counts of another, exactly. Steps are mantissa and decimal places. */
record Steps(BigInteger numerator, BigInteger denominator) {
    /** What is no whole number of new steps, or does not fit. */
    static final long NOT_EXACT = -1;

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    static Steps between(long oldMantissa, int oldScale, long newMantissa, int newScale) {
        return new Steps(
                BigInteger.valueOf(oldMantissa).multiply(BigInteger.TEN.pow(newScale)),
                BigInteger.valueOf(newMantissa).multiply(BigInteger.TEN.pow(oldScale)));
    }

    long exactly(long steps) {
        BigInteger[] parts = BigInteger.valueOf(steps).multiply(numerator).divideAndRemainder(denominator);
        return parts[1].signum() == 0 && parts[0].compareTo(MOST) <= 0 ? parts[0].longValue() : NOT_EXACT;
    }

    /** The way back. */
    Steps inverse() {
        return new Steps(denominator, numerator);
    }

    /** At least one step; half a step goes down. */
    long nearest(long steps) {
        return rounded(steps, RoundingMode.HALF_DOWN);
    }

    /** At least one step, or none for none. */
    long up(long steps) {
        return steps == 0 ? 0 : rounded(steps, RoundingMode.CEILING);
    }

    /** At least one step, or none for none. */
    long down(long steps) {
        return steps == 0 ? 0 : rounded(steps, RoundingMode.FLOOR);
    }

    private long rounded(long steps, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(steps).multiply(numerator));
        BigInteger whole = exact.divide(new BigDecimal(denominator), 0, mode).toBigInteger();
        return whole.max(BigInteger.ONE).min(MOST).longValue();
    }
}
