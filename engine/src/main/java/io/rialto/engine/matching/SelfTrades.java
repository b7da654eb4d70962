package io.rialto.engine.matching;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.Frame;

/**
 * What happens instead of a trade when both orders have one owner: the aggressor's mode decides.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class SelfTrades {
    static final byte TRADE = (byte) SelfTradePrevention.NONE.value();
    static final byte CANCEL_NEWEST = (byte) SelfTradePrevention.CANCEL_NEWEST.value();
    static final byte CANCEL_OLDEST = (byte) SelfTradePrevention.CANCEL_OLDEST.value();
    static final byte CANCEL_BOTH = (byte) SelfTradePrevention.CANCEL_BOTH.value();
    static final byte DECREMENT = (byte) SelfTradePrevention.DECREMENT.value();

    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final OrderEvents events;
    private final Aggressor waiting = new Aggressor();

    public SelfTrades(OpenOrders orders, Balances balances, OrderEvents events) {
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.events = events;
    }

    boolean applyTo(Aggressor taker, int maker) {
        return taker.prevention != TRADE && pool.tradeGroup(maker) == taker.ownerGroup;
    }

    /** Keeps the two from trading; true when the aggressor goes on. */
    boolean prevent(Frame frame, Aggressor taker, int maker, long priceTicks, long lots) {
        if (taker.prevention == DECREMENT) return decrement(frame, taker, maker, priceTicks, lots);
        long makerOpenLots = pool.openLots(maker);
        events.prevented(frame, taker, maker, lots, 0, 0, makerOpenLots);
        if (taker.prevention != CANCEL_NEWEST) expire(frame, taker, maker, makerOpenLots);
        return taker.prevention == CANCEL_OLDEST;
    }

    /** Of two orders that an auction would let meet, says that the younger is to go; that he goes is the caller's business. */
    public void cancelsYounger(Frame frame, Instrument market, int older, int younger) {
        waiting.returns(pool, younger, market, CANCEL_NEWEST);
        waiting.limits(pool.priceTicks(younger), pool.openLots(younger));
        long olderLots = pool.openLots(older);
        events.prevented(frame, waiting, older, Math.min(olderLots, waiting.openLots()), 0, 0, olderLots);
    }

    /** The whole resting order goes. */
    private void expire(Frame frame, Aggressor taker, int maker, long openLots) {
        long heldMinor = orders.heldMinor(taker.instrument, maker);
        release(taker, maker, heldMinor);
        taker.instrument.book().remove(maker);
        events.expired(frame, maker, openLots, heldMinor, Reason.SELF_TRADE_PREVENTED);
        orders.end(maker);
    }

    /** Both get smaller by what would have traded; what they held for it is free again. */
    private boolean decrement(Frame frame, Aggressor taker, int maker, long priceTicks, long lots) {
        Book book = taker.instrument.book();
        int feePrepaid = pool.feePrepaid(maker);
        long makerOpenLots = pool.openLots(maker) - lots;
        long heldBefore = orders.heldMinor(taker.instrument, maker);
        long heldAfter = Holds.of(taker.instrument, !taker.buys, orders.holdTicks(maker), makerOpenLots, feePrepaid);
        long makerReleased = heldBefore - heldAfter;
        release(taker, maker, makerReleased);
        long takerReleased = decrementTaker(taker, priceTicks, lots);
        events.prevented(frame, taker, maker, lots, makerReleased, takerReleased, makerOpenLots);
        orders.prevented(maker);
        orders.prevented(taker.slot);
        if (book.fill(maker, lots)) {
            events.expired(frame, maker, 0, 0, Reason.SELF_TRADE_PREVENTED);
            orders.end(maker);
        }
        return taker.openLots > 0;
    }

    private long decrementTaker(Aggressor taker, long priceTicks, long lots) {
        long heldBefore = taker.holdMinor;
        if (!taker.isByAmount) taker.openLots -= lots;
        else taker.amountLeftMinor -= taker.instrument.lotValue().traded(priceTicks, lots);
        if (taker.holdsByPrice) taker.holdMinor = taker.holdByPrice();
        else if (taker.isByAmount && taker.buys) taker.holdMinor = taker.amountLeftMinor;
        long released = heldBefore - taker.holdMinor;
        balances.release(taker.payingCell(), released);
        balances.verify(taker.payingCell());
        return released;
    }

    private void release(Aggressor taker, int maker, long amountMinor) {
        int cell = taker.buys ? pool.baseBalance(maker) : pool.quoteBalance(maker);
        balances.release(cell, amountMinor);
        balances.verify(cell);
    }
}
