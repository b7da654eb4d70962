package io.rialto.engine.ring;

import io.rialto.protocol.frame.Frame;

/** One place in line: the frame, and who waits for it. */
final class Place {
    private static final int FRAME_BYTES = 1024;

    enum Progress {
        /** Claimed, but its writer failed: every stage passes it over. */
        VOID,
        OFFERED,
        DECIDED
    }

    final Frame frame = new Frame(FRAME_BYTES);
    ReplyHandler reply;
    Progress progress = Progress.VOID;
    boolean isTimed;
    long offeredNanos;
    long takenUpNanos;
    long decidedNanos;

    void take(CommandWriter writer, ReplyHandler whoWaits, long timeNanos) {
        progress = Progress.VOID;
        reply = whoWaits;
        isTimed = whoWaits != null && whoWaits.isTimed();
        if (isTimed) offeredNanos = System.nanoTime();
        writer.write(frame.clear());
        frame.stampTime(timeNanos);
        progress = Progress.OFFERED;
    }
}
