package io.rialto.feeds.prints;

import io.rialto.feeds.listing.Instrument;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The step in which an instrument's kept numbers are counted: its tick, or its lot. When the instrument gets another one,
 * the grain becomes the widest that both are whole numbers of, so that what was kept before can be told exactly.
 *
 * @param mantissa of a grain, with {@code scale} decimal places
 * @param perStep grains of the instrument's step of now
 */
public record Grain(long mantissa, int scale, long perStep) {
    static Grain ofTick(Instrument instrument) {
        return new Grain(instrument.tickMantissa(), instrument.tickScale(), 1);
    }

    static Grain ofLot(Instrument instrument) {
        return new Grain(instrument.lotMantissa(), instrument.lotScale(), 1);
    }

    /** One of it. */
    public BigDecimal size() {
        return BigDecimal.valueOf(mantissa, scale);
    }

    /** So many of it. */
    public BigDecimal times(long grains) {
        return size().multiply(BigDecimal.valueOf(grains));
    }

    /** So many of it. */
    public BigDecimal times(BigInteger grains) {
        return size().multiply(new BigDecimal(grains));
    }

    /**
     * The grain behind a change of the step.
     *
     * @throws ArithmeticException when no 63 bits hold it
     */
    Grain forStep(long stepMantissa, int stepScale) {
        int finest = Math.max(scale, stepScale);
        BigInteger own = size().setScale(finest).unscaledValue();
        BigInteger step =
                BigDecimal.valueOf(stepMantissa, stepScale).setScale(finest).unscaledValue();
        BigInteger shared = own.gcd(step);
        return new Grain(shared.longValueExact(), finest, step.divide(shared).longValueExact());
    }

    /** How many of a finer grain one of this is. */
    long in(Grain finer) {
        return size().divideToIntegralValue(finer.size()).longValueExact();
    }
}
