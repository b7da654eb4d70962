package io.rialto.engine.fixing;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.Side;

/**
 * Goes through the trades of an auction at its price without doing them, where orders take part that may only reduce a
 * position: each as far as the position goes when its turn comes. Costs the orders that reach the price, and where not all
 * of them trade, that for each price; where there are no such orders, nothing.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class ForeseenTrades {
    private final OrderPool pool;
    private final OpenOrders orders;
    private final ReduceOnly reductions;
    private final TradingLine buys = new TradingLine();
    private final TradingLine sells = new TradingLine();
    private Instrument market;
    private boolean isAnyBound;
    private long volumeLots;
    private long surplusLots;

    public ForeseenTrades(OpenOrders orders, ReduceOnly reductions) {
        this.orders = orders;
        this.pool = orders.pool();
        this.reductions = reductions;
    }

    /** Corrects what was found by whole orders; where not all of that trades, the price is looked for by what does. */
    public void correct(AuctionPrice price, Instrument in, CallBook auction, long referenceTicks) {
        if (price.priceTicks() == 0 || !in.tracksPositions() || !reductions.areOpenIn(in)) return;
        market = in;
        long wholeLots = price.volumeLots();
        correct(price, auction);
        if (price.volumeLots() == wholeLots) return;
        price.find(auction, referenceTicks, this);
    }

    private void correct(AuctionPrice price, CallBook auction) {
        collect(auction, price.priceTicks());
        if (!isAnyBound) return;
        long volume = traded(price.volumeLots());
        price.trades(volume, sum(buys) - sum(sells));
    }

    /** What would trade at a price that so many whole lots reach. */
    void go(CallBook auction, long priceTicks, long buyLots, long sellLots) {
        volumeLots = Math.min(buyLots, sellLots);
        surplusLots = buyLots - sellLots;
        collect(auction, priceTicks);
        if (!isAnyBound || volumeLots == 0) return;
        volumeLots = traded(volumeLots);
        surplusLots = sum(buys) - sum(sells);
    }

    long volumeLots() {
        return volumeLots;
    }

    long surplusLots() {
        return surplusLots;
    }

    private void collect(CallBook auction, long priceTicks) {
        isAnyBound = false;
        collect(buys, auction, Side.BUY, priceTicks);
        collect(sells, auction, Side.SELL, priceTicks);
    }

    private long traded(long mostLots) {
        reductions.positions().beginForesight();
        long tradedLots = 0;
        while (tradedLots < mostLots) {
            int buy = first(buys);
            int sell = first(sells);
            if (buy == buys.size() || sell == sells.size()) break;
            long lots = Math.min(mostLots - tradedLots, Math.min(able(buys, buy), able(sells, sell)));
            buys.take(buy, lots);
            sells.take(sell, lots);
            int buyer = pool.account(buys.slot(buy));
            reductions.positions().foresee(market, buyer, pool.account(sells.slot(sell)), lots);
            tradedLots += lots;
        }
        return tradedLots;
    }

    /** Whose turn comes with nothing left to reduce is out for good. */
    private int first(TradingLine line) {
        while (line.first() < line.size() && able(line, line.first()) == 0) line.drop();
        return line.first();
    }

    private long able(TradingLine line, int place) {
        int slot = line.slot(place);
        long lots = line.left(place);
        return orders.isReduceOnly(slot) ? Math.min(lots, reductions.mostForeseenLots(market, slot)) : lots;
    }

    private long sum(TradingLine line) {
        long sum = 0;
        for (int place = line.first(); place < line.size() && sum >= 0; place++) sum += able(line, place);
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** In the order in which they trade: at one price, market orders that go as far come first. */
    private void collect(TradingLine line, CallBook auction, Side side, long priceTicks) {
        line.clear();
        Book book = market.book();
        WaitingLine waiting = auction.marketOrders(side);
        int next = 0;
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) {
            if (!reaches(slot, priceTicks)) break;
            if (!auction.takesPart(slot)) continue;
            while (next < waiting.size() && reaches(waiting.after(next), pool.priceTicks(slot))) {
                add(line, waiting.after(next++));
            }
            add(line, slot);
        }
        while (next < waiting.size() && reaches(waiting.after(next), priceTicks)) add(line, waiting.after(next++));
    }

    private void add(TradingLine line, int slot) {
        line.add(slot, pool.openLots(slot));
        isAnyBound |= orders.isReduceOnly(slot);
    }

    private boolean reaches(int slot, long priceTicks) {
        return pool.sells(slot) ? pool.priceTicks(slot) <= priceTicks : pool.priceTicks(slot) >= priceTicks;
    }
}
