package io.rialto.engine.trading;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.InstrumentTerms;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.Reason;

/** The checks that need the terms of the instrument alone, in the rulebook's order: the first that fails is the answer. */
final class StaticChecks {
    private StaticChecks() {}

    static Reason limit(Instrument market, long priceTicks, long quantityLots) {
        if (priceTicks <= 0) return Reason.PRICE_NOT_POSITIVE;
        Reason refusal = quantity(market, quantityLots);
        return refusal == Reason.NONE ? notional(market, priceTicks, quantityLots) : refusal;
    }

    static Reason quantity(Instrument market, long quantityLots) {
        InstrumentTerms terms = market.terms();
        if (quantityLots < terms.minQuantityLots()) return Reason.QUANTITY_BELOW_MINIMUM;
        if (quantityLots > terms.maxQuantityLots()) return Reason.QUANTITY_ABOVE_MAXIMUM;
        return Holds.ofSeller(market, quantityLots) == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : Reason.NONE;
    }

    static Reason notional(Instrument market, long priceTicks, long quantityLots) {
        long valueMinor = market.lotValue().held(priceTicks, quantityLots);
        if (valueMinor == LotValue.OVERFLOW) return Reason.VALUE_OVERFLOW;
        long minimum = market.terms().minNotionalMinor();
        boolean isBelow = minimum > 0 && market.lotValue().traded(priceTicks, quantityLots) < minimum;
        return isBelow ? Reason.NOTIONAL_BELOW_MINIMUM : Reason.NONE;
    }
}
