package io.rialto.journal.space;

import io.rialto.journal.Intake;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the room that history has and allocates ahead of the writer, on a thread of its own.
 *
 * <p>Threading: {@link #intake} may be asked by any thread; the journal's own thread looks when it outruns the keeper, so
 * that the marks are never older than the blocks allocated ahead.
 */
public final class SpaceKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceKeeper.class);
    private static final long PERIOD_NANOS = 20_000_000;
    private static final int LOOKS_PER_SYNC = 50;

    /** What it keeps. */
    public interface Room {
        long usableBytes() throws IOException;

        void keepAhead(long bytes) throws IOException;

        void syncMark() throws IOException;
    }

    private final SpaceMarks marks;
    private final Room room;
    private final Thread thread;
    private volatile boolean isRunning = true;
    private volatile Intake intake = Intake.OPEN;
    private long usableBytes;

    public SpaceKeeper(SpaceMarks marks, Room room) {
        this.marks = marks;
        this.room = room;
        look();
        thread = new Thread(this::run, "journal-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        for (int looks = 1; isRunning; looks++) {
            look();
            if (looks % LOOKS_PER_SYNC == 0) sync();
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /** Judges the room by the marks and allocates ahead. */
    public synchronized void look() {
        try {
            usableBytes = room.usableBytes();
            room.keepAhead(marks.aheadBytes());
            become(byUsable());
        } catch (IOException e) {
            if (intake != Intake.CLOSED) LOG.error("no room for history: {}", e.toString());
            become(Intake.CLOSED);
        }
    }

    private Intake byUsable() {
        if (usableBytes < marks.criticalBytes()) return Intake.CLOSED;
        return usableBytes < marks.lowBytes() ? Intake.CANCELS_ONLY : Intake.OPEN;
    }

    private void become(Intake next) {
        if (next == intake) return;
        LOG.warn(
                "journal intake changed from={} to={} usableBytes={} lowBytes={} criticalBytes={}",
                intake,
                next,
                usableBytes,
                marks.lowBytes(),
                marks.criticalBytes());
        intake = next;
    }

    private void sync() {
        try {
            room.syncMark();
        } catch (IOException e) {
            LOG.warn("the durable mark could not be synced, the frames carry it too: {}", e.toString());
        }
    }

    /** What the doors may let in. */
    public Intake intake() {
        return intake;
    }

    @Override
    public void close() {
        isRunning = false;
        LockSupport.unpark(thread);
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) Thread.currentThread().interrupt();
    }
}
