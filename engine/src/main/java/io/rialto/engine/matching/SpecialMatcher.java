package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Course;
import io.rialto.engine.display.Displays;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Matches where {@link Matcher} would not do justice; with plain orders alone it says exactly the same. */
final class SpecialMatcher extends Encounters {
    private final OrderPool pool;
    private final Fills fills;
    private final SelfTrades selfTrades;
    private final Displays displays;
    private final OpenOrders orders;
    private final ReduceOnly reductions;
    private Frame frame;

    SpecialMatcher(
            OpenOrders orders,
            Fills fills,
            SelfTrades selfTrades,
            Course course,
            Displays displays,
            ReduceOnly reductions) {
        super(orders, selfTrades, course);
        this.orders = orders;
        this.reductions = reductions;
        this.pool = orders.pool();
        this.fills = fills;
        this.selfTrades = selfTrades;
        this.displays = displays;
    }

    Reason match(Frame into, Aggressor taker) {
        frame = into;
        return go(taker, into.timeNanos());
    }

    @Override
    long openLots(Aggressor taker) {
        return taker.openLots;
    }

    @Override
    boolean isSpent(Aggressor taker) {
        return taker.isSpent();
    }

    @Override
    long wants(Aggressor taker, long priceTicks) {
        long wantedLots = taker.wants(priceTicks);
        boolean isBound = orders.isReduceOnly(taker.slot);
        return isBound
                ? Math.min(wantedLots, reductions.mostLots(taker.instrument, taker.account, taker.buys))
                : wantedLots;
    }

    @Override
    int eventCount() {
        return frame.eventCount();
    }

    @Override
    void trade(Aggressor taker, int maker, long priceTicks, long lots) {
        boolean isFilled = fills.fillAt(frame, taker, maker, priceTicks, lots);
        if (!isFilled) displays.taken(frame, taker.instrument, maker, lots);
    }

    @Override
    long mostLots(Aggressor taker, int maker) {
        return orders.isReduceOnly(maker) ? reductions.mostLots(taker.instrument, maker) : Long.MAX_VALUE;
    }

    @Override
    boolean passes(Aggressor taker, int maker, long priceTicks, long lots) {
        boolean isLeft = taker.prevention == SelfTrades.DECREMENT && lots < pool.openLots(maker);
        boolean passes = selfTrades.prevent(frame, taker, maker, priceTicks, lots);
        if (isLeft) displays.taken(frame, taker.instrument, maker, lots);
        return passes;
    }
}
