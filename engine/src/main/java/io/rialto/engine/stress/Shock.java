package io.rialto.engine.stress;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.InstrumentTerms;
import io.rialto.engine.pricing.Proportion;
import java.math.BigInteger;

/** Where a move of its price puts what a contract is valued at, in ticks. */
final class Shock {
    static final int LEAST_BPS = -10_000;
    static final int MOST_BPS = 100_000;

    private static final int WHOLE = 10_000;

    private Shock() {}

    /** The move is rounded toward where the price was; no price falls below the first tick. */
    static long ticks(Instrument market, int bps) {
        long now = market.valuationTicks();
        long price = now - floorTicks(market.terms());
        long size = Proportion.of(Math.abs(price), Math.abs(bps), WHOLE);
        boolean rises = price > 0 == bps > 0;
        if (size < 0) return rises ? Long.MAX_VALUE : 1;
        if (!rises) return Math.max(1, now - size);
        return now > Long.MAX_VALUE - size ? Long.MAX_VALUE : now + size;
    }

    /** A whole number of them: it was listed so. */
    private static long floorTicks(InstrumentTerms terms) {
        InstrumentTerms.Contract contract = terms.contract();
        if (contract.floorMantissa() == 0) return 0;
        BigInteger floor = BigInteger.valueOf(contract.floorMantissa()).multiply(BigInteger.TEN.pow(terms.tickScale()));
        BigInteger tick = BigInteger.valueOf(terms.tickMantissa()).multiply(BigInteger.TEN.pow(contract.floorScale()));
        return floor.divide(tick).longValueExact();
    }
}
