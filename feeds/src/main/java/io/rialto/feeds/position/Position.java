package io.rialto.feeds.position;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;

/**
 * Where the feeds stand in the journal, and the gate between the one thread that moves them and all that ask.
 *
 * <p>A frame is applied between {@link #enter} and {@link #leave}; a question sees the feeds before or after a whole
 * frame, all of them at the same one. The gate is fair: neither a stream of frames nor a stream of questions can shut
 * the other out.
 *
 * <p>Threading: enter, advance and leave on the writing thread; everything else on any thread.
 *
 * <p>Errors: once {@link #stop stopped}, every question and every waiting answers {@link FeedsStopped}.
 */
public final class Position {
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final Lock reading = gate.readLock();
    private final Lock writing = gate.writeLock();
    private final Waiters waiters = new Waiters();
    private long timeNanos;
    private volatile long sequence;
    private volatile FeedsStopped stopped;
    private volatile Thread follower;

    /** Shuts readers out; the frame that follows is applied whole or stops the feeds. */
    public void enter() {
        writing.lock();
    }

    /** The frame is applied. */
    public void advance(long appliedSequence, long appliedTimeNanos) {
        timeNanos = appliedTimeNanos;
        sequence = appliedSequence;
    }

    /** Lets readers in again and wakes those that waited for this frame. */
    public void leave() {
        writing.unlock();
        waiters.reached(sequence);
    }

    /** Remembers the first cause, for good, and wakes all that wait. */
    public void stop(Throwable cause) {
        synchronized (waiters) {
            if (stopped == null) stopped = new FeedsStopped(sequence, cause);
        }
        waiters.wakeAll();
    }

    /** Answers a question over all feeds as of one frame; the question is given that frame's sequence. */
    public <T> T read(LongFunction<T> question) {
        reading.lock();
        try {
            refuseWhenStopped();
            return question.apply(sequence);
        } finally {
            reading.unlock();
        }
    }

    /** Of the last frame applied whole; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Journal time of the last frame applied whole; 0 before the first. */
    public long timeNanos() {
        reading.lock();
        try {
            return timeNanos;
        } finally {
            reading.unlock();
        }
    }

    /** Why the feeds stopped; empty while they run. */
    public Optional<FeedsStopped> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The thread that reads the journal: it is woken from its pause when someone starts to wait. */
    public void followedBy(Thread thread) {
        follower = thread;
    }

    /** Whether someone waits for a frame that has not come yet. */
    public boolean isAwaited() {
        return waiters.isAwaited();
    }

    /**
     * Waits until the frame has been applied.
     *
     * @return false when the time was over before, or the caller was interrupted (its interrupt flag stays set)
     */
    public boolean await(long awaited, Duration timeout) {
        refuseWhenStopped();
        if (sequence >= awaited) return true;
        long deadline = System.nanoTime() + timeout.toNanos();
        Waiters.Waiter waiter = waiters.add(awaited, Thread.currentThread());
        try {
            LockSupport.unpark(follower);
            return parkUntil(awaited, deadline);
        } finally {
            waiters.remove(waiter);
        }
    }

    private boolean parkUntil(long awaited, long deadline) {
        while (sequence < awaited) {
            refuseWhenStopped();
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) return false;
            LockSupport.parkNanos(this, left);
        }
        return true;
    }

    private void refuseWhenStopped() {
        FeedsStopped cause = stopped;
        if (cause != null) throw new FeedsStopped(cause.sequence(), cause.getCause());
    }
}
