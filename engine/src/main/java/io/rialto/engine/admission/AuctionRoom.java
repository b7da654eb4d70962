package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;

/** Where new orders go that wait for an auction outside of the book. */
public interface AuctionRoom {
    /** Whether an order for auctions alone stays out of the book at first: it has no limit, or its call is not running. */
    boolean waits(Ticket ticket, Instrument market);

    /** The order is accepted and parked: it waits from now on. */
    void await(int slot);
}
