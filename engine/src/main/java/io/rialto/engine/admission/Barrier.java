package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;

/** A check that only special orders, guarded markets and guarded accounts have to pass. */
public interface Barrier {
    /** NONE lets it pass. Changes nothing but counters. */
    Reason admit(Ticket ticket, Instrument market);

    /**
     * Asked before an open order is amended.
     *
     * @param ticket the order with its new price and its new total quantity
     * @param isSmaller nothing but its quantity changes, and that falls
     */
    default Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return Reason.NONE;
    }
}
