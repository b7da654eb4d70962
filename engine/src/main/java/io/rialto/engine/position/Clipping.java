package io.rialto.engine.position;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.Displays;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/**
 * Brings reduce-only orders in line with the position that they reduce: together never larger, and gone when there is
 * nothing left for them. The worst price first, then the youngest.
 *
 * <p>Until it comes to that, no fill of such an order turns the position: {@link ReduceOnly#mostLots}. Threading: the core's
 * thread only. Allocates nothing.
 */
public final class Clipping implements Consequence {
    private static final int LAST_START = FrameLayout.MAX_EVENTS / 2;

    private final ReduceOnly rules;
    private final Positions positions;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Displays displays;
    private final Exit exit;
    private final PositionEvents events;

    /** How orders end. */
    public interface Exit {
        void cancel(Frame frame, int slot, Reason reason);
    }

    public Clipping(ReduceOnly rules, OpenOrders orders, Balances balances, Displays displays, Exit exit) {
        this.rules = rules;
        this.positions = rules.positions();
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.displays = displays;
        this.exit = exit;
        this.events = new PositionEvents(pool, positions);
    }

    @Override
    public boolean isPending() {
        return positions.isAnyMarked();
    }

    /** One position, so that others may follow what became of its orders before the next. */
    @Override
    public boolean isDone(Frame frame) {
        Position position = positions.firstMarked();
        while (true) {
            boolean isEndless = hasNothingFor(position);
            long excessLots = isEndless ? 0 : excessLots(position);
            int worst = isEndless || excessLots > 0 ? worst(position, isEndless) : OpenOrders.NONE;
            if (worst == OpenOrders.NONE) break;
            if (frame.eventCount() > LAST_START) return false;
            if (isEndless) exit.cancel(frame, worst, whyNothing(position));
            else if (pool.openLots(worst) <= excessLots) exit.cancel(frame, worst, Reason.REDUCE_ONLY_ALL_CLOSED);
            else clip(frame, position, worst, pool.openLots(worst) - excessLots);
        }
        positions.unmark(position);
        return true;
    }

    private static Reason whyNothing(Position position) {
        return position.market.tracksPositions() ? Reason.REDUCE_ONLY_NO_POSITION : Reason.REDUCE_ONLY_NOT_TRACKED;
    }

    /** Whether some of its orders have nothing to reduce: those have to go first. */
    private boolean hasNothingFor(Position position) {
        for (int i = 0; i < position.orderCount(); i++) if (isIdle(position, position.order(i))) return true;
        return false;
    }

    private boolean isIdle(Position position, int slot) {
        if (!position.market.tracksPositions()) return true;
        return !rules.isUnborn(slot) && position.reducibleLots(pool.sells(slot)) == 0;
    }

    /** How much larger its orders are than itself; what does not fit counts as the greatest number. */
    private long excessLots(Position position) {
        long excessLots = -Math.abs(position.lots);
        for (int i = 0; i < position.orderCount(); i++) {
            int slot = position.order(i);
            if (!rules.counts(slot)) continue;
            long sum = excessLots + pool.openLots(slot);
            if (sum < excessLots) return Long.MAX_VALUE;
            excessLots = sum;
        }
        return excessLots;
    }

    private int worst(Position position, boolean ofIdle) {
        int worst = OpenOrders.NONE;
        for (int i = 0; i < position.orderCount(); i++) {
            int slot = position.order(i);
            boolean isMeant = ofIdle ? isIdle(position, slot) : rules.counts(slot);
            if (isMeant && (worst == OpenOrders.NONE || rules.isWorse(slot, worst))) worst = slot;
        }
        return worst;
    }

    /** It keeps its place. A pegged order that waits for its price keeps what it holds, too. */
    private void clip(Frame frame, Position position, int slot, long newLots) {
        long oldLots = pool.openLots(slot);
        long lessLots = oldLots - newLots;
        long quantityLots = pool.quantityLots(slot) - lessLots;
        long heldMinor = orders.heldMinor(position.market, slot);
        pool.quantityLots(slot, quantityLots);
        if (orders.isParked(slot)) pool.openLots(slot, newLots);
        else position.market.book().reduce(slot, lessLots);
        displays.reduced(slot);
        long releasedMinor = heldMinor - orders.heldMinor(position.market, slot);
        int cell = orders.payingCell(slot);
        balances.release(cell, releasedMinor);
        balances.verify(cell);
        int market = position.market.number();
        events.clipped(
                frame, slot, position.account, market, pool.side(slot), oldLots, newLots, quantityLots, releasedMinor);
        orders.clipped(slot, lessLots);
    }
}
