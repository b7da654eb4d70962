package io.rialto.feeds.following;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.frame.FrameView;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that takes frames from the journal's tail as they come.
 *
 * <p>When it sleeps is for its {@link Rest} to say. Someone who starts to wait for a frame ends the sleep.
 */
public final class Follower implements AutoCloseable {
    /** Frames that are taken before it is asked whether to rest. */
    public static final int FRAMES_AT_ONCE = 256;

    private final Reader reader;
    private final Position position;
    private final FrameSource source;
    private final Rest rest;
    private final Thread thread;
    private volatile boolean isRunning = true;

    /** Who is given the frames. Threading: the follower's thread. */
    public interface Reader {
        void onFrame(FrameView frame);

        /** There is no more for now, or enough for once. */
        default void onBatchEnd() {}

        /** It failed, and is given no more. */
        void onFault(Throwable fault);
    }

    /** @param position what is waited for, so that someone who waits ends the pause */
    public Follower(String name, Reader reader, Position position, FrameSource source, Rest rest) {
        this.reader = reader;
        this.position = position;
        this.source = source;
        this.rest = rest;
        thread = new Thread(this::run, name);
    }

    public Follower start() {
        position.followedBy(thread);
        thread.start();
        return this;
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends the thread after the frame at hand and waits for its end. */
    @Override
    public void close() {
        isRunning = false;
        LockSupport.unpark(thread);
        Ending.await(thread);
    }

    private void run() {
        try (source) {
            follow();
        } catch (RuntimeException | Error fault) {
            reader.onFault(fault);
        }
    }

    private void follow() {
        while (isRunning) {
            int frames = source.poll(reader::onFrame, FRAMES_AT_ONCE);
            if (frames > 0) reader.onBatchEnd();
            rest.after(frames, position.isAwaited());
        }
    }
}
