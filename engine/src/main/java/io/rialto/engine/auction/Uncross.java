package io.rialto.engine.auction;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Displays;
import io.rialto.engine.fixing.OwnOrders;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.matching.SelfTrades;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.engine.trading.Departure;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/**
 * Trades what an auction has found: better prices first, at each the market orders that go as far, then by time, all at
 * its one price. Before it is looked for, orders go that would trade with older ones of their owner, where that is asked
 * for. What a frame has no room for goes on in the next, at the same price and down to the same volume.
 *
 * <p>Prices in ticks, quantities in lots. Threading: the core's thread only. Allocates nothing.
 */
public final class Uncross implements Consequence {
    /** Who is cancelled, and because of whom; a change of phase, and the price. */
    private static final int LAST_PAIR = FrameLayout.MAX_EVENTS - 3;

    private final Auctions auctions;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Fills fills;
    private final Displays displays;
    private final ReduceOnly reductions;
    private final OwnOrders own;
    private final SelfTrades selfTrades;
    private final Departure departure;
    private final Aggressor younger = new Aggressor();

    public Uncross(Auctions auctions, OpenOrders orders, TradingDesk trading) {
        this.auctions = auctions;
        this.orders = orders;
        this.pool = orders.pool();
        this.fills = trading.fills();
        this.displays = trading.displays();
        this.reductions = trading.reductions();
        this.own = new OwnOrders(orders);
        this.selfTrades = trading.selfTrades();
        this.departure = trading.departure();
    }

    @Override
    public boolean isPending() {
        return !auctions.uncrossing.isEmpty();
    }

    @Override
    public boolean isDone(Frame frame) {
        while (isPending()) {
            Auction auction = auctions.uncrossing.first();
            if (auction.isDue) {
                if (!areOwnOrdersGone(frame, auction) || frame.eventCount() > LAST_PAIR) return false;
                if (!auctions.begins(frame, auction)) {
                    auctions.uncrossing.removeFirst();
                    continue;
                }
            }
            if (!isTraded(frame, auction) || !arePeaksShown(frame, auction)) return false;
            if (frame.eventCount() > lastTrade(auction)) return false;
            auctions.uncrossing.removeFirst();
            auctions.ended(frame, auction);
        }
        return true;
    }

    /** Where an owner must not trade with himself; who is left is left whenever it is asked again. */
    private boolean areOwnOrdersGone(Frame frame, Auction auction) {
        Instrument market = auction.market;
        if (!Auctions.preventsOwnTrades(market)) return true;
        auctions.reads(auction);
        own.begin(market, auction.book);
        while (own.hasNext()) {
            if (frame.eventCount() > LAST_PAIR) return false;
            selfTrades.cancelsYounger(frame, market, own.older(), own.younger());
            departure.expire(frame, own.younger(), Reason.SELF_TRADE_PREVENTED);
        }
        return true;
    }

    /** A trade may be followed by two capped fees and by its flag, and there is one event more. */
    private static int lastTrade(Auction auction) {
        return FrameLayout.MAX_EVENTS - 4 - auction.market.eventsOfTrade();
    }

    private boolean isTraded(Frame frame, Auction auction) {
        while (auction.leftLots > 0) {
            if (frame.eventCount() > lastTrade(auction)) return false;
            int buy = firstAble(frame, auction, Side.BUY);
            int sell = firstAble(frame, auction, Side.SELL);
            if (buy == OrderPool.NONE || sell == OrderPool.NONE) return false;
            long lots = Math.min(auction.leftLots, Math.min(tradableLots(auction, buy), tradableLots(auction, sell)));
            trade(frame, auction, buy, sell, lots);
            auction.leftLots -= lots;
        }
        return true;
    }

    /** Whose turn comes with nothing left to reduce is out for good: a position that opens again would leave him crossed. */
    private int firstAble(Frame frame, Auction auction, Side side) {
        int slot = first(auction, side);
        while (tradableLots(auction, slot) == 0) {
            if (frame.eventCount() > lastTrade(auction)) return OrderPool.NONE;
            departure.cancel(frame, slot, Reason.REDUCE_ONLY_NO_POSITION);
            slot = first(auction, side);
        }
        return slot;
    }

    /** Who is first in line on a side; as long as volume is left there is somebody. */
    private int first(Auction auction, Side side) {
        int atMarket = auction.book.firstMarketOrder(side);
        int limited = firstInBook(auction, side);
        boolean isReached = atMarket != OrderPool.NONE && reaches(auction, atMarket);
        boolean isAtMarket = isReached && (limited == OrderPool.NONE || goesAsFar(atMarket, limited));
        int first = isAtMarket ? atMarket : limited;
        if (first != OrderPool.NONE) return first;
        throw new IllegalStateException("an auction must find its whole volume: instrument=" + auction.market.number()
                + " left=" + auction.leftLots);
    }

    private boolean goesAsFar(int atMarket, int limited) {
        long further = pool.priceTicks(atMarket) - pool.priceTicks(limited);
        return pool.sells(atMarket) ? further <= 0 : further >= 0;
    }

    private int firstInBook(Auction auction, Side side) {
        Book book = auction.market.book();
        int slot = book.best(side);
        while (slot != OrderPool.NONE && orders.leastLots(slot) > 0) slot = book.next(slot);
        return slot != OrderPool.NONE && reaches(auction, slot) ? slot : OrderPool.NONE;
    }

    private long tradableLots(Auction auction, int slot) {
        long openLots = pool.openLots(slot);
        return orders.isReduceOnly(slot) ? Math.min(openLots, reductions.mostLots(auction.market, slot)) : openLots;
    }

    private boolean reaches(Auction auction, int slot) {
        long ahead = pool.priceTicks(slot) - auction.priceTicks;
        return pool.sells(slot) ? ahead <= 0 : ahead >= 0;
    }

    /** The older order is called the maker, whatever the fees. */
    private void trade(Frame frame, Auction auction, int buy, int sell, long lots) {
        Instrument market = auction.market;
        boolean isBuyOlder = pool.orderNumber(buy) < pool.orderNumber(sell);
        int maker = isBuyOlder ? buy : sell;
        int taker = isBuyOlder ? sell : buy;
        younger.standsIn(orders, taker, market);
        fills.cross(frame, younger, maker, auction.priceTicks, lots);
        boolean isOwn = pool.tradeGroup(maker) == pool.tradeGroup(taker);
        if (isOwn) auctions.events.flagged(frame, market, pool, fills.lastTrade(), maker, taker);
        takeOut(auction, maker, lots);
        takeOut(auction, taker, lots);
    }

    private void takeOut(Auction auction, int slot, long lots) {
        if (orders.isParked(slot)) takeOutAtMarket(auction, slot, lots);
        else if (auction.market.book().fill(slot, lots)) orders.end(slot);
        else if (orders.isIceberg(slot)) displays.isUsedUp(slot, lots);
    }

    /** Icebergs took part with all of themselves; whose peak was used up by that shows the next one. */
    private boolean arePeaksShown(Frame frame, Auction auction) {
        return arePeaksShown(frame, auction, Side.BUY) && arePeaksShown(frame, auction, Side.SELL);
    }

    private boolean arePeaksShown(Frame frame, Auction auction, Side side) {
        Book book = auction.market.book();
        int slot = book.best(side);
        while (slot != OrderPool.NONE && reaches(auction, slot)) {
            int next = book.next(slot);
            if (orders.isIceberg(slot) && orders.special(slot).shownLots <= 0) {
                if (frame.eventCount() > lastTrade(auction)) return false;
                displays.nextPeak(frame, auction.market, slot);
            }
            slot = next;
        }
        return true;
    }

    private void takeOutAtMarket(Auction auction, int slot, long lots) {
        if (lots == pool.openLots(slot)) {
            auction.book.marketOrderWent(slot);
            orders.end(slot);
        } else {
            auction.book.marketOrderReduced(slot, lots);
            pool.openLots(slot, pool.openLots(slot) - lots);
        }
    }
}
