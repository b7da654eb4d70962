package io.rialto.engine.orders;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.LotValue;

/**
 * What an order must have set aside for what is still open of it.
 *
 * <p>A seller holds the base; a buyer the quote at the order's own price, rounded up, and, when fees are in the quote
 * asset, the highest fee that could still fall due. That fee counts what the order has prepaid: so a hold shrinks by at
 * least what a fill spends, down to the last minor unit.
 */
public final class Holds {
    public static final long OVERFLOW = LotValue.OVERFLOW;

    private Holds() {}

    /** In minor units of the side's asset, or {@link #OVERFLOW}. */
    public static long of(Instrument instrument, boolean buys, long priceTicks, long lots, int feePrepaid) {
        return buys ? ofBuyer(instrument, priceTicks, lots, feePrepaid) : ofSeller(instrument, lots);
    }

    public static long ofSeller(Instrument instrument, long lots) {
        return LotValue.product(lots, instrument.lotBaseMinor());
    }

    private static long ofBuyer(Instrument instrument, long priceTicks, long lots, int feePrepaid) {
        return lots == 0 || instrument.isContract() ? 0 : worth(instrument, priceTicks, lots, feePrepaid);
    }

    /** The value rounded up, and the highest fee on it that is paid in the same asset; or {@link #OVERFLOW}. */
    public static long worth(Instrument instrument, long priceTicks, long lots, int feePrepaid) {
        long value = instrument.lotValue().held(priceTicks, lots);
        if (value == OVERFLOW || !instrument.feesInQuote()) return value;
        long hold = withFee(value, instrument.charges().largestRate(), feePrepaid);
        return instrument.charges().perLot() == 0
                ? hold
                : withFeePerLot(hold, instrument.charges().perLot(), lots);
    }

    /** A hold and what so many lots cost beside the rate. */
    public static long withFeePerLot(long holdMinor, long feePerLot, long lots) {
        if (holdMinor == OVERFLOW || feePerLot == 0) return holdMinor;
        long fixed = LotValue.product(feePerLot, lots);
        long hold = holdMinor + fixed;
        return fixed == OVERFLOW || hold < 0 ? OVERFLOW : hold;
    }

    /** A value and the fee of this rate, not below zero, that is still due on it. */
    public static long withFee(long valueMinor, int rate, int feePrepaid) {
        long hold = valueMinor + Fees.due(valueMinor, rate, feePrepaid);
        return hold < 0 ? OVERFLOW : hold;
    }
}
