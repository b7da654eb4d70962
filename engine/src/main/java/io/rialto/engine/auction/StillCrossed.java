package io.rialto.engine.auction;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.OrderRepricedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/**
 * An auction passes reduce-only orders over that have nothing left to reduce, and may so leave others that reach each
 * other at a price that it did not find. Of the two in front the younger comes in anew, until nobody reaches anybody.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm.
 */
public final class StillCrossed implements Consequence {
    private static final int LAST_ARRIVAL = FrameLayout.MAX_EVENTS - 8;

    private final Auctions auctions;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final TradingDesk trading;
    private final Aggressor younger = new Aggressor();
    private final OrderRepricedEncoder repriced = new OrderRepricedEncoder();

    public StillCrossed(Auctions auctions, OpenOrders orders, TradingDesk trading) {
        this.auctions = auctions;
        this.orders = orders;
        this.pool = orders.pool();
        this.trading = trading;
    }

    @Override
    public boolean isPending() {
        return !auctions.crossed.isEmpty();
    }

    /** One arrival, so that others may follow what it caused before the next. */
    @Override
    public boolean isDone(Frame frame) {
        Auction auction = auctions.crossed.firstListed();
        int slot = auction.market.isContinuous() ? youngerInFront(auction.market.book()) : OrderPool.NONE;
        if (slot == OrderPool.NONE) {
            auctions.crossed.takeFirstListed();
            return true;
        }
        if (frame.eventCount() > LAST_ARRIVAL) return false;
        arrive(frame, auction.market, slot);
        return true;
    }

    private int youngerInFront(Book book) {
        int bid = front(book, Side.BUY);
        int ask = front(book, Side.SELL);
        boolean meet = bid != OrderPool.NONE && ask != OrderPool.NONE && pool.priceTicks(bid) >= pool.priceTicks(ask);
        if (!meet) return OrderPool.NONE;
        return pool.orderNumber(bid) > pool.orderNumber(ask) ? bid : ask;
    }

    /** Orders that trade only much at once may stand where others do not reach them. */
    private int front(Book book, Side side) {
        int slot = book.best(side);
        while (slot != OrderPool.NONE && orders.leastLots(slot) > 0) slot = book.next(slot);
        return slot;
    }

    private void arrive(Frame frame, Instrument market, int slot) {
        long ticks = pool.priceTicks(slot);
        frame.claimEvent(repriced)
                .order(pool.orderNumber(slot))
                .oldPriceTicks(ticks)
                .newPriceTicks(ticks)
                .openLots(pool.openLots(slot))
                .holdChangeMinor(0)
                .account(pool.account(slot))
                .instrument(market.number())
                .side(pool.side(slot));
        younger.standsIn(orders, slot, market);
        market.book().remove(slot);
        trading.arrival().meetsBook(frame, younger, true, Reason.NONE, false);
    }
}
