package io.rialto.feeds.requirement;

import io.rialto.feeds.listing.Instrument;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What lots of a contract are worth at a price, in the smallest unit of what it is settled in: a whole number. What is
 * beyond {@link #MOST_MINOR} counts as that, in every sum as well.
 */
public record ContractValue(BigInteger lotTickMinor) {
    public static final long MOST_MINOR = 1L << 62;

    private static final BigInteger MOST = BigInteger.valueOf(MOST_MINOR);

    public static ContractValue of(Instrument market) {
        Instrument.Contract contract = market.contract().orElseThrow();
        BigDecimal tick = BigDecimal.valueOf(market.tickMantissa(), market.tickScale());
        BigDecimal lot = BigDecimal.valueOf(market.lotMantissa(), market.lotScale());
        BigDecimal multiplier = BigDecimal.valueOf(contract.multiplierMantissa(), contract.multiplierScale());
        return new ContractValue(tick.multiply(lot)
                .multiply(multiplier)
                .scaleByPowerOfTen(market.quote().scale())
                .toBigIntegerExact());
    }

    public long minor(long priceTicks, long lots) {
        boolean isSmall = lotTickMinor.bitLength() < Long.SIZE && Math.multiplyHigh(priceTicks, lots) == 0;
        long size = priceTicks * lots;
        if (isSmall && size >= 0 && Math.multiplyHigh(size, lotTickMinor.longValue()) == 0) {
            long value = size * lotTickMinor.longValue();
            if (value >= 0) return Math.min(value, MOST_MINOR);
        }
        return lotTickMinor
                .multiply(BigInteger.valueOf(priceTicks))
                .multiply(BigInteger.valueOf(lots))
                .min(MOST)
                .longValue();
    }

    static long times(long one, long other) {
        return new ContractValue(BigInteger.ONE).minor(one, other);
    }

    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? MOST_MINOR : Math.min(sum, MOST_MINOR);
    }

    /** {@code ceil(whole * part / of)} of numbers not below zero, the part not above what it is of. */
    static long part(long whole, long part, long of) {
        if (Math.multiplyHigh(whole, part) == 0 && whole * part >= 0) {
            long product = whole * part;
            return product / of + (product % of == 0 ? 0 : 1);
        }
        BigInteger[] parts =
                BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)).divideAndRemainder(BigInteger.valueOf(of));
        return parts[0].longValueExact() + parts[1].signum();
    }
}
