package io.rialto.engine.pricing;

/** Products of two longs that need 128 bits on the way to a result that fits 63. */
final class WideMath {
    static final long OVERFLOW = -1;

    private static final long LOW = 0xFFFF_FFFFL;

    private WideMath() {}

    /** {@code a * b} of two numbers not below zero, or {@link #OVERFLOW}. */
    static long product(long a, long b) {
        long low = a * b;
        return Math.multiplyHigh(a, b) == 0 && low >= 0 ? low : OVERFLOW;
    }

    /**
     * {@code floor(a * b / (first * second))}, or {@link #OVERFLOW}; both divisors in 1..2^30. To divide by one and then
     * by the other, rounding down each time, is to divide by both at once.
     */
    static long productDivided(long a, long b, long first, long second) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == 0 && low >= 0) return low / first / second;
        long top = high / first;
        long rest = high % first;
        long upper = rest << 32 | low >>> 32;
        long middle = upper / first;
        long lower = (upper % first << 32 | low & LOW) / first;
        return quotientDivided(top, middle << 32 | lower, second);
    }

    /** Whether {@code a * b} leaves a remainder when divided by {@code first * second}. */
    static boolean leavesRemainder(long a, long b, long first, long second) {
        // first * second fits 60 bits; the remainders' product is taken once more by the same rule.
        long divisor = first * second;
        long x = a % divisor;
        long y = b % divisor;
        long high = Math.multiplyHigh(x, y);
        long low = x * y;
        return remainder(high, low, divisor) != 0;
    }

    /** {@code floor(a * b / divisor)} for any positive divisor, or {@link #OVERFLOW}. */
    static long productDividedByAny(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == 0 && low >= 0) return low / divisor;
        if (Long.compareUnsigned(high, divisor) >= 0) return OVERFLOW;
        long rest = high;
        long quotient = 0;
        for (int bit = 63; bit >= 0; bit--) {
            boolean carries = rest < 0;
            rest = rest << 1 | low >>> bit & 1;
            quotient <<= 1;
            if (carries || Long.compareUnsigned(rest, divisor) >= 0) {
                rest -= divisor;
                quotient |= 1;
            }
        }
        return quotient < 0 ? OVERFLOW : quotient;
    }

    private static long quotientDivided(long high, long low, long divisor) {
        if (high >= divisor) return OVERFLOW;
        long upper = high << 32 | low >>> 32;
        long middle = upper / divisor;
        long lower = (upper % divisor << 32 | low & LOW) / divisor;
        long quotient = middle << 32 | lower;
        return middle > LOW >>> 1 ? OVERFLOW : quotient;
    }

    private static long remainder(long high, long low, long divisor) {
        long rest = high % divisor;
        for (int bit = 63; bit >= 0; bit--) {
            rest = rest << 1 | low >>> bit & 1;
            if (rest >= divisor) rest -= divisor;
        }
        return rest;
    }
}
