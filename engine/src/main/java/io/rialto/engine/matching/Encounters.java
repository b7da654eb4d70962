package io.rialto.engine.matching;

import io.rialto.engine.allocation.SharedPrice;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Course;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;

/**
 * The slow and complete way along the book, where more than price and time decides: the one text of which orders meet,
 * gone through by the match and by the walk before it.
 *
 * <p>Prices in ticks, quantities in lots. Threading: the core's thread only. Allocates nothing.
 */
abstract class Encounters {

    private final OpenOrders orders;
    private final SelfTrades selfTrades;
    private final Course course;

    Encounters(OpenOrders orders, SelfTrades selfTrades, Course course) {
        this.orders = orders;
        this.selfTrades = selfTrades;
        this.course = course;
    }

    abstract long openLots(Aggressor taker);

    abstract boolean isSpent(Aggressor taker);

    abstract long wants(Aggressor taker, long priceTicks);

    abstract int eventCount();

    abstract void trade(Aggressor taker, int maker, long priceTicks, long lots);

    /** How much the two may trade, were there only the positions that they must not turn; 0 is nothing. */
    abstract long mostLots(Aggressor taker, int maker);

    /** False when the aggressor does not go on behind an own order. */
    abstract boolean passes(Aggressor taker, int maker, long priceTicks, long lots);

    /** The answers of {@link Matcher#match}, and those of the instrument's price guard. */
    final Reason go(Aggressor taker, long nowNanos) {
        taker.instrument.priceGuard().begins(taker.instrument, nowNanos);
        boolean isPreventing = taker.prevention != SelfTrades.TRADE;
        course.begin(taker.instrument, taker.buys, isPreventing ? taker.ownerGroup : SharedPrice.NOBODY);
        Reason stopped = Reason.NONE;
        while (stopped == Reason.NONE && openLots(taker) > 0) {
            if (isSpent(taker)) return Reason.AMOUNT_EXHAUSTED;
            if (!course.isAtPrice()) {
                if (!course.hasNextPrice()) return Reason.NO_LIQUIDITY;
                if (!areWithinLimits(taker, course.priceTicks())) return Reason.MARKET_COLLAR;
            }
            int maker = course.next(wants(taker, course.priceTicks()));
            if (maker != OrderPool.NONE) stopped = meet(taker, maker);
            else if (course.isShort()) return taker.isByAmount ? Reason.AMOUNT_EXHAUSTED : Reason.NO_LIQUIDITY;
        }
        return stopped;
    }

    /** After the close both have to reach the closing price. */
    private static boolean areWithinLimits(Aggressor taker, long makerTicks) {
        Instrument market = taker.instrument;
        if (!market.isPostClose()) return taker.accepts(makerTicks);
        long closingTicks = market.closingTicks();
        boolean reachesClose = taker.buys ? makerTicks <= closingTicks : makerTicks >= closingTicks;
        return reachesClose && taker.accepts(closingTicks);
    }

    private Reason meet(Aggressor taker, int maker) {
        long priceTicks = taker.instrument.isPostClose() ? taker.instrument.closingTicks() : course.priceTicks();
        boolean isOwn = selfTrades.applyTo(taker, maker);
        long makerLots = isOwn ? course.openLots() : course.lots();
        if (!isOwn && taker.instrument.tracksPositions()) {
            makerLots = Math.min(makerLots, mostLots(taker, maker));
            if (makerLots == 0) return Reason.NONE;
        }
        long lots = Math.min(wants(taker, priceTicks), makerLots);
        if (lots == 0) return taker.isByAmount ? Reason.AMOUNT_EXHAUSTED : Reason.NO_LIQUIDITY;
        if (lots < orders.leastLots(maker)) return Reason.NONE;
        if (eventCount() > lastEncounter(taker, maker)) return Reason.TOO_MANY_FILLS;
        if (isOwn) {
            course.takes(taker.prevention == SelfTrades.DECREMENT ? lots : makerLots);
            if (!passes(taker, maker, priceTicks, lots)) return Reason.SELF_TRADE_PREVENTED;
            if (taker.prevention == SelfTrades.CANCEL_OLDEST) return Reason.NONE;
        } else {
            Reason objection = objection(taker, priceTicks);
            if (objection != Reason.NONE) return objection;
            course.takes(lots);
            trade(taker, maker, priceTicks, lots);
        }
        return taker.isByAmount && lots < makerLots ? Reason.AMOUNT_EXHAUSTED : Reason.NONE;
    }

    private Reason objection(Aggressor taker, long priceTicks) {
        Instrument market = taker.instrument;
        return market.isContinuous() ? market.priceGuard().objects(market, priceTicks) : Reason.NONE;
    }

    private int lastEncounter(Aggressor taker, int maker) {
        int nextPeak = orders.isIceberg(maker) ? 1 : 0;
        return Matcher.lastEncounter(taker.instrument)
                - nextPeak
                - taker.instrument.priceGuard().mostEvents();
    }
}
