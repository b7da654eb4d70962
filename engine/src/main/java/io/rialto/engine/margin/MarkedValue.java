package io.rialto.engine.margin;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.LotValue;

/** What lots of a contract are worth at its mark, in minor units; nothing while it has none. */
public final class MarkedValue {
    private MarkedValue() {}

    public static long of(Instrument market, long lots) {
        if (lots == 0 || market.valuationTicks() == Instrument.NONE) return 0;
        long value = market.lotValue().traded(market.valuationTicks(), lots);
        return value == LotValue.OVERFLOW ? MarginTiers.MOST_MINOR : Math.min(value, MarginTiers.MOST_MINOR);
    }
}
