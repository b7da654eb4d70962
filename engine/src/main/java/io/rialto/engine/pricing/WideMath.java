package io.rialto.engine.pricing;

/** Products of longs that need 128 bits on the way to a result that fits 63. Arguments are never below zero. */
final class WideMath {
    static final long OVERFLOW = -1;

    private WideMath() {}

    /** {@code a * b}, or {@link #OVERFLOW}. */
    static long product(long a, long b) {
        long low = a * b;
        return Math.multiplyHigh(a, b) == 0 && low >= 0 ? low : OVERFLOW;
    }

    /** {@code floor(a * b / divisor)}, or {@link #OVERFLOW}. */
    static long productDivided(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == 0 && low >= 0 ? low / divisor : divided(high, low, 0, divisor);
    }

    /**
     * {@code floor(dividend / divisor)} of two numbers of 127 bits, or {@link #OVERFLOW}. Bit by bit: only for numbers
     * beyond what anybody trades.
     */
    static long divided(long high, long low, long divisorHigh, long divisorLow) {
        long restHigh = 0;
        long restLow = 0;
        long quotientHigh = 0;
        long quotient = 0;
        for (int bit = 127; bit >= 0; bit--) {
            restHigh = restHigh << 1 | restLow >>> 63;
            restLow = restLow << 1 | (bit >= 64 ? high >>> bit - 64 : low >>> bit) & 1;
            quotientHigh = quotientHigh << 1 | quotient >>> 63;
            quotient <<= 1;
            boolean isBelow =
                    restHigh != divisorHigh ? restHigh < divisorHigh : Long.compareUnsigned(restLow, divisorLow) < 0;
            if (isBelow) continue;
            if (Long.compareUnsigned(restLow, divisorLow) < 0) restHigh--;
            restLow -= divisorLow;
            restHigh -= divisorHigh;
            quotient |= 1;
        }
        return quotientHigh != 0 || quotient < 0 ? OVERFLOW : quotient;
    }
}
