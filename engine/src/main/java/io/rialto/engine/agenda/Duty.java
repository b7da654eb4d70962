package io.rialto.engine.agenda;

import io.rialto.protocol.frame.Frame;

/** One kind of thing that falls due. */
public interface Duty {
    /**
     * Does it now, and says so by events.
     *
     * @return false when the frame has no room for all of it: it stays due, and goes on with the next frame
     */
    boolean isDone(Frame frame, long key, long nowNanos);

    /** False when there is nothing left to do: an order that was to expire is gone. */
    boolean isAlive(long key);
}
