package io.rialto.engine.display;

import io.rialto.engine.admission.StaticChecks;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;

/**
 * Where a pegged order belongs: its reference price, its offset, and the limit that caps it. References are displayed orders
 * that trade any quantity and are not pegged themselves, so that no peg ever follows a peg.
 *
 * <p>Prices in ticks, 0 for none. Threading: the core's thread only. Allocates nothing.
 */
public final class PegTerms {
    private static final byte PRIMARY = (byte) PegReference.PRIMARY.value();
    private static final byte MARKET = (byte) PegReference.MARKET.value();

    private final OpenOrders orders;
    private final OrderPool pool;
    private long ticks;

    public PegTerms(OpenOrders orders) {
        this.orders = orders;
        this.pool = orders.pool();
    }

    /** Settles the price that a new pegged order works at, or refuses it. */
    public Reason settle(Ticket ticket, Instrument market) {
        long capTicks = ticket.priceTicks;
        if (capTicks < 0) return Reason.PRICE_NOT_POSITIVE;
        Reason refusal = StaticChecks.quantity(market, ticket.quantityLots);
        if (refusal != Reason.NONE) return refusal;
        ticks = ticks(market, ticket.terms, ticket.buys, capTicks);
        long checkedTicks = capTicks != 0 ? capTicks : ticks;
        return checkedTicks == 0
                ? StaticChecks.base(market, ticket.quantityLots)
                : StaticChecks.value(market, checkedTicks, ticket.quantityLots);
    }

    /** Of the order that was settled last; 0 when it has to wait for its reference. */
    public long ticks() {
        return ticks;
    }

    /** Where an open pegged order belongs now; 0 when its reference is missing, or trading is not continuous. */
    public long ticks(Instrument market, int slot) {
        Special special = orders.special(slot);
        long capTicks = special.capTicks == Special.NO_PRICE ? 0 : special.capTicks;
        return ticks(market, special, !pool.sells(slot), capTicks);
    }

    private long ticks(Instrument market, Special terms, boolean buys, long capTicks) {
        long reference = market.isContinuous() ? reference(market, terms.pegReference, buys) : 0;
        long moved = reference + terms.pegOffsetTicks;
        boolean overflows = ((reference ^ moved) & (terms.pegOffsetTicks ^ moved)) < 0;
        if (reference == 0 || overflows || moved <= 0) return 0;
        if (capTicks == 0) return moved;
        return buys ? Math.min(moved, capTicks) : Math.max(moved, capTicks);
    }

    private long reference(Instrument market, byte peg, boolean buys) {
        if (peg == PRIMARY) return best(market.book(), buys ? Side.BUY : Side.SELL);
        if (peg == MARKET) return best(market.book(), buys ? Side.SELL : Side.BUY);
        long bid = best(market.book(), Side.BUY);
        long ask = best(market.book(), Side.SELL);
        if (bid == 0 || ask == 0) return 0;
        long half = Math.floorDiv(ask - bid, 2);
        return buys ? bid + half : ask - half;
    }

    /** The price of a side that pegs of the market look at, 0 for none. */
    public long reference(Instrument market, Side side) {
        return best(market.book(), side);
    }

    private long best(Book book, Side side) {
        int slot = book.best(side);
        while (slot != OrderPool.NONE && !isReference(slot)) slot = book.next(slot);
        return slot == OrderPool.NONE ? 0 : pool.priceTicks(slot);
    }

    private boolean isReference(int slot) {
        if (!orders.isSpecial(slot)) return true;
        Special special = orders.special(slot);
        return !special.isHidden && special.pegReference == 0 && orders.leastLots(slot) == 0;
    }
}
