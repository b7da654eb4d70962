package io.rialto.engine.margin;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.pricing.Proportion;

/**
 * All that an account would buy, or sell, of a contract if its open orders of that side traded, and the position with it.
 *
 * <p>Prices in ticks, quantities in lots, values in minor units, none counted beyond {@link MarginTiers#MOST_MINOR}.
 */
final class OpenSide {
    private final boolean buys;
    private Instrument market;
    private long markTicks;
    private long lots;
    private long ordersMinor;
    private long riskedMinor;
    private boolean areOrdersBeyond;
    private boolean isBeyond;

    OpenSide(boolean buys) {
        this.buys = buys;
    }

    void begin(Instrument contract) {
        market = contract;
        markTicks = contract.valuationTicks();
        lots = 0;
        ordersMinor = 0;
        riskedMinor = 0;
        areOrdersBeyond = false;
        isBeyond = false;
    }

    /** An order at its limit; 0 is none, and then it is valued at mark. */
    void add(long limitTicks, long orderLots) {
        long ticks = limitTicks == 0 ? markTicks : limitTicks;
        long atLimit = value(ticks, orderLots);
        long atMark = value(markTicks, orderLots);
        long lost = Math.max(0, buys ? atLimit - atMark : atMark - atLimit);
        isBeyond = false;
        long counted = value(buys ? ticks : Math.max(ticks, markTicks), orderLots);
        ordersMinor = sum(ordersMinor, counted);
        areOrdersBeyond |= isBeyond;
        long fee = Proportion.roundedUp(counted, market.charges().largestRate(), Fees.WHOLE);
        long perLot = LotValue.product(orderLots, market.charges().perLot());
        lots = sum(lots, orderLots);
        riskedMinor = sum(riskedMinor, sum(sum(lost, fee), perLot == LotValue.OVERFLOW ? most() : perLot));
    }

    /** How many of the lots go beyond bringing a position on the other side to zero. */
    private long increasingLots(long positionLots) {
        return Math.max(0, lots - Math.max(0, buys ? -positionLots : positionLots));
    }

    /** Of what the position would be then. */
    long valueMinor(long positionLots) {
        isBeyond = false;
        long increasing = increasingLots(positionLots);
        long own = Math.max(0, buys ? positionLots : -positionLots);
        if (increasing > 0) {
            long value = sum(value(markTicks, own), Proportion.roundedUp(ordersMinor, increasing, lots));
            isBeyond |= areOrdersBeyond;
            return value;
        }
        return value(markTicks, own > 0 ? own : Math.abs(positionLots) - lots);
    }

    /** What the orders could lose against the mark and pay in fees, so far as they increase. */
    long riskedMinor(long positionLots) {
        long increasing = increasingLots(positionLots);
        return increasing == 0 ? 0 : Proportion.roundedUp(riskedMinor, increasing, lots);
    }

    /** Whether the value that was asked for last is more than is counted. */
    boolean isBeyond() {
        return isBeyond;
    }

    private long value(long ticks, long ofLots) {
        long value = market.lotValue().traded(ticks, ofLots);
        return value == LotValue.OVERFLOW ? most() : counted(value);
    }

    private long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? most() : counted(sum);
    }

    private long counted(long value) {
        return value > MarginTiers.MOST_MINOR ? most() : value;
    }

    private long most() {
        isBeyond = true;
        return MarginTiers.MOST_MINOR;
    }
}
