package io.rialto.gateway.explorer;

import io.rialto.protocol.frame.FrameView;

/** Frames of history in their order. Any thread; reads the disk. */
public interface JournalFrames {
    /** Looks at one frame after another; the window it is shown is valid during the call only. */
    interface Look {
        /** @return whether to go on */
        boolean at(FrameView frame);
    }

    /** Shows the frames from one to another, both included, oldest first. Both must be there. */
    void read(long from, long to, Look look);
}
