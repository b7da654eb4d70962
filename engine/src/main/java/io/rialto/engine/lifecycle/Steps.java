package io.rialto.engine.lifecycle;

import java.math.BigInteger;

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
        BigInteger[] parts = parts(steps);
        return parts[1].signum() == 0 && parts[0].compareTo(MOST) <= 0 ? parts[0].longValue() : NOT_EXACT;
    }

    /** The way back. */
    Steps inverse() {
        return new Steps(denominator, numerator);
    }

    /** At least one step; half a step goes down. */
    long nearest(long steps) {
        BigInteger[] parts = parts(steps);
        boolean isMoreThanHalf = parts[1].shiftLeft(1).compareTo(denominator) > 0;
        return bounded(isMoreThanHalf ? parts[0].add(BigInteger.ONE) : parts[0]);
    }

    /** At least one step, or none for none. */
    long up(long steps) {
        BigInteger[] parts = parts(steps);
        return steps == 0 ? 0 : bounded(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
    }

    /** At least one step, or none for none. */
    long down(long steps) {
        return steps == 0 ? 0 : bounded(parts(steps)[0]);
    }

    private BigInteger[] parts(long steps) {
        return BigInteger.valueOf(steps).multiply(numerator).divideAndRemainder(denominator);
    }

    private static long bounded(BigInteger steps) {
        return steps.max(BigInteger.ONE).min(MOST).longValue();
    }
}
