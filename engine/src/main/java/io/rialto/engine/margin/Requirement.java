package io.rialto.engine.margin;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;

/**
 * What one account needs for one contract: for its position, or for what the worse of both sides would make of it,
 * whichever is more. Rulebook, "What is required".
 *
 * <p>Threading: the core's thread only. Allocates nothing; takes a look at each open order of the account.
 */
final class Requirement {
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Positions positions;
    private final OpenSide buying = new OpenSide(true);
    private final OpenSide selling = new OpenSide(false);
    private Instrument market;
    private MarginTiers tiers;
    private long positionLots;
    private int leverage;

    Requirement(OpenOrders orders, Positions positions) {
        this.orders = orders;
        this.pool = orders.pool();
        this.positions = positions;
    }

    /** @param without an open order that does not count, or {@link OpenOrders#NONE} */
    void begin(Instrument contract, MarginTiers contractsTiers, int account, int without) {
        market = contract;
        tiers = contractsTiers;
        positionLots = positions.lots(contract.number(), account);
        leverage = positions.leverage(contract.number(), account);
        buying.begin(contract);
        selling.begin(contract);
        for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            if (slot != without && pool.instrument(slot) == contract.number() && counts(slot))
                add(!pool.sells(slot), orders.holdTicks(slot), pool.openLots(slot));
        }
    }

    /** Whether it could trade as soon as somebody comes. */
    private boolean counts(int slot) {
        return !orders.isParked(slot) || orders.special(slot).holdsByPrice();
    }

    void add(boolean buys, long limitTicks, long lots) {
        (buys ? buying : selling).add(limitTicks, lots);
    }

    void levered(int by) {
        leverage = by;
    }

    long totalMinor() {
        long most = positionMargin();
        most = Math.max(most, sideMinor(buying));
        return Math.max(most, sideMinor(selling));
    }

    /** Of that, what the position alone requires. */
    long positionMargin() {
        return initialMinor(positionMinor());
    }

    /** Of the position, at mark. */
    long positionMinor() {
        return MarkedValue.of(market, Math.abs(positionLots));
    }

    /** The greatest value that lies behind the total. */
    long greatestMinor() {
        return Math.max(positionMinor(), Math.max(valueMinor(true), valueMinor(false)));
    }

    long valueMinor(boolean buys) {
        return (buys ? buying : selling).valueMinor(positionLots);
    }

    /** Whether a side is worth more than is counted. */
    boolean isBeyond(boolean buys) {
        valueMinor(buys);
        return (buys ? buying : selling).isBeyond();
    }

    private long sideMinor(OpenSide side) {
        long minor = initialMinor(side.valueMinor(positionLots)) + side.riskedMinor(positionLots);
        return minor < 0 ? Long.MAX_VALUE : minor;
    }

    private long initialMinor(long valueMinor) {
        return tiers.initialMinor(valueMinor, leverage);
    }
}
