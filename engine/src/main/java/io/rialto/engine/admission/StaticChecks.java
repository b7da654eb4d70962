package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.Reason;

/** The checks that need the terms of the instrument alone, in the rulebook's order: the first that fails is the answer. */
public final class StaticChecks {
    private StaticChecks() {}

    public static Reason limit(Instrument market, long priceTicks, long quantityLots) {
        if (priceTicks <= 0) return Reason.PRICE_NOT_POSITIVE;
        Reason refusal = quantity(market, quantityLots);
        return refusal == Reason.NONE ? value(market, priceTicks, quantityLots) : refusal;
    }

    public static Reason quantity(Instrument market, long quantityLots) {
        if (quantityLots < market.minQuantityLots()) return Reason.QUANTITY_BELOW_MINIMUM;
        return quantityLots > market.maxQuantityLots() ? Reason.QUANTITY_ABOVE_MAXIMUM : Reason.NONE;
    }

    /** The minimum notional, then whether a buyer's hold and a seller's both fit. */
    public static Reason value(Instrument market, long priceTicks, long quantityLots) {
        long tradedMinor = market.lotValue().traded(priceTicks, quantityLots);
        if (tradedMinor == LotValue.OVERFLOW) return Reason.VALUE_OVERFLOW;
        if (tradedMinor < market.minNotionalMinor()) return Reason.NOTIONAL_BELOW_MINIMUM;
        long worthMinor = Holds.worth(market, priceTicks, quantityLots, 0);
        return worthMinor == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : base(market, quantityLots);
    }

    public static Reason base(Instrument market, long quantityLots) {
        return Holds.ofSeller(market, quantityLots) == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : Reason.NONE;
    }
}
