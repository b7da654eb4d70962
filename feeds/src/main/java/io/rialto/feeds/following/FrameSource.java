package io.rialto.feeds.following;

import io.rialto.journal.FrameHandler;
import io.rialto.journal.JournalTail;

/** Where the frames come from, read and closed by the thread that follows it. */
public interface FrameSource extends AutoCloseable {
    /** Hands over the frames that have come, at most so many; zero when there is none. */
    int poll(FrameHandler handler, int limit);

    /**
     * Sleeps until there may be more, so long at most, or until somebody unparks the thread.
     *
     * @return whether it was woken because there is more
     */
    boolean sleep(long nanos);

    @Override
    void close();

    static FrameSource of(JournalTail tail) {
        return new FrameSource() {
            @Override
            public int poll(FrameHandler handler, int limit) {
                return tail.poll(handler, limit);
            }

            @Override
            public boolean sleep(long nanos) {
                return tail.sleep(nanos);
            }

            @Override
            public void close() {
                tail.close();
            }
        };
    }
}
