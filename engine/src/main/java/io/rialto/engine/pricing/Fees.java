package io.rialto.engine.pricing;

/**
 * Fees by telescoping: an order's charges so far always add up to its exact dues so far, rounded up once. How it was
 * sliced into fills makes no difference.
 *
 * <p>What rounding up has charged ahead of the exact dues is the order's <em>prepaid</em> part, in 10^-7 of a minor
 * unit, 0 to 9,999,999. It is all that has to be remembered, and it cannot overflow. Rates are parts per 10^7; a
 * negative one is a rebate, rounded toward the venue as well.
 */
public final class Fees {
    /** A rate of one hundred per cent. */
    public static final int WHOLE = 10_000_000;

    private Fees() {}

    /** Due for a fill: {@code ceil((value * rate - prepaid) / 10^7)}. */
    public static long due(long valueMinor, int rate, int prepaid) {
        return valueMinor / WHOLE * rate + ceiling(fraction(valueMinor, rate, prepaid));
    }

    /** The prepaid part after the fill. */
    public static int prepaidAfter(long valueMinor, int rate, int prepaid) {
        long fraction = fraction(valueMinor, rate, prepaid);
        return (int) (ceiling(fraction) * WHOLE - fraction);
    }

    /** After a rebate that could not be paid in full: the order stays as far ahead as one can be, and no more is owed. */
    public static int prepaidWhenCapped() {
        return WHOLE - 1;
    }

    /** What is due with a fee per lot, not below zero, on top; not beyond the largest long. */
    public static long withPerLot(long dueMinor, long feePerLot, long lots) {
        long fixed = WideMath.product(feePerLot, lots);
        boolean isBeyond = fixed == WideMath.OVERFLOW || dueMinor > Long.MAX_VALUE - fixed;
        return isBeyond ? Long.MAX_VALUE : dueMinor + fixed;
    }

    /** The most value that can be traded for an amount that is to cover the fee as well. */
    static long valueWithin(long amountMinor, int rate) {
        if (rate == 0) return amountMinor;
        return WideMath.productDivided(amountMinor, WHOLE, WHOLE + (long) rate);
    }

    private static long fraction(long valueMinor, int rate, int prepaid) {
        return valueMinor % WHOLE * rate - prepaid;
    }

    private static long ceiling(long numerator) {
        return -Math.floorDiv(-numerator, WHOLE);
    }
}
