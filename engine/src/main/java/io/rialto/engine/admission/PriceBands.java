package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;

/** The price bands of an instrument: per side, the parts of the reference price between which a limit must lie. */
public final class PriceBands {
    private static final long WHOLE_BPS = 10_000;

    private PriceBands() {}

    /** Without a reference price, or without a bound, everything is inside. */
    public static boolean isOutside(Instrument market, boolean buys, long priceTicks) {
        long referenceTicks = market.lastTradeTicks() != 0 ? market.lastTradeTicks() : market.referencePriceTicks();
        if (referenceTicks == Instrument.NONE) return false;
        long lowBps =
                market.parameter(buys ? InstrumentParameter.BUY_BAND_LOW_BPS : InstrumentParameter.SELL_BAND_LOW_BPS);
        long highBps =
                market.parameter(buys ? InstrumentParameter.BUY_BAND_HIGH_BPS : InstrumentParameter.SELL_BAND_HIGH_BPS);
        return lowBps != Instrument.NONE && isProductBelow(priceTicks, WHOLE_BPS, referenceTicks, lowBps)
                || highBps != Instrument.NONE && isProductBelow(referenceTicks, highBps, priceTicks, WHOLE_BPS);
    }

    /** {@code a * b < c * d}, in 128 bits. */
    private static boolean isProductBelow(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, b);
        long otherHigh = Math.multiplyHigh(c, d);
        return high != otherHigh ? high < otherHigh : Long.compareUnsigned(a * b, c * d) < 0;
    }
}
