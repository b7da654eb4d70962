package io.rialto.feeds;

import io.rialto.protocol.frame.FrameView;
import java.util.function.Consumer;

/** Where the frames come from: the journal's tail, read by the thread that follows it. */
interface FrameSource extends AutoCloseable {
    /** Hands over the frames that have come, at most so many; zero when there is none. */
    int poll(Consumer<FrameView> handler, int limit);

    @Override
    void close();
}
