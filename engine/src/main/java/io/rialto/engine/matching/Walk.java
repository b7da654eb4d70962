package io.rialto.engine.matching;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Course;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;

/**
 * Goes along the book as the aggressor would, without touching it: can all of it be filled, what would it cost, how many
 * lots would raise an amount?
 *
 * <p>It meets the same orders in the same order as the matcher, own ones included, and stops at the same caps.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class Walk {
    private static final int EVENTS_OF_PREVENTED = 2;

    private final OrderPool pool;
    private final SelfTrades selfTrades;
    private long openLots;
    private long amountLeftMinor;
    private long filledLots;
    private long valueMinor;
    private boolean isPrevented;
    private boolean overflows;
    private long lastTicks;
    private final SpecialWalk special;
    private Visitor visitor;

    public Walk(OpenOrders orders, SelfTrades selfTrades, Course course, ReduceOnly reductions) {
        this.pool = orders.pool();
        this.selfTrades = selfTrades;
        this.special = new SpecialWalk(orders, selfTrades, course, reductions);
    }

    /** Whether every lot would be filled, with no own order in the way but such as would be cancelled. */
    public boolean fillsAll(Frame frame, Aggressor taker, int eventsOfAcceptance) {
        go(frame, taker, frame.eventCount() + eventsOfAcceptance, mostEventsOfTrade(taker.instrument));
        return openLots == 0 && !isPrevented;
    }

    /** The exact cost of a buyer's fills, with its fee when that is in the quote asset, or OVERFLOW. */
    public long cost(Frame frame, Aggressor taker) {
        go(frame, taker, frame.eventCount() + 1, taker.instrument.eventsOfTrade());
        if (overflows) return Holds.OVERFLOW;
        if (!taker.instrument.feesInQuote()) return valueMinor;
        int rate = Math.max(0, taker.instrument.charges().takerRate(taker.account));
        long perLot = taker.instrument.charges().perLot(taker.account);
        return Holds.withFeePerLot(Holds.withFee(valueMinor, rate, 0), perLot, filledLots);
    }

    /** A buyer who takes any price works up to the worst that he would trade at, and holds all by that. */
    public void boundBuyer(Frame frame, Aggressor taker) {
        if (!taker.buys || taker.priceTicks != 0) return;
        go(frame, taker, frame.eventCount() + 1, taker.instrument.eventsOfTrade());
        if (lastTicks != 0) taker.goesOnAt(lastTicks);
    }

    /** The lots that a seller by amount would deliver, or OVERFLOW. */
    public long lots(Frame frame, Aggressor taker) {
        go(frame, taker, frame.eventCount() + 1, taker.instrument.eventsOfTrade());
        return overflows ? Holds.OVERFLOW : filledLots;
    }

    /** What it would get right now, before its own terms are asked. */
    public long fillableLots(Frame frame, Aggressor taker) {
        go(frame, taker, frame.eventCount(), mostEventsOfTrade(taker.instrument));
        return filledLots;
    }

    /** Hears of the fills that an aggressor would have. */
    public interface Visitor {
        /** Answers what a buyer by amount would pay on top of the value: its fee, when that is in the quote asset. */
        long filled(long priceTicks, long lots, long valueMinor);
    }

    /** Shows the fills that it would have now, best price first. */
    public void show(Frame frame, Aggressor taker, Visitor to) {
        visitor = to;
        go(frame, taker, frame.eventCount() + 1, taker.instrument.eventsOfTrade());
        visitor = null;
    }

    /** Where there are rebates, two capped fees may follow. */
    private static int mostEventsOfTrade(Instrument market) {
        return market.eventsOfTrade() + (market.charges().mayBeCut() ? 2 : 0);
    }

    private void go(Frame frame, Aggressor taker, int eventsBefore, int eventsOfTrade) {
        if (taker.instrument.matchesSpecially()) goSpecially(frame, taker, eventsBefore, eventsOfTrade);
        else goPlainly(taker, eventsBefore, eventsOfTrade);
    }

    private void goSpecially(Frame frame, Aggressor taker, int eventsBefore, int eventsOfTrade) {
        special.go(taker, frame.timeNanos(), eventsBefore, eventsOfTrade, visitor);
        filledLots = special.filledLots();
        valueMinor = special.valueMinor();
        overflows = special.overflows();
        lastTicks = special.lastTicks();
        openLots = taker.openLots - filledLots;
        isPrevented = false;
    }

    private void goPlainly(Aggressor taker, int eventsBefore, int eventsOfTrade) {
        openLots = taker.openLots;
        amountLeftMinor = taker.amountLeftMinor;
        filledLots = 0;
        valueMinor = 0;
        isPrevented = false;
        overflows = false;
        lastTicks = 0;
        Book book = taker.instrument.book();
        int events = eventsBefore;
        int last = Matcher.lastEncounter(taker.instrument);
        int maker = book.best(taker.buys ? Side.SELL : Side.BUY);
        while (maker != OrderPool.NONE && openLots > 0 && events <= last) {
            long priceTicks = pool.priceTicks(maker);
            if (!taker.accepts(priceTicks)) return;
            long wanted = taker.isByAmount ? taker.affords(amountLeftMinor, priceTicks) : openLots;
            long lots = Math.min(wanted, pool.openLots(maker));
            if (lots == 0) return;
            boolean isLast = taker.isByAmount && lots < pool.openLots(maker);
            if (!selfTrades.applyTo(taker, maker)) {
                take(taker, priceTicks, lots);
                events += eventsOfTrade;
            } else {
                if (!passes(taker, priceTicks, lots)) return;
                events += EVENTS_OF_PREVENTED;
                isLast &= taker.prevention != SelfTrades.CANCEL_OLDEST;
            }
            if (isLast) return;
            maker = book.next(maker);
        }
    }

    private void take(Aggressor taker, long priceTicks, long lots) {
        long value = taker.instrument.lotValue().traded(priceTicks, lots);
        filledLots += lots;
        valueMinor += value;
        lastTicks = priceTicks;
        overflows |= value == LotValue.OVERFLOW || filledLots < 0 || valueMinor < 0;
        long onTop = visitor == null ? 0 : visitor.filled(priceTicks, lots, value);
        if (taker.isByAmount) amountLeftMinor -= value + onTop;
        else openLots -= lots;
    }

    /** An own order is met: does the aggressor go on behind it? */
    private boolean passes(Aggressor taker, long priceTicks, long lots) {
        if (taker.prevention == SelfTrades.CANCEL_OLDEST) return true;
        isPrevented = true;
        if (taker.prevention != SelfTrades.DECREMENT) return false;
        if (taker.isByAmount) amountLeftMinor -= taker.instrument.lotValue().traded(priceTicks, lots);
        else openLots -= lots;
        return true;
    }
}
