package io.rialto.engine.triggers;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.frame.Frame;

/** Who interrupts a market in which too much happens by itself. */
public interface Interruption {
    /** The market is continuous now and is not when this returns; says so by events, at the most ten. */
    void interrupt(Frame frame, Instrument market);
}
