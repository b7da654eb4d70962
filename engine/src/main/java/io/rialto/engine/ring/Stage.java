package io.rialto.engine.ring;

import io.rialto.protocol.frame.Frame;

/**
 * What stands between the core and the replies: the journal.
 *
 * <p>Threading: the line's journal thread. Anything thrown halts the venue: nobody is told of a frame that was not
 * kept.
 */
public interface Stage {
    /** Takes over a decided frame; may keep it back until the batch ends. */
    void onFrame(Frame frame);

    /** The batch is over: when this returns, every frame given so far is kept as promised. */
    void onBatchEnd();

    /** Whoever asked for the frames of some batches has been answered. On the line's replies thread. */
    default void onAnswered() {}
}
