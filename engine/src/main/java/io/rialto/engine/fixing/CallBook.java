package io.rialto.engine.fixing;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.BookWatch;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Side;

/**
 * An instrument's orders as an auction sees them: four curves, of limit and of market orders. While a call runs they are
 * kept up with every change, so that the indicative price costs levels and not orders.
 *
 * <p>Orders that trade only much at once take no part. Market orders count up to the price that they are protected by.
 * Threading: the core's thread only. Allocates only to grow.
 */
public final class CallBook implements BookWatch {
    final Curve bids = new Curve();
    final Curve asks = new Curve();
    final Curve marketBids = new Curve();
    final Curve marketAsks = new Curve();

    /** Market orders of both sides, in the order in which they trade. */
    private final WaitingLine marketBuys;

    private final WaitingLine marketSells;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Runnable firstChange;
    private boolean hasChanged;

    /** @param firstChange is run by the first change since the last was {@link #seen} */
    public CallBook(OpenOrders orders, Runnable firstChange) {
        this.orders = orders;
        this.pool = orders.pool();
        this.firstChange = firstChange;
        this.marketBuys = WaitingLine.byPrice(pool);
        this.marketSells = WaitingLine.byPrice(pool);
    }

    /** Looks at the whole book; market orders are known at any time. */
    public void read(Instrument market) {
        bids.clear();
        asks.clear();
        read(market.book(), Side.BUY);
        read(market.book(), Side.SELL);
        change();
    }

    private void read(Book book, Side side) {
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) rested(slot);
    }

    /** What changed so far has been seen. */
    public void seen() {
        hasChanged = false;
    }

    /** The reference is another one. */
    public void remeasured() {
        change();
    }

    private void change() {
        boolean isFirst = !hasChanged;
        hasChanged = true;
        if (isFirst) firstChange.run();
    }

    @Override
    public void rested(int slot) {
        if (!takesPart(slot)) return;
        curveOf(slot).add(pool.priceTicks(slot), pool.openLots(slot));
        change();
    }

    @Override
    public void removed(int slot) {
        if (takesPart(slot)) take(curveOf(slot), slot, pool.openLots(slot));
    }

    @Override
    public void reduced(int slot, long lots) {
        if (takesPart(slot)) take(curveOf(slot), slot, lots);
    }

    /** A market order waits for this auction; its price is the one that it is protected by, 0 when a seller has none. */
    public void marketOrderCame(int slot) {
        marketOrders(pool.side(slot)).add(slot);
        marketCurveOf(slot).add(pool.priceTicks(slot), pool.openLots(slot));
        change();
    }

    /** A market order waits no more; false when it never did, but for another auction. */
    public boolean marketOrderWent(int slot) {
        boolean wasThere = marketOrders(pool.side(slot)).remove(slot);
        if (wasThere) take(marketCurveOf(slot), slot, pool.openLots(slot));
        return wasThere;
    }

    /** A market order gets smaller; some of it is left. */
    public void marketOrderReduced(int slot, long lots) {
        take(marketCurveOf(slot), slot, lots);
    }

    /** In the order in which they trade: as if their protection were a limit. */
    WaitingLine marketOrders(Side side) {
        return side == Side.SELL ? marketSells : marketBuys;
    }

    /** Of a side, or {@link OrderPool#NONE}. */
    public int firstMarketOrder(Side side) {
        WaitingLine waiting = marketOrders(side);
        return waiting.isEmpty() ? OrderPool.NONE : waiting.first();
    }

    public boolean hasMarketOrders() {
        return !marketBuys.isEmpty() || !marketSells.isEmpty();
    }

    private void take(Curve curve, int slot, long lots) {
        curve.take(pool.priceTicks(slot), lots);
        change();
    }

    boolean takesPart(int slot) {
        return orders.leastLots(slot) <= 0;
    }

    private Curve curveOf(int slot) {
        return pool.sells(slot) ? asks : bids;
    }

    private Curve marketCurveOf(int slot) {
        return pool.sells(slot) ? marketAsks : marketBids;
    }

    boolean hasBuys() {
        return bids.size() + marketBids.size() > 0;
    }

    boolean hasSells() {
        return asks.size() + marketAsks.size() > 0;
    }

    long highestBuy() {
        long limit = bids.size() == 0 ? Long.MIN_VALUE : bids.highest();
        return marketBids.size() == 0 ? limit : Math.max(limit, marketBids.highest());
    }

    long lowestSell() {
        long limit = asks.size() == 0 ? Long.MAX_VALUE : asks.lowest();
        return marketAsks.size() == 0 ? limit : Math.min(limit, marketAsks.lowest());
    }
}
