package io.rialto.feeds.bus;

import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.business.EventReader;
import io.rialto.feeds.following.Ending;
import io.rialto.feeds.following.Rest;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.journal.JournalTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal on the thread "events", and tells consumers what happened.
 *
 * <p>After a start it reads history once from its first frame on, because what an event says may lie far behind; consumers are told what lies
 * behind their offsets.
 *
 * <p>Threading: any thread. A handler must not close the bus.
 *
 * <p>Errors: a frame that cannot be read stops the bus and all that it tells, and nobody else; {@link #fault} says why.
 */
public final class EventBus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int FRAMES_AT_ONCE = 256;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;

    private final LongFunction<JournalTail> tails;
    private final Path directory;
    private final List<Consumer> consumers = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "events");
    private volatile long sequence;
    private volatile boolean isRunning = true;
    private volatile Optional<Throwable> fault = Optional.empty();
    private boolean isStarted;

    /**
     * @param tails of the journal, from behind a sequence on
     * @param directory for what is set aside
     */
    public EventBus(LongFunction<JournalTail> tails, Path directory) {
        this.tails = tails;
        this.directory = directory;
        thread.setDaemon(true);
    }

    /**
     * From its offset on it is told everything that it wants.
     *
     * @throws IllegalStateException for a synchronous one once the bus has started: others would have to wait for it
     * @throws IllegalArgumentException when there is one of that name
     */
    public synchronized Consumer subscribe(Subscription subscription) {
        String name = subscription.name();
        if (consumers.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException("a consumer's name must be its own: was " + name);
        }
        if (isStarted && subscription.isSynchronous()) {
            throw new IllegalStateException("synchronous consumers must subscribe before the start: " + name);
        }
        SetAsides setAsides = new SetAsides(directory, name);
        Place start = startOf(subscription);
        if (subscription.isSynchronous()) {
            Consumer consumer = new SynchronousConsumer(subscription, setAsides, start);
            consumers.add(consumer);
            return consumer;
        }
        AsynchronousConsumer consumer = new AsynchronousConsumer(subscription, setAsides, start, tails, () -> sequence);
        if (isStarted) consumer.startAlone();
        consumers.add(consumer);
        consumer.start();
        return consumer;
    }

    /** An offset may lie behind the end of a journal that lost its end in a power cut: what comes there is new. */
    private Place startOf(Subscription subscription) {
        Place kept = subscription.offsets().load(subscription.name());
        long last;
        try (JournalTail tail = tails.apply(0)) {
            last = tail.lagFrames();
        }
        if (kept.sequence() <= last) return kept;
        LOG.warn("offset lies behind the journal's end consumer={} offset={} end={}", subscription.name(), kept, last);
        return Place.afterFrame(last);
    }

    /** From now on the journal is followed. */
    public synchronized EventBus start() {
        if (isStarted) throw new IllegalStateException("the bus must be started once");
        isStarted = true;
        thread.start();
        return this;
    }

    /** Everything behind that place is told to it again, in order; what it does meanwhile is given up. */
    public void replay(String name, Place from) {
        if (!(consumer(name).orElse(null) instanceof AsynchronousConsumer consumer)) {
            throw new IllegalArgumentException("replay must be of an asynchronous consumer: was " + name);
        }
        consumer.replay(from);
    }

    public Optional<Consumer> consumer(String name) {
        return consumers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** How all are, in the order in which they subscribed. */
    public List<Consumer.Status> statuses() {
        long now = sequence;
        return consumers.stream().map(consumer -> consumer.status(now)).toList();
    }

    /** How many consumers are told of a kind. */
    public int subscribers(EventKind kind) {
        return (int) consumers.stream()
                .filter(consumer -> consumer.subscription.kinds().contains(kind))
                .count();
    }

    /** Of the last frame that the bus has begun to tell. */
    public long sequence() {
        return sequence;
    }

    /** Why it stopped; empty while it runs. */
    public Optional<Throwable> fault() {
        return fault;
    }

    private void run() {
        try (Reading reading = new Reading(tails.apply(0), new EventReader())) {
            follow(reading);
        } catch (RuntimeException | Error cause) {
            LOG.error("events stopped sequence={}", sequence, cause);
            fault = Optional.of(cause);
        }
    }

    private void follow(Reading reading) {
        Rest rest = Rest.prompt(reading::sleep, LONGEST_PAUSE_NANOS);
        Reading.Teller teller = (of, events) -> {
            sequence = of;
            for (Consumer consumer : consumers) consumer.tell(of, events, reading);
        };
        while (isRunning) {
            int frames = reading.poll(teller, FRAMES_AT_ONCE);
            for (Consumer consumer : consumers) consumer.pause();
            rest.after(frames, false);
        }
    }

    /** Ends all threads after what is at hand. */
    @Override
    public void close() {
        isRunning = false;
        Ending.await(thread);
        for (Consumer consumer : consumers) consumer.close();
    }
}
