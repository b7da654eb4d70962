package io.rialto.engine.agenda;

import io.rialto.protocol.frame.Frame;

/** Something that follows from what a command did, in the same frame: elections, for one. */
public interface Consequence {
    /** Asked after every command, so it must be cheap. */
    boolean isPending();

    /** False when the frame has no room for all of it: the rest follows at the start of the next frame. */
    boolean isDone(Frame frame);
}
