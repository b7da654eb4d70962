package io.rialto.feeds.requirement;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.orders.OrderView;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Side;

/**
 * What one account needs for one contract, by its position and its open orders: rulebook, "What is required".
 *
 * <p>Nothing is required before there is a mark. One use, one thread.
 */
public final class Requirement {
    private static final int WHOLE = 10_000_000;

    private final MarginTiers tiers;
    private final int leverage;
    private final long positionLots;
    private final ContractValue value;
    private final long markTicks;
    private final int largestRate;
    private final long feePerLot;
    private final OpenSide buying = new OpenSide(true);
    private final OpenSide selling = new OpenSide(false);

    public Requirement(Instrument market, MarginTiers tiers, int leverage, long positionLots) {
        this.tiers = tiers;
        this.leverage = leverage;
        this.positionLots = positionLots;
        value = ContractValue.of(market);
        markTicks = market.valuationTicks().orElse(0);
        largestRate = Math.max(0, Math.max(market.makerFeeRate(), market.takerFeeRate()));
        feePerLot = Math.max(0, market.parameters().getOrDefault(InstrumentParameter.FEE_PER_LOT_MINOR, 0L));
    }

    /** Orders count when they could trade: in the book, and while they wait for an auction. */
    public void add(OrderView order) {
        boolean counts = order.parking().isEmpty() || order.parking().get() == Parking.AUCTION;
        if (!counts) return;
        boolean isCapped = order.type() == OrderType.PEGGED && order.requestedPriceTicks() != 0;
        long limitTicks = isCapped ? order.requestedPriceTicks() : order.workingPriceTicks();
        (order.side() == Side.BUY ? buying : selling).add(limitTicks, order.remainingLots());
    }

    /** Of the position, at mark. */
    public long positionMinor() {
        return value.minor(markTicks, Math.abs(positionLots));
    }

    public long initialMinor() {
        return tiers.initialMinor(positionMinor(), leverage);
    }

    public long maintenanceMinor() {
        return tiers.maintenanceMinor(positionMinor());
    }

    public long totalMinor() {
        return Math.max(initialMinor(), Math.max(buying.requiredMinor(), selling.requiredMinor()));
    }

    /** All that would be bought, or sold, if the open orders of that side traded, and the position with it. */
    private final class OpenSide {
        private final boolean buys;
        private long lots;
        private long ordersMinor;
        private long riskedMinor;

        OpenSide(boolean buys) {
            this.buys = buys;
        }

        void add(long limitTicks, long orderLots) {
            long ticks = limitTicks == 0 ? markTicks : limitTicks;
            long atLimit = value.minor(ticks, orderLots);
            long atMark = value.minor(markTicks, orderLots);
            long counted = buys ? atLimit : Math.max(atLimit, atMark);
            long lost = Math.max(0, buys ? atLimit - atMark : atMark - atLimit);
            long fee = ContractValue.part(counted, largestRate, WHOLE);
            long perLot = ContractValue.times(feePerLot, orderLots);
            lots = ContractValue.sum(lots, orderLots);
            ordersMinor = ContractValue.sum(ordersMinor, counted);
            riskedMinor = ContractValue.sum(riskedMinor, ContractValue.sum(ContractValue.sum(lost, fee), perLot));
        }

        private long increasingLots() {
            return Math.max(0, lots - Math.max(0, buys ? -positionLots : positionLots));
        }

        long requiredMinor() {
            long increasing = increasingLots();
            if (increasing == 0) return tiers.initialMinor(reducedMinor(), leverage);
            long own = Math.max(0, buys ? positionLots : -positionLots);
            long would =
                    ContractValue.sum(value.minor(markTicks, own), ContractValue.part(ordersMinor, increasing, lots));
            long risked = ContractValue.part(riskedMinor, increasing, lots);
            long required = tiers.initialMinor(would, leverage) + risked;
            return required < 0 ? Long.MAX_VALUE : required;
        }

        /** Orders that bring the position closer to zero, or there are none. */
        private long reducedMinor() {
            boolean isOwnSide = buys == positionLots > 0;
            return value.minor(markTicks, isOwnSide ? Math.abs(positionLots) : Math.abs(positionLots) - lots);
        }
    }
}
