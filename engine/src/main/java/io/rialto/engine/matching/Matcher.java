package io.rialto.engine.matching;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Course;
import io.rialto.engine.display.Displays;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/**
 * Matches an aggressor with the book, best price first and oldest order first, at the resting orders' prices.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class Matcher {
    private final OrderPool pool;
    private final Fills fills;
    private final SelfTrades selfTrades;
    private final SpecialMatcher special;

    public Matcher(
            OpenOrders orders,
            Fills fills,
            SelfTrades selfTrades,
            Course course,
            Displays displays,
            ReduceOnly reductions) {
        this.pool = orders.pool();
        this.fills = fills;
        this.selfTrades = selfTrades;
        this.special = new SpecialMatcher(orders, fills, selfTrades, course, displays, reductions);
    }

    /**
     * Trades what it can.
     *
     * @return NONE when nothing is left of the aggressor; else why it stopped: NO_LIQUIDITY (the other side is empty),
     *     MARKET_COLLAR (the next price is beyond its limit), TOO_MANY_FILLS, AMOUNT_EXHAUSTED, SELF_TRADE_PREVENTED, or
     *     what the instrument's price guard said
     */
    public Reason match(Frame frame, Aggressor taker) {
        return taker.instrument.matchesSpecially() ? special.match(frame, taker) : matchPlainly(frame, taker);
    }

    /** An encounter starts only up to this count: a trade, two capped fees, and the aggressor's own end may follow. */
    static int lastEncounter(Instrument market) {
        return FrameLayout.MAX_EVENTS - 3 - market.eventsOfTrade();
    }

    private Reason matchPlainly(Frame frame, Aggressor taker) {
        Book book = taker.instrument.book();
        Side makers = taker.buys ? Side.SELL : Side.BUY;
        int last = lastEncounter(taker.instrument);
        while (taker.openLots > 0) {
            if (taker.isSpent()) return Reason.AMOUNT_EXHAUSTED;
            long priceTicks = book.bestTicks(makers);
            if (!taker.accepts(priceTicks)) return book.isEmpty(makers) ? Reason.NO_LIQUIDITY : Reason.MARKET_COLLAR;
            int maker = book.best(makers);
            if (maker == OrderPool.NONE) return Reason.NO_LIQUIDITY;
            long makerLots = pool.openLots(maker);
            long lots = Math.min(taker.wants(priceTicks), makerLots);
            if (lots == 0) return Reason.AMOUNT_EXHAUSTED;
            if (frame.eventCount() > last) return Reason.TOO_MANY_FILLS;
            if (!selfTrades.applyTo(taker, maker)) fills.fill(frame, taker, maker, priceTicks, lots);
            else if (!selfTrades.prevent(frame, taker, maker, priceTicks, lots)) return Reason.SELF_TRADE_PREVENTED;
            else if (taker.prevention == SelfTrades.CANCEL_OLDEST) continue;
            if (taker.isByAmount && lots < makerLots) return Reason.AMOUNT_EXHAUSTED;
        }
        return Reason.NONE;
    }
}
