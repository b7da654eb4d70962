package io.rialto.gateway.streams;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.gateway.channels.Markets;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread "streams": reads what frames changed, never ahead of the feeds, and tells it.
 *
 * <p>It falls behind on its own account: the feeds do not wait for it. Who falls behind too far tells everything anew.
 */
final class Publisher implements Fanout, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long TICK_MILLIS = 100;
    private static final long BREATH_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final Feeds feeds;
    private final Changes changes;
    private final Markets markets;
    private final Measures measures;
    private final Beats beats;
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private long place;
    private long sequence;
    private long ticks;
    private long nextTickNanos;
    private boolean mustBeginAnew;
    private volatile boolean isRunning = true;

    /** What else happens by the clock. */
    interface Beats {
        /** @param millis how far the clock is, in steps of 100 */
        void tick(long millis);

        /** The feeds stand still: nobody can be told anything more. */
        void stopped();
    }

    Publisher(Feeds feeds, Listed listed, String ack, Measures measures, Beats beats, OwnTopics own) {
        this.feeds = feeds;
        this.measures = measures;
        this.beats = beats;
        changes = feeds.changes();
        markets = new Markets(feeds, listed, ack, this, this::past, own);
        own.publishedBy(this);
        thread = new Thread(this::run, "streams");
        thread.setDaemon(true);
    }

    Publisher start() {
        place = changes.end();
        sequence = feeds.position();
        nextTickNanos = System.nanoTime();
        thread.start();
        return this;
    }

    Markets markets() {
        return markets;
    }

    /** Of the last frame of which everybody has been told; for the thread itself. */
    long sequence() {
        return sequence;
    }

    @Override
    public void later(Runnable task) {
        work.add(task);
        LockSupport.unpark(thread);
    }

    @Override
    public void told(int readers) {
        if (readers > 0) measures.record(Measure.BROADCAST_COUNT, readers);
    }

    @Override
    public void lost() {
        measures.record(Measure.SLOW_READER_COUNT, 1);
    }

    @Override
    public void conflated() {
        measures.record(Measure.CONFLATION_COUNT, 1);
    }

    private Optional<List<FrameChange>> past(long after) {
        return changes.between(after, sequence);
    }

    private void run() {
        while (isRunning) {
            try {
                if (mustBeginAnew) beginAnew();
                boolean wasBusy = follow() | doWork();
                tick();
                if (!wasBusy) rest();
            } catch (FeedsStopped stopped) {
                beats.stopped();
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
            } catch (RuntimeException fault) {
                LOG.error("a message could not be published sequence={}", sequence, fault);
                mustBeginAnew = true;
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
            }
        }
    }

    /** What the feeds have applied whole, and not what they are applying: nobody is told more than he can ask for. */
    private boolean follow() {
        long applied = feeds.position();
        long end = changes.end();
        boolean isBusy = place < end && applied > sequence;
        while (place < end) {
            Optional<FrameChange> change = changes.at(place);
            if (change.isEmpty()) {
                LOG.warn("the streams fell behind and begin anew sequence={}", sequence);
                beginAnew();
                return true;
            }
            if (change.get().sequence() > applied) break;
            place++;
            sequence = Math.max(sequence, change.get().sequence());
            markets.on(change.get());
        }
        sequence = Math.max(sequence, applied);
        return isBusy;
    }

    private void beginAnew() {
        mustBeginAnew = false;
        place = changes.end();
        sequence = feeds.position();
        markets.reload(sequence);
    }

    private boolean doWork() {
        Runnable task = work.poll();
        if (task == null) return false;
        for (; task != null; task = work.poll()) {
            try {
                task.run();
            } catch (FeedsStopped stopped) {
                throw stopped;
            } catch (RuntimeException fault) {
                LOG.error("an operation on subscriptions failed sequence={}", sequence, fault);
            }
        }
        return true;
    }

    private void tick() {
        long now = System.nanoTime();
        if (now < nextTickNanos) return;
        long tickNanos = TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
        nextTickNanos = Math.max(nextTickNanos + tickNanos, now - tickNanos);
        ticks++;
        markets.tick(ticks * TICK_MILLIS, sequence);
        beats.tick(ticks * TICK_MILLIS);
    }

    private void rest() {
        LockSupport.parkNanos(this, BREATH_NANOS);
        if (changes.end() == place && work.isEmpty()) {
            changes.await(place, Math.max(1, nextTickNanos - System.nanoTime()));
        }
    }

    @Override
    public void close() {
        isRunning = false;
        LockSupport.unpark(thread);
    }
}
