package io.rialto.engine.ring;

import io.rialto.protocol.frame.Frame;

/**
 * Hears what became of one command, exactly once.
 *
 * <p>Threading: the line's replies thread, which everyone shares: copy what is needed and return.
 */
@FunctionalInterface
public interface ReplyHandler {
    /** The frame is kept as the durability promises. It belongs to the ring: nothing of it may be held on to. */
    void onReply(Frame frame);

    /** Whether it wants to hear how long each stage took: only then anybody looks at a clock. */
    default boolean isTimed() {
        return false;
    }

    /** Told before {@link #onReply} to who {@link #isTimed}: moments as {@link System#nanoTime} tells them. */
    default void onTimes(long offeredNanos, long takenUpNanos, long decidedNanos) {}

    /** The venue halted before the frame was kept; whether it is in history is known after the restart. */
    default void onHalted(Throwable cause) {}
}
