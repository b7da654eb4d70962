package io.rialto.engine.lists;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trading.Departure;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * What is done to a leg because of another: it is taken out, gets smaller, or takes over the hold that both shared.
 *
 * <p>Only a leg that waits for its trigger shares: it holds what it needs beyond the other. Threading: the core's thread
 * only. Allocates nothing.
 */
final class LegMoves {
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Departure departure;
    private final OrderEvents events;

    LegMoves(Instruments instruments, OpenOrders orders, Balances balances, Departure departure, OrderEvents events) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.departure = departure;
        this.events = events;
    }

    void cancel(Frame frame, int slot) {
        departure.cancel(frame, slot, Reason.OTHER_LEG_DONE);
    }

    void expire(Frame frame, int slot, Reason reason) {
        departure.expire(frame, slot, reason);
    }

    long heldMinor(int slot) {
        return orders.heldMinor(marketOf(slot), slot);
    }

    boolean waitsForTrigger(int slot) {
        return orders.isParked(slot) && orders.special(slot).parking == OrderLists.TRIGGER;
    }

    /** The other leg executed so much: what waits gets smaller by it, or ends. */
    void shrink(Frame frame, int slot, long lots, int other) {
        long openLots = pool.openLots(slot) - lots;
        if (openLots <= 0) {
            cancel(frame, slot);
            return;
        }
        long otherMinor = other == OpenOrders.NONE ? 0 : heldMinor(other);
        long alone = fullHoldMinor(slot, openLots);
        long heldMinor = orders.special(slot).parkedHoldMinor;
        long holdMinor = Math.min(heldMinor, Math.max(0, alone - otherMinor));
        amend(frame, slot, openLots, pool.quantityLots(slot) - lots, holdMinor - heldMinor);
        pool.openLots(slot, openLots);
        pool.quantityLots(slot, pool.quantityLots(slot) - lots);
    }

    /** The other leg is gone and had held for both: the one that was elected holds for itself before anybody else can. */
    void takeOver(Frame frame, int slot, long freedMinor) {
        long lackingMinor = fullHoldMinor(slot, pool.openLots(slot)) - orders.special(slot).parkedHoldMinor;
        long takenMinor = Math.min(lackingMinor, freedMinor);
        if (takenMinor > 0) amend(frame, slot, pool.openLots(slot), pool.quantityLots(slot), takenMinor);
    }

    private long fullHoldMinor(int slot, long lots) {
        Special special = orders.special(slot);
        return Holds.of(marketOf(slot), !pool.sells(slot), special.waitingHoldTicks, lots, pool.feePrepaid(slot));
    }

    private void amend(Frame frame, int slot, long openLots, long quantityLots, long holdChangeMinor) {
        int version = pool.version(slot) + 1;
        events.amended(frame, slot)
                .newPriceTicks(pool.priceTicks(slot))
                .newOpenLots(openLots)
                .newQuantityLots(quantityLots)
                .holdChangeMinor(holdChangeMinor)
                .version(version)
                .priorityKept((byte) 1);
        pool.version(slot, version);
        orders.special(slot).parkedHoldMinor += holdChangeMinor;
        balances.hold(orders.payingCell(slot), holdChangeMinor);
        balances.verify(orders.payingCell(slot));
    }

    private Instrument marketOf(int slot) {
        return instruments.get(pool.instrument(slot));
    }
}
