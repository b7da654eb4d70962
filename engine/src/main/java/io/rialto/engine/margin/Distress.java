package io.rialto.engine.margin;

import io.rialto.protocol.frame.Frame;

/** Hears of accounts whose positions come to need all of their equity, and no longer do. */
public interface Distress {
    void begun(Frame frame, int account, int asset);

    /** @param hasPositions in contracts settled in the asset */
    void ended(Frame frame, int account, int asset, long equityMinor, boolean hasPositions);
}
