package io.rialto.engine.pricing;

/**
 * An exact sum of longs, and of products of two of them: 128 bits, so that billions of the largest fit. What was added
 * is taken away again by adding it with the other sign.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class WideSum {
    private long high;
    private long low;

    public void clear() {
        high = 0;
        low = 0;
    }

    public void add(long amount) {
        add(amount >> 63, amount);
    }

    public void subtract(long amount) {
        add(~(amount >> 63), ~amount);
        add(0, 1);
    }

    public void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    public boolean isAtLeast(long limit) {
        long limitHigh = limit >> 63;
        return high != limitHigh ? high > limitHigh : Long.compareUnsigned(low, limit) >= 0;
    }

    /** Whether it is as far from zero, to either side, as the product of two numbers above zero. */
    public boolean isAsFarAs(long a, long b) {
        long farHigh = Math.multiplyHigh(a, b);
        long farLow = a * b;
        boolean isNegative = high < 0;
        long thisLow = isNegative ? -low : low;
        long thisHigh = isNegative ? ~high + (low == 0 ? 1 : 0) : high;
        return thisHigh != farHigh ? thisHigh > farHigh : Long.compareUnsigned(thisLow, farLow) >= 0;
    }

    /** As a long: what is further from zero than the greatest counts as that. */
    public long bounded() {
        boolean isLong = high == low >> 63 && low != Long.MIN_VALUE;
        if (isLong) return low;
        return high < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }

    private void add(long addedHigh, long addedLow) {
        low += addedLow;
        high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
    }
}
