package io.rialto.engine.phases;

import io.rialto.engine.agenda.Duty;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.trading.Departure;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/** Ends GTD orders when their time has come, in every phase. The key is the order's number. */
public final class Expiry implements Duty {
    private final OrderPool pool;
    private final Departure departure;

    public Expiry(OrderPool pool, Departure departure) {
        this.pool = pool;
        this.departure = departure;
    }

    @Override
    public boolean isAlive(long order) {
        return pool.slotOf(order) != OrderPool.NONE;
    }

    @Override
    public boolean isDone(Frame frame, long order, long nowNanos) {
        if (frame.eventCount() >= FrameLayout.MAX_EVENTS - 1) return false;
        departure.expire(frame, pool.slotOf(order), Reason.TIME_EXPIRED);
        return true;
    }
}
