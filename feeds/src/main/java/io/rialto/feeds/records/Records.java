package io.rialto.feeds.records;

import io.rialto.feeds.following.Follower;
import io.rialto.feeds.following.FrameSource;
import io.rialto.feeds.following.Rest;
import io.rialto.feeds.position.Position;
import io.rialto.journal.JournalTail;
import io.rialto.protocol.frame.FrameView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread "records", which keeps the read model in step with the journal.
 *
 * <p>What many frames make goes in by one transaction, with the position. While the database is away the thread waits with
 * what it has and reads no further: the journal keeps the rest. After a start it reads history again from the first frame,
 * for what rows do not say (which orders are open), and writes from where it was.
 *
 * <p>Threading: its own thread; questions from any.
 *
 * <p>Errors: a database that is away is told by {@link #health} and waited for. One that refuses rows (its disk is full, a table
 * is not what it should be) is told as that, with the frame that it stands at, and tried again now and then, for somebody may mend
 * it. A history that is not the one that the rows come from ends the thread.
 */
public final class Records implements AutoCloseable, Follower.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final int ROWS_AT_ONCE = 20_000;
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long FIRST_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LAST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TELL_EVERY = 60; // tries, about a second each

    private final RecordStore store;
    private final Position position = new Position();
    private final Projection projection = new Projection();
    private Follower follower;
    private Batch batch;
    private RecordStore.Mark written;
    private volatile boolean isClosing;
    private volatile Trouble trouble = Trouble.NONE;

    /** AWAY is waited for; REFUSED is tried again, but somebody has to look; STOPPED is the end of it. */
    public enum State {
        FOLLOWING,
        AWAY,
        REFUSED,
        STOPPED
    }

    /**
     * How the read model is.
     *
     * @param sequence of the last frame whose rows are there: where it is behind, the one after it is where it stands
     * @param fault why it is behind, or stopped; empty while all is well
     * @param since UTC, when that began; empty while all is well
     */
    public record Health(State state, long sequence, String fault, Optional<Instant> since) {
        public boolean isWell() {
            return state == State.FOLLOWING;
        }
    }

    /** What it waits for to pass. */
    private record Trouble(State state, String fault, Instant since) {
        static final Trouble NONE = new Trouble(State.FOLLOWING, "", Instant.EPOCH);
    }

    /** What ends the waiting for a database when the venue closes. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public Records(RecordStore store) {
        this.store = store;
    }

    /** @param tail must stand at the journal's beginning; it is closed at the end */
    public Records follow(JournalTail tail) {
        if (tail.position() != 0) {
            throw new IllegalArgumentException("tail must stand at the beginning: was " + tail.position());
        }
        FrameSource source = FrameSource.of(tail);
        Rest rest = Rest.gathering(source::sleep, GATHERING_NANOS, Follower.FRAMES_AT_ONCE);
        follower = new Follower("records", this, position, source, rest).start();
        return this;
    }

    public RecordStore store() {
        return store;
    }

    /** Waits until the rows of the frame are there; false when the time was over before. */
    public boolean await(long sequence, Duration timeout) {
        return position.await(sequence, timeout);
    }

    /** Of the last frame whose rows are there, as far as this process knows. */
    public long sequence() {
        return position.sequence();
    }

    /** Never fails, and asks no database. */
    public Health health() {
        Trouble now = trouble;
        Optional<Instant> since = now == Trouble.NONE ? Optional.empty() : Optional.of(now.since);
        return new Health(now.state, position.sequence(), now.fault, since);
    }

    @Override
    public void onFrame(FrameView frame) {
        if (written == null) begin();
        if (frame.sequence() <= written.sequence()) {
            projection.pass(frame);
            checkIsSameHistory(frame);
            return;
        }
        if (batch == null) batch = new Batch(projection.sequence());
        projection.read(frame, batch);
        if (batch.rows() >= ROWS_AT_ONCE) onBatchEnd();
    }

    @Override
    public void onBatchEnd() {
        if (batch == null) return;
        projection.endBatch(batch);
        Batch whole = batch;
        untilItIsThere(() -> store.write(whole));
        moved(whole.sequence, whole.timeNanos);
        batch = null;
    }

    @Override
    public void onFault(Throwable fault) {
        if (fault instanceof Closed) return;
        LOG.error("records stopped sequence={}", position.sequence(), fault);
        trouble = new Trouble(State.STOPPED, String.valueOf(fault.getMessage()), Instant.now());
        position.stop(fault);
    }

    private void begin() {
        untilItIsThere(() -> written = store.migrate().mark());
        moved(written.sequence(), 0);
    }

    private void moved(long sequence, long timeNanos) {
        position.enter();
        try {
            position.advance(sequence, timeNanos);
        } finally {
            position.leave();
        }
    }

    private void checkIsSameHistory(FrameView frame) {
        if (frame.sequence() < written.sequence() || frame.crc() == written.crc()) return;
        throw new RecordsForeign(
                "the read model was made from another history: sequence=" + frame.sequence() + "; build it anew");
    }

    private void untilItIsThere(Runnable work) {
        long pauseNanos = FIRST_RETRY_NANOS;
        for (long tries = 0; true; tries++) {
            try {
                work.run();
                if (trouble != Trouble.NONE) LOG.info("records database takes rows again sequence={}", sequence());
                trouble = Trouble.NONE;
                return;
            } catch (RecordsAway fault) {
                if (trouble.state != State.AWAY) LOG.warn("records database is away sequence={}", sequence(), fault);
                failed(State.AWAY, fault);
            } catch (RecordStore.Refused fault) {
                boolean isTold = trouble.state == State.REFUSED && tries % TELL_EVERY != 0;
                if (!isTold) LOG.error("records database refuses what comes after sequence={}", sequence(), fault);
                failed(State.REFUSED, fault);
            }
            LockSupport.parkNanos(this, pauseNanos);
            pauseNanos = Math.min(pauseNanos * 2, LAST_RETRY_NANOS);
        }
    }

    private void failed(State state, RuntimeException fault) {
        if (isClosing) throw new Closed();
        Instant since = trouble == Trouble.NONE ? Instant.now() : trouble.since;
        trouble = new Trouble(state, fault.getMessage(), since);
    }

    /** Ends the thread; what is not written yet will be after the next start. */
    @Override
    public void close() {
        isClosing = true;
        if (follower != null) follower.close();
        position.stop(new IllegalStateException("records were closed"));
        store.close();
    }
}
