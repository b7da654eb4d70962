package io.rialto.engine.trading;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.ParkingPlace;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Takes open orders out, from the book or from where they are parked; their holds are free again.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class Departure {
    private static final int PARKINGS = 8;

    private final Instruments instruments;
    private final OpenOrders orders;
    private final Balances balances;
    private final OrderEvents events;
    private final ParkingPlace[] places = new ParkingPlace[PARKINGS];

    Departure(Instruments instruments, OpenOrders orders, Balances balances, OrderEvents events) {
        this.instruments = instruments;
        this.orders = orders;
        this.balances = balances;
        this.events = events;
    }

    /** Who has to let go of an order that was parked for this. */
    public void knows(byte parking, ParkingPlace place) {
        places[parking] = place;
    }

    /** Ended by its owner or the venue. */
    public void cancel(Frame frame, int slot, Reason reason) {
        // All that lies far away in memory is asked for first, so that the waits overlap.
        boolean wasResting = leave(slot);
        long heldMinor = release(slot);
        events.cancelled(frame, slot, heldMinor, reason, wasResting);
        orders.end(slot);
    }

    /** Ended by its own terms or by a rule. */
    public void expire(Frame frame, int slot, Reason reason) {
        boolean wasResting = leave(slot);
        long heldMinor = release(slot);
        events.expired(frame, slot, orders.pool().openLots(slot), heldMinor, reason, wasResting);
        orders.end(slot);
    }

    private boolean leave(int slot) {
        orders.delist(slot);
        if (orders.isParked(slot)) {
            places[orders.special(slot).parking].leave(slot);
            return false;
        }
        instruments.get(orders.pool().instrument(slot)).book().remove(slot);
        return true;
    }

    private long release(int slot) {
        Instrument market = instruments.get(orders.pool().instrument(slot));
        long heldMinor = orders.heldMinor(market, slot);
        int cell = orders.payingCell(slot);
        balances.release(cell, heldMinor);
        balances.verify(cell);
        return heldMinor;
    }
}
