package io.rialto.engine.trading;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;

/** Where new orders go that first wait for a price. */
public interface TriggerRoom {
    /** The checks of such an order up to its hold; changes nothing but the ticket's source, which it fills in. */
    Reason admit(Ticket ticket, Instrument market);

    /** Whether the admitted order's trigger is reached already. */
    boolean isReached(Ticket ticket, Instrument market);

    /** The price that the admitted buyer holds by. */
    long holdTicks();

    /** The admitted order is accepted and parked: it waits from now on. */
    void await(int slot);
}
