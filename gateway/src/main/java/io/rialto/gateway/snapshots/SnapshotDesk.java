package io.rialto.gateway.snapshots;

import io.rialto.feeds.following.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has snapshots taken: whenever history has grown by so many frames, and when somebody asks.
 *
 * <p>The second core that writes one runs on the desk's own thread, which goes last where processors are scarce. When it
 * disagrees with history that is an alarm, and the venue is not healthy from then on.
 *
 * <p>Threading: any thread asks; one thread of its own works.
 */
public final class SnapshotDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotDesk.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Where snapshots are; the desk's thread takes, any thread lists. */
    public interface Archive {
        /**
         * @param goesOn asked now and then; false ends it with a {@link CancellationException}
         * @throws Disagreement when the second core parts from history
         */
        Taken take(BooleanSupplier goesOn) throws IOException;

        List<Taken> list() throws IOException;
    }

    private final Archive archive;
    private final LongSupplier newestSequence;
    private final long every;
    private final Thread thread;
    private volatile boolean isClosed;
    private volatile boolean isAsked;
    private volatile boolean isWorking;
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<String> alarm = Optional.empty();
    private long lastSequence;

    /**
     * @param newestSequence of history
     * @param every so many frames one is taken by itself; 0 for never
     */
    public SnapshotDesk(Archive archive, LongSupplier newestSequence, long every) {
        this.archive = archive;
        this.newestSequence = newestSequence;
        this.every = every;
        thread = new Thread(this::run, "snapshots");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** @throws IOException when the folder cannot be read */
    public SnapshotDesk start() throws IOException {
        lastSequence = list().stream().mapToLong(Taken::sequence).max().orElse(0);
        thread.start();
        return this;
    }

    /** One is taken soon; asking while one is being taken asks for another. */
    public void ask() {
        isAsked = true;
        LockSupport.unpark(thread);
    }

    public boolean isWorking() {
        return isWorking || isAsked;
    }

    /** Newest first. */
    public List<Taken> list() throws IOException {
        return archive.list();
    }

    /** Why the last attempt came to nothing; empty when it did not. */
    public Optional<String> failure() {
        return failure;
    }

    /** Where a second core parted from history. */
    public Optional<String> alarm() {
        return alarm;
    }

    /** What is half done is left. */
    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
        Ending.await(thread);
    }

    private void run() {
        while (!isClosed) {
            if (isAsked || isDue()) take();
            else LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    private boolean isDue() {
        return every > 0 && newestSequence.getAsLong() - lastSequence >= every;
    }

    /** A failure is not tried again until as much history has gone by. */
    private void take() {
        isWorking = true;
        isAsked = false;
        lastSequence = newestSequence.getAsLong();
        try {
            Taken taken = archive.take(() -> !isClosed);
            lastSequence = taken.sequence();
            failure = Optional.empty();
            LOG.info("snapshot taken sequence={} bytes={}", lastSequence, taken.bytes());
        } catch (Disagreement parted) {
            alarm = Optional.of("a second core disagrees with history: " + parted.getMessage());
            failure = alarm;
            LOG.error("a second core disagrees with history", parted);
        } catch (CancellationException closed) {
            LOG.info("the venue closes; the snapshot is left");
        } catch (IOException | RuntimeException failed) {
            failure = Optional.of(String.valueOf(failed.getMessage()));
            LOG.error("no snapshot was taken", failed);
        } finally {
            isWorking = false;
        }
    }
}
