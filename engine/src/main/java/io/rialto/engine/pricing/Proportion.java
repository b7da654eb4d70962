package io.rialto.engine.pricing;

/** Parts of whole numbers, rounded down, exact through 128 bits. Arguments are never below zero. */
public final class Proportion {
    private Proportion() {}

    /** {@code floor(whole * part / of)}, of a part that is not above what it is of. */
    public static long of(long whole, long part, long of) {
        return WideMath.productDivided(whole, part, of);
    }

    /** The same rounded up. */
    public static long roundedUp(long whole, long part, long of) {
        long floor = WideMath.productDivided(whole, part, of);
        boolean isExact = floor * of == whole * part; // of what is left below one whole, 64 bits are enough
        return isExact ? floor : floor + 1;
    }

    /** The same of a number of 127 bits. */
    public static long of(long whole, long part, long ofHigh, long ofLow) {
        if (ofHigh == 0 && ofLow > 0) return WideMath.productDivided(whole, part, ofLow);
        return WideMath.divided(Math.multiplyHigh(whole, part), whole * part, ofHigh, ofLow);
    }
}
