package io.rialto.engine.ledger;

import io.rialto.protocol.frame.Frame;

/** Hears of an account's margin in an asset once all that follows from a command has happened to it. What it does about that follows. */
public interface MarginWatch {
    void changed(Frame frame, int account, int asset);
}
