package io.rialto.journal;

import io.rialto.protocol.frame.FrameView;

/** Takes frames in order. The window is valid only during the call: copy what is kept. */
@FunctionalInterface
public interface FrameHandler {
    void onFrame(FrameView frame);
}
