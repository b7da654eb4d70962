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

    private final OpenOrders orders;
    private final OrderPool pool;
    private final Runnable firstChange;
    private boolean hasChanged;

    /** @param firstChange is run by the first change since the last was {@link #seen} */
    public CallBook(OpenOrders orders, Runnable firstChange) {
        this.orders = orders;
        this.pool = orders.pool();
        this.firstChange = firstChange;
    }

    /** Looks at the whole book. */
    public void read(Instrument market) {
        bids.clear();
        asks.clear();
        marketBids.clear();
        marketAsks.clear();
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

    /** A market order waits for this auction. */
    public void marketOrderCame(int slot) {
        marketCurveOf(slot).add(pool.priceTicks(slot), pool.openLots(slot));
        change();
    }

    /** A market order waits no more, or gets smaller by so many lots. */
    public void marketOrderWent(int slot, long lots) {
        take(marketCurveOf(slot), slot, lots);
    }

    private void take(Curve curve, int slot, long lots) {
        curve.take(pool.priceTicks(slot), lots);
        change();
    }

    private boolean takesPart(int slot) {
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
