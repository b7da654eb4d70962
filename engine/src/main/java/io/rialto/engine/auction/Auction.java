package io.rialto.engine.auction;

import io.rialto.engine.fixing.AuctionPrice;
import io.rialto.engine.fixing.CallBook;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import java.util.function.LongConsumer;

/** The auction of one instrument: what it sees while it collects, and how far it is when it trades. */
final class Auction {
    /** A named thing and no lambda, since it is made while the venue runs and so has to be kept in snapshots. */
    private record FirstChange(AuctionQueue changed, Auction auction) implements Runnable {
        @Override
        public void run() {
            changed.add(auction);
        }
    }

    final Instrument market;
    final CallBook book;

    // What was last indicated.
    long indicatedTicks;
    long indicatedLots;
    long indicatedImbalance;

    /** It is due and has no price yet; when that is out of range, its call goes on, unless somebody wants it over. */
    boolean isDue;

    boolean mayGoOn;

    // While it trades: its price, what is left to trade, and what follows.
    long priceTicks;
    long leftLots;
    byte next;
    long plannedNanos;

    Auction(Instrument market, OpenOrders orders, AuctionQueue changed) {
        this.market = market;
        this.book = new CallBook(orders, new FirstChange(changed, this));
    }

    /** It trades next, if it may; what then follows was planned for this time. */
    void isDue(byte newNext, long newPlannedNanos, boolean newMayGoOn) {
        isDue = true;
        mayGoOn = newMayGoOn;
        next = newNext;
        plannedNanos = newPlannedNanos;
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
        state.accept((isDue ? 1 << 8 : 0) | (mayGoOn ? 1 << 9 : 0) | next);
        state.accept(plannedNanos);
    }
}
