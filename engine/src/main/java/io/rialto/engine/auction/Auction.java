package io.rialto.engine.auction;

import io.rialto.engine.fixing.AuctionPrice;
import io.rialto.engine.fixing.CallBook;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import java.util.function.LongConsumer;

/** The auction of one instrument: what it sees while it collects, and how far it is when it trades. */
final class Auction {
    final Instrument market;
    final CallBook book;

    // What was last indicated.
    long indicatedTicks;
    long indicatedLots;
    long indicatedImbalance;

    // While it trades: its price, what is left to trade, and what follows.
    long priceTicks;
    long leftLots;
    byte next;
    long plannedNanos;

    Auction(Instrument market, OpenOrders orders, AuctionQueue changed) {
        this.market = market;
        this.book = new CallBook(orders, () -> changed.add(this));
    }

    /** True when it is another indication than the last; keeps it. */
    boolean indicatesAnew(AuctionPrice price) {
        long imbalance = price.surplusLots();
        boolean isSame = price.priceTicks() == indicatedTicks
                && price.volumeLots() == indicatedLots
                && imbalance == indicatedImbalance;
        indicatedTicks = price.priceTicks();
        indicatedLots = price.volumeLots();
        indicatedImbalance = imbalance;
        return !isSame;
    }

    void forgetIndication() {
        indicatedTicks = 0;
        indicatedLots = 0;
        indicatedImbalance = 0;
    }

    void visit(LongConsumer state) {
        state.accept(indicatedTicks);
        state.accept(indicatedLots);
        state.accept(indicatedImbalance);
        state.accept(priceTicks);
        state.accept(leftLots);
        state.accept(next);
        state.accept(plannedNanos);
    }
}
