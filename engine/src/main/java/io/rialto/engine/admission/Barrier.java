package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;

/** A check that only special orders, guarded markets and guarded accounts have to pass. */
public interface Barrier {
    /** NONE lets it pass. Changes nothing but counters. */
    Reason admit(Ticket ticket, Instrument market);
}
