package io.rialto.engine.phases;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.Departure;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;

/**
 * Ends the orders whose part of the day is over: all of an instrument that have one time in force, oldest first, over as
 * many frames as it takes.
 *
 * <p>Times in force as the schema's values. Threading: the core's thread only. Allocates only to grow.
 */
public final class OrderEnds implements Consequence {
    private final OpenOrders orders;
    private final Departure departure;
    private Instrument[] markets = new Instrument[16];
    private byte[] timesInForce = new byte[16];
    private Reason[] reasons = new Reason[16];
    private int size;

    public OrderEnds(OpenOrders orders, Departure departure) {
        this.orders = orders;
        this.departure = departure;
    }

    /**
     * These orders end now, after all that were said to end before; so does one that comes in by this very command, an
     * aggressor that interrupted continuous trading for one.
     */
    void end(Instrument market, byte timeInForce, Reason reason) {
        if (size == markets.length) grow();
        markets[size] = market;
        timesInForce[size] = timeInForce;
        reasons[size++] = reason;
    }

    @Override
    public boolean isPending() {
        return size > 0;
    }

    @Override
    public boolean isDone(Frame frame) {
        for (int i = 0; i < size; i++) {
            if (areDone(frame, i)) continue;
            drop(i);
            return false;
        }
        size = 0;
        return true;
    }

    private boolean areDone(Frame frame, int at) {
        int market = markets[at].number();
        while (true) {
            int slot = orders.ofSessions().oldest(market, timesInForce[at]);
            if (slot == OpenOrders.NONE) return true;
            if (frame.eventCount() >= FrameLayout.MAX_EVENTS - 1) return false;
            departure.expire(frame, slot, reasons[at]);
        }
    }

    /** The first so many are done. */
    private void drop(int done) {
        size -= done;
        System.arraycopy(markets, done, markets, 0, size);
        System.arraycopy(timesInForce, done, timesInForce, 0, size);
        System.arraycopy(reasons, done, reasons, 0, size);
    }

    private void grow() {
        markets = Arrays.copyOf(markets, size << 1);
        timesInForce = Arrays.copyOf(timesInForce, size << 1);
        reasons = Arrays.copyOf(reasons, size << 1);
    }
}
