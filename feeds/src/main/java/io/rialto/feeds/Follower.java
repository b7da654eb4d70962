package io.rialto.feeds;

import io.rialto.feeds.position.Position;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread "feeds": takes frames from the journal's tail as they come.
 *
 * <p>When nothing comes it pauses, twice as long each time up to the longest pause. Someone who starts to wait for a
 * frame ends the pause, and while someone waits the pauses stay short.
 */
final class Follower implements AutoCloseable {
    private static final int FRAMES_AT_ONCE = 256;
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

    private final Feeds feeds;
    private final Position position;
    private final FrameSource source;
    private final long longestPauseNanos;
    private final Thread thread;
    private volatile boolean isRunning = true;

    Follower(Feeds feeds, Position position, FrameSource source, long longestPauseNanos) {
        this.feeds = feeds;
        this.position = position;
        this.source = source;
        this.longestPauseNanos = longestPauseNanos;
        thread = new Thread(this::run, "feeds");
    }

    Follower start() {
        position.followedBy(thread);
        thread.start();
        return this;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends the thread after the frame at hand and waits for its end. */
    @Override
    public void close() {
        isRunning = false;
        LockSupport.unpark(thread);
        boolean wasInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) Thread.currentThread().interrupt();
    }

    private void run() {
        try (source) {
            follow();
        } catch (RuntimeException | Error fault) {
            feeds.stop(fault);
        }
    }

    private void follow() {
        long pauseNanos = SHORTEST_PAUSE_NANOS;
        while (isRunning) {
            if (source.poll(feeds::onFrame, FRAMES_AT_ONCE) > 0) {
                pauseNanos = SHORTEST_PAUSE_NANOS;
                continue;
            }
            LockSupport.parkNanos(this, pauseNanos);
            pauseNanos = position.isAwaited() ? SHORTEST_PAUSE_NANOS : Math.min(pauseNanos * 2, longestPauseNanos);
        }
    }
}
