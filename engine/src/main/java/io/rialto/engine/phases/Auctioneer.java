package io.rialto.engine.phases;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.frame.Frame;

/** Who collects orders in calls, and makes one price of them. */
public interface Auctioneer {
    /** The phase is CALL from now on. */
    void callStarted(Frame frame, Instrument market);

    /** The call ends without an auction. */
    void callDropped(Instrument market);

    /** Whether what is open could not simply go on into continuous trading. */
    boolean mustUncross(Instrument market);

    /**
     * Uncrosses, over as many frames as it takes, and then goes on to the next phase. A call whose price is out of range goes
     * on instead; one that is left for good ends without trading, since a day must be able to end.
     */
    void uncross(Instrument market, byte next, long plannedNanos);
}
