package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Course;
import io.rialto.engine.display.Displays;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Matches where {@link Matcher} would not do justice; with plain orders alone it says exactly the same. */
final class SpecialMatcher extends Encounters {
    private final OrderPool pool;
    private final Fills fills;
    private final SelfTrades selfTrades;
    private final Displays displays;
    private Frame frame;

    SpecialMatcher(OpenOrders orders, Fills fills, SelfTrades selfTrades, Course course, Displays displays) {
        super(orders, selfTrades, course);
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
        return taker.wants(priceTicks);
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
    boolean passes(Aggressor taker, int maker, long priceTicks, long lots) {
        boolean isLeft = taker.prevention == SelfTrades.DECREMENT && lots < pool.openLots(maker);
        boolean passes = selfTrades.prevent(frame, taker, maker, priceTicks, lots);
        if (isLeft) displays.taken(frame, taker.instrument, maker, lots);
        return passes;
    }
}
