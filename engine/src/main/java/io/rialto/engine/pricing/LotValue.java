package io.rialto.engine.pricing;

import java.util.Optional;

/**
 * What one lot is worth at one tick, as an exact fraction of the quote asset's smallest unit; and from it, what lots are
 * worth at a price.
 *
 * <p>A trade's value is rounded down, a hold's is rounded up: so a hold always covers its trades. Prices in ticks, sizes in lots, results
 * in minor units. Immutable.
 * <p>Errors: {@link #OVERFLOW} for a result (or a price of one lot, in the fraction's terms) beyond 63 bits.
 */
public final class LotValue {
    public static final long OVERFLOW = WideMath.OVERFLOW;

    private static final int LARGEST_SCALE = 18;
    private static final int HALF_SCALE = 9;

    private final long numerator;
    private final long denominator;
    private final long firstDivisor; // the denominator as a product of two that fit 30 bits
    private final long secondDivisor;

    private LotValue(long numerator, int twos, int fives) {
        this.numerator = numerator;
        int lowTwos = Math.min(twos, HALF_SCALE);
        int lowFives = Math.min(fives, HALF_SCALE);
        this.firstDivisor = power(2, lowTwos) * power(5, lowFives);
        this.secondDivisor = power(2, twos - lowTwos) * power(5, fives - lowFives);
        this.denominator = firstDivisor * secondDivisor;
    }

    /**
     * Of a tick and a lot given as mantissas above zero and decimal places.
     *
     * @param scale places of the quote asset, less those of tick and lot
     * @return empty when the reduced fraction does not fit: its numerator 63 bits, its denominator 10^18
     */
    public static Optional<LotValue> of(long tickMantissa, long lotMantissa, int scale) {
        int twos = Math.max(-scale, 0);
        int fives = twos;
        long tick = tickMantissa;
        long lot = lotMantissa;
        for (; twos > 0 && (tick & 1) == 0; twos--) tick >>= 1;
        for (; twos > 0 && (lot & 1) == 0; twos--) lot >>= 1;
        for (; fives > 0 && tick % 5 == 0; fives--) tick /= 5;
        for (; fives > 0 && lot % 5 == 0; fives--) lot /= 5;
        long numerator = WideMath.product(tick, lot);
        for (int i = 0; i < scale && numerator != OVERFLOW; i++) numerator = WideMath.product(numerator, 10);
        boolean fits = numerator != OVERFLOW && twos <= LARGEST_SCALE && fives <= LARGEST_SCALE;
        return fits ? Optional.of(new LotValue(numerator, twos, fives)) : Optional.empty();
    }

    /** Rounded down: what a trade moves. */
    public long traded(long priceTicks, long lots) {
        long lotPrice = WideMath.product(priceTicks, numerator);
        if (lotPrice == OVERFLOW) return OVERFLOW;
        if (denominator == 1) return WideMath.product(lotPrice, lots);
        return WideMath.productDivided(lotPrice, lots, firstDivisor, secondDivisor);
    }

    /** Rounded up: what a hold takes. */
    public long held(long priceTicks, long lots) {
        long value = traded(priceTicks, lots);
        if (denominator == 1 || value == OVERFLOW) return value;
        if (!WideMath.leavesRemainder(priceTicks * numerator, lots, firstDivisor, secondDivisor)) return value;
        return value == Long.MAX_VALUE ? OVERFLOW : value + 1;
    }

    /** The most whole lots that are worth no more than the amount at the price; an overflow reads as no end of lots. */
    public long lotsFor(long amountMinor, long priceTicks) {
        long lotPrice = WideMath.product(priceTicks, numerator);
        if (lotPrice == OVERFLOW) return 0;
        if (denominator == 1) return amountMinor / lotPrice;
        long lots = WideMath.productDividedByAny(amountMinor, denominator, lotPrice);
        return lots == OVERFLOW ? Long.MAX_VALUE : lots;
    }

    private static long power(long base, int exponent) {
        long product = 1;
        for (int i = 0; i < exponent; i++) product *= base;
        return product;
    }
}
