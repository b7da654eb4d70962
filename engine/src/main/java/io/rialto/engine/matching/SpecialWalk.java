package io.rialto.engine.matching;

import io.rialto.engine.display.Course;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.engine.pricing.LotValue;

/** Goes the way of {@link SpecialMatcher} without touching anything, and adds up what it would trade. */
final class SpecialWalk extends Encounters {
    private static final int EVENTS_OF_PREVENTED = 2;

    private final OpenOrders orders;
    private final ReduceOnly reductions;
    private long openLots;
    private long amountLeftMinor;
    private long filledLots;
    private long valueMinor;
    private boolean overflows;
    private long lastTicks;
    private int events;
    private int eventsOfTrade;
    private Walk.Visitor visitor;

    SpecialWalk(OpenOrders orders, SelfTrades selfTrades, Course course, ReduceOnly reductions) {
        super(orders, selfTrades, course);
        this.orders = orders;
        this.reductions = reductions;
    }

    /** @param mostEventsOfTrade how many events a trade is taken for, an iceberg's next peak aside */
    void go(Aggressor taker, long nowNanos, int eventsBefore, int mostEventsOfTrade, Walk.Visitor to) {
        visitor = to;
        openLots = taker.openLots;
        amountLeftMinor = taker.amountLeftMinor;
        filledLots = 0;
        valueMinor = 0;
        overflows = false;
        lastTicks = 0;
        events = eventsBefore;
        eventsOfTrade = mostEventsOfTrade;
        reductions.positions().beginForesight();
        go(taker, nowNanos);
    }

    long filledLots() {
        return filledLots;
    }

    /** Before any fee. */
    long valueMinor() {
        return valueMinor;
    }

    /** 0 for no trade. */
    long lastTicks() {
        return lastTicks;
    }

    boolean overflows() {
        return overflows;
    }

    @Override
    long openLots(Aggressor taker) {
        return openLots;
    }

    @Override
    boolean isSpent(Aggressor taker) {
        return taker.isByAmount && amountLeftMinor == 0;
    }

    @Override
    long wants(Aggressor taker, long priceTicks) {
        return taker.isByAmount ? taker.affords(amountLeftMinor, priceTicks) : openLots;
    }

    @Override
    int eventCount() {
        return events;
    }

    @Override
    void trade(Aggressor taker, int maker, long priceTicks, long lots) {
        long value = taker.instrument.lotValue().traded(priceTicks, lots);
        filledLots += lots;
        valueMinor += value;
        lastTicks = priceTicks;
        overflows |= value == LotValue.OVERFLOW || filledLots < 0 || valueMinor < 0;
        long onTop = visitor == null ? 0 : visitor.filled(priceTicks, lots, value);
        if (taker.isByAmount) amountLeftMinor -= value + onTop;
        else openLots -= lots;
        events += eventsOfTrade + (orders.isIceberg(maker) ? 1 : 0);
        if (taker.instrument.tracksPositions()) foresee(taker, maker, lots);
    }

    private void foresee(Aggressor taker, int maker, long lots) {
        int other = orders.pool().account(maker);
        int buyer = taker.buys ? taker.account : other;
        reductions.positions().foresee(taker.instrument, buyer, taker.buys ? other : taker.account, lots);
    }

    @Override
    long mostLots(Aggressor taker, int maker) {
        return orders.isReduceOnly(maker) ? reductions.mostForeseenLots(taker.instrument, maker) : Long.MAX_VALUE;
    }

    @Override
    boolean passes(Aggressor taker, int maker, long priceTicks, long lots) {
        events += EVENTS_OF_PREVENTED;
        if (taker.prevention == SelfTrades.CANCEL_OLDEST) return true;
        if (taker.prevention != SelfTrades.DECREMENT) return false;
        if (taker.isByAmount) amountLeftMinor -= taker.instrument.lotValue().traded(priceTicks, lots);
        else openLots -= lots;
        return true;
    }
}
