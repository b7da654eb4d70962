package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventReader;
import io.rialto.feeds.following.Ending;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.journal.JournalTail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is told on a thread of its own, out of a bounded queue of frames.
 *
 * <p>When the queue is full the bus gives it a copy of what it remembers and lets it alone. The consumer handles what is queued, reads on
 * from there by itself, and comes back to the queue when it stands where the bus stands, or ahead of it.
 */
final class AsynchronousConsumer extends Consumer {
    private static final Logger LOG = LoggerFactory.getLogger(AsynchronousConsumer.class);
    private static final int EVENTS_AT_ONCE = 256;
    private static final long LOOK_MILLIS = 20;

    private final LongFunction<JournalTail> tails;
    private final LongSupplier busSequence;
    private final ArrayBlockingQueue<Told> queue;
    private final AtomicInteger pending = new AtomicInteger();
    private final Thread thread;
    /** Guarded by this: what the consumer is to read alone, set by the bus or by who asks for a replay. */
    private Alone alone;

    private long joinedAfter;
    private volatile boolean isReadingAlone;
    private volatile long passed;
    private volatile long handled;
    private volatile Optional<Place> replayFrom = Optional.empty();

    /** What a frame told it. */
    private record Told(long sequence, List<BusinessEvent> events) {}

    /** @param overflow for which there was no place in the queue: the last frame that the reader has read */
    private record Alone(Told overflow, EventReader reader) {}

    /** @param busSequence of the last frame that the bus has begun to tell */
    AsynchronousConsumer(
            Subscription subscription,
            SetAsides setAsides,
            Place start,
            LongFunction<JournalTail> tails,
            LongSupplier busSequence) {
        super(subscription, setAsides, start);
        this.tails = tails;
        this.busSequence = busSequence;
        queue = new ArrayBlockingQueue<>(subscription.queueFrames());
        thread = new Thread(this::run, "events-" + subscription.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Reads alone from the first frame on, which tells it nothing before its start. */
    synchronized void startAlone() {
        alone = new Alone(new Told(0, List.of()), new EventReader());
        isReadingAlone = true;
    }

    /** From the frame behind that place on everything is told again. */
    void replay(Place from) {
        replayFrom = Optional.of(from);
    }

    @Override
    synchronized void tell(long sequence, List<BusinessEvent> events, Reading reading) {
        if (isReadingAlone || sequence <= joinedAfter) return;
        List<BusinessEvent> wanted = wanted(events);
        if (!wanted.isEmpty()) {
            Told told = new Told(sequence, wanted);
            pending.incrementAndGet();
            if (!queue.offer(told)) {
                pending.decrementAndGet();
                alone = new Alone(told, reading.copyOfReader());
                isReadingAlone = true;
                LOG.info("consumer reads alone consumer={} sequence={}", name(), sequence);
            }
        }
        passed = sequence;
    }

    @Override
    void pause() {}

    @Override
    public long handledThrough() {
        long through = passed;
        return pending.get() == 0 && !isReadingAlone ? Math.max(through, handled) : handled;
    }

    @Override
    boolean isReadingAlone() {
        return isReadingAlone;
    }

    private void run() {
        try {
            while (!delivery.isClosing()) turn();
            delivery.save();
        } catch (RuntimeException | Error fault) {
            LOG.error("consumer stopped consumer={}", name(), fault);
            stopped(fault.toString());
        }
    }

    private void turn() {
        delivery.runRedrives();
        replayFrom.ifPresent(this::startAgain);
        List<Told> frames = new ArrayList<>();
        Told first = next();
        if (first == null) {
            readAlone();
            return;
        }
        frames.add(first);
        queue.drainTo(frames, EVENTS_AT_ONCE);
        gather(frames);
        handle(frames);
        pending.addAndGet(-frames.size());
    }

    /** Waits for company, as long as that is wanted and nothing is urgent. */
    private void gather(List<Told> frames) {
        if (subscription.gatherNanos() == 0 || isReadingAlone) return;
        long untilNanos = System.nanoTime() + subscription.gatherNanos();
        int looked = 0;
        while (frames.size() < EVENTS_AT_ONCE && !delivery.isClosing()) {
            for (; looked < frames.size(); looked++) {
                if (frames.get(looked).events.stream().anyMatch(subscription.isUrgent())) return;
            }
            Told more = next(untilNanos - System.nanoTime());
            if (more == null) return;
            frames.add(more);
            queue.drainTo(frames, EVENTS_AT_ONCE);
        }
    }

    /** Null when nothing is queued; who reads alone does not wait for it. */
    private Told next() {
        return next(isReadingAlone ? 0 : TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }

    private Told next(long patienceNanos) {
        try {
            return queue.poll(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a consumer's thread must not be interrupted: " + name(), interruption);
        }
    }

    private void handle(List<Told> frames) {
        if (frames.isEmpty()) return;
        List<BusinessEvent> events = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            events.addAll(frames.get(i).events);
            boolean isFull = events.size() >= EVENTS_AT_ONCE || i == frames.size() - 1;
            if (!isFull) continue;
            long sequence = frames.get(i).sequence;
            if (!delivery.deliver(events, Place.afterFrame(sequence))) {
                if (delivery.isClosing()) return;
                throw new IllegalStateException(SetAsides.MOST + " events are set aside");
            }
            delivery.save();
            handled = sequence;
            events = new ArrayList<>();
        }
    }

    private void startAgain(Place from) {
        synchronized (this) {
            startAlone();
            queue.clear();
            pending.set(0);
            handled = from.sequence();
            passed = from.sequence();
            replayFrom = Optional.empty();
            startAt(from);
        }
    }

    private void readAlone() {
        Alone from;
        synchronized (this) {
            if (!isReadingAlone || alone == null) return;
            from = alone;
            alone = null;
        }
        handle(List.of(from.overflow));
        try (Reading reading = new Reading(tails.apply(from.overflow.sequence), from.reader)) {
            while (!delivery.isClosing() && replayFrom.isEmpty()) {
                delivery.runRedrives();
                List<Told> frames = new ArrayList<>();
                reading.poll((sequence, events) -> frames.add(new Told(sequence, wanted(events))), EVENTS_AT_ONCE);
                handle(frames);
                if (!delivery.isClosing() && comesBack(reading.position())) return;
            }
        }
    }

    /** The bus tells it what lies behind from then on. */
    private synchronized boolean comesBack(long sequence) {
        if (sequence < busSequence.getAsLong()) return false;
        joinedAfter = sequence;
        passed = sequence;
        isReadingAlone = false;
        return true;
    }

    /** Ends after what is at hand, and waits for that. */
    @Override
    void close() {
        delivery.close();
        Ending.await(thread);
    }
}
