package io.rialto.engine.pricing;

import java.util.Optional;

/**
 * What one lot is worth at one tick, as an exact fraction of the quote asset's smallest unit; and from it, what lots are
 * worth at a price.
 *
 * <p>A trade's value is rounded down, a hold's is rounded up: so a hold always covers its trades. Prices in ticks, sizes
 * in lots, results in minor units. Immutable.
 * <p>Errors: {@link #OVERFLOW} for a result beyond 63 bits.
 */
public final class LotValue {
    public static final long OVERFLOW = WideMath.OVERFLOW;

    private final long numerator;
    private final long denominator;

    private LotValue(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * Of a tick and a lot given as mantissas above zero and decimal places.
     *
     * @param scale places of the quote asset, less those of tick and lot
     * @return empty when a part of the reduced fraction does not fit 63 bits
     */
    public static Optional<LotValue> of(long tickMantissa, long lotMantissa, int scale) {
        return of(tickMantissa, lotMantissa, 1, scale);
    }

    /**
     * The same of a contract, where a lot counts so many times.
     *
     * @param scale places of the settlement asset, less those of tick, lot and multiplier
     */
    public static Optional<LotValue> of(long tickMantissa, long lotMantissa, long multiplierMantissa, int scale) {
        int twos = Math.max(-scale, 0);
        int fives = twos;
        long tick = tickMantissa;
        long lot = lotMantissa;
        long multiplier = multiplierMantissa;
        for (; twos > 0 && (tick & 1) == 0; twos--) tick >>= 1;
        for (; twos > 0 && (lot & 1) == 0; twos--) lot >>= 1;
        for (; twos > 0 && (multiplier & 1) == 0; twos--) multiplier >>= 1;
        for (; fives > 0 && tick % 5 == 0; fives--) tick /= 5;
        for (; fives > 0 && lot % 5 == 0; fives--) lot /= 5;
        for (; fives > 0 && multiplier % 5 == 0; fives--) multiplier /= 5;
        long size = WideMath.product(tick, lot);
        long product = size == OVERFLOW ? OVERFLOW : WideMath.product(size, multiplier);
        long numerator = product == OVERFLOW ? OVERFLOW : times(product, 10, Math.max(scale, 0));
        long denominator = times(times(1, 2, twos), 5, fives);
        boolean fits = numerator != OVERFLOW && denominator != OVERFLOW;
        return fits ? Optional.of(new LotValue(numerator, denominator)) : Optional.empty();
    }

    /** Whether every value is a whole number, so that nothing is ever rounded. */
    public boolean isWhole() {
        return denominator == 1;
    }

    /** {@code a * b} of two numbers not below zero, or {@link #OVERFLOW}. */
    public static long product(long a, long b) {
        return WideMath.product(a, b);
    }

    /** Rounded down: what a trade moves. */
    public long traded(long priceTicks, long lots) {
        long size = WideMath.product(priceTicks, lots);
        if (denominator == 1) return size == OVERFLOW ? OVERFLOW : WideMath.product(size, numerator);
        long value = size == OVERFLOW ? OVERFLOW : WideMath.product(size, numerator);
        return value == OVERFLOW ? rounded(priceTicks, lots, false) : value / denominator;
    }

    /** Rounded up: what a hold takes. */
    public long held(long priceTicks, long lots) {
        return denominator == 1 ? traded(priceTicks, lots) : rounded(priceTicks, lots, true);
    }

    /**
     * The most whole lots whose exact value at the price, with a fee of this rate on top, is within the amount;
     * {@code Long.MAX_VALUE} for no end of lots.
     */
    public long lotsWithin(long amountMinor, int feeRate, long priceTicks) {
        long lotPrice = WideMath.product(priceTicks, numerator);
        if (denominator == 1 && lotPrice != OVERFLOW) return Fees.valueWithin(amountMinor, feeRate) / lotPrice;
        // With the fee split off: amount * 10^7 = whole * (10^7 + rate) + rest, so that all products fit 127 bits.
        long unit = Fees.WHOLE + (long) feeRate;
        long whole = amountMinor / unit * Fees.WHOLE;
        long rest = amountMinor % unit * Fees.WHOLE;
        // rest * denominator / unit, the denominator split once more: that quotient alone can need more than 63 bits.
        long part = WideMath.productDivided(rest, denominator % unit, unit);
        long share = denominator / unit;
        long restLow = rest * share + part;
        long restHigh = Math.multiplyHigh(rest, share);
        if (Long.compareUnsigned(restLow, part) < 0) restHigh++;
        long low = whole * denominator + restLow;
        long high = Math.multiplyHigh(whole, denominator) + restHigh;
        if (Long.compareUnsigned(low, restLow) < 0) high++;
        long lots = WideMath.divided(high, low, Math.multiplyHigh(priceTicks, numerator), priceTicks * numerator);
        return lots == OVERFLOW ? Long.MAX_VALUE : lots;
    }

    /** {@code ticks * lots = whole * denominator + rest}, then times the numerator: no step needs more than 127 bits. */
    private long rounded(long priceTicks, long lots, boolean isUp) {
        long whole = WideMath.productDivided(priceTicks, lots, denominator);
        if (whole == OVERFLOW) return OVERFLOW;
        long rest = priceTicks * lots - whole * denominator;
        long fraction = WideMath.productDivided(rest, numerator, denominator);
        boolean isExact = rest * numerator - fraction * denominator == 0;
        long base = WideMath.product(whole, numerator);
        if (base == OVERFLOW) return OVERFLOW;
        long value = base + fraction + (isUp && !isExact ? 1 : 0);
        return value < 0 ? OVERFLOW : value;
    }

    private static long times(long value, long factor, int count) {
        long product = value;
        for (int i = 0; i < count && product != OVERFLOW; i++) product = WideMath.product(product, factor);
        return product;
    }
}
