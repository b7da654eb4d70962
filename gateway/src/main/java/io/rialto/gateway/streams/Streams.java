package io.rialto.gateway.streams;

import io.rialto.feeds.Feeds;
import io.rialto.gateway.channels.Ask;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.fanout.Reader;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.fanout.Wire;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Who is subscribed to what. Each operation is answered when it takes effect, and what it brings comes right behind.
 *
 * <p>Nobody waits here: not the line, not the feeds, not who asks. Thread-safe.
 */
public final class Streams implements AutoCloseable {
    /** Subscriptions of one connection, at the most. */
    public static final int MOST_SUBSCRIPTIONS = 100;

    private final Publisher publisher;
    private final ThreadPoolExecutor writers;
    private final Heartbeats heartbeats;
    private final int heartbeatMillis;
    private final Map<Reader, Map<String, Subscription>> byReader = new HashMap<>();

    /**
     * @param ack what an order's ack promises
     * @param heartbeatMillis between two heartbeats of a connection, a multiple of 100
     */
    public Streams(Feeds feeds, Listed listed, String ack, Measures measures, int heartbeatMillis, OwnTopics own) {
        this.heartbeatMillis = heartbeatMillis;
        writers = writers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        publisher = new Publisher(feeds, listed, ack, measures, new Clockwork(), own);
        heartbeats = new Heartbeats(publisher, publisher::sequence);
        publisher.start();
    }

    private final class Clockwork implements Publisher.Beats {
        @Override
        public void tick(long millis) {
            if (millis % heartbeatMillis == 0) heartbeats.beat();
        }

        @Override
        public void stopped() {
            List.copyOf(byReader.keySet()).forEach(each -> each.end("the feeds have stopped"));
        }
    }

    private static ThreadPoolExecutor writers(int count) {
        ThreadPoolExecutor made =
                new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "streams-writer");
                    thread.setDaemon(true);
                    return thread;
                });
        made.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // closed: nobody is told any more
        return made;
    }

    /** A connection that may subscribe; it has to {@link #leave}. */
    public Reader reader(Wire wire) {
        return new Reader(wire, writers);
    }

    /** Begins, or begins anew where the connection has it already. */
    void subscribe(Reader reader, Ask ask, Long id, Consumer<Problem> refused) {
        publisher.later(() -> {
            if (isFull(reader, ask, refused)) return;
            reader.answerLater(StreamReply.of("subscribed", id, ask, null, null));
            put(reader, ask, topic(ask).join(reader));
        });
    }

    /** Tells what was missed, or how things stand when that is not known any more. */
    void resume(Reader reader, Ask ask, long from, Long id, Consumer<Problem> refused) {
        publisher.later(() -> {
            if (isFull(reader, ask, refused)) return;
            Topic topic = topic(ask);
            Optional<List<byte[]>> missed = from > publisher.sequence()
                    ? Optional.empty()
                    : topic.missed(from, reader.room()).filter(all -> all.size() <= reader.room());
            reader.answerLater(StreamReply.of(missed.isPresent() ? "resumed" : "resync", id, ask, from, null));
            put(reader, ask, missed.isPresent() ? topic.rejoin(reader, missed.get()) : topic.join(reader));
        });
    }

    void unsubscribe(Reader reader, Ask ask, Long id, Consumer<Problem> refused) {
        publisher.later(() -> {
            Subscription known = subscriptions(reader).remove(ask.name());
            if (known == null) {
                refused.accept(Problem.of(ProblemCode.NOT_SUBSCRIBED, "there is no subscription to " + ask.name()));
                return;
            }
            known.topic().leave(known);
            reader.answerLater(StreamReply.of("unsubscribed", id, ask, null, null));
        });
    }

    /** Answers how far everything has been told, behind all of it. */
    void heartbeat(Reader reader, Long id) {
        publisher.later(() -> reader.answerLater(StreamReply.beat(id, publisher.sequence())));
    }

    /** The connection is gone. */
    public void leave(Reader reader) {
        publisher.later(() -> {
            Map<String, Subscription> all = byReader.remove(reader);
            if (all != null) all.values().forEach(each -> each.topic().leave(each));
        });
    }

    private Topic topic(Ask ask) {
        return publisher.markets().topic(ask, publisher.sequence());
    }

    private boolean isFull(Reader reader, Ask ask, Consumer<Problem> refused) {
        Map<String, Subscription> known = subscriptions(reader);
        Subscription before = known.remove(ask.name());
        if (before != null) before.topic().leave(before);
        if (known.size() <= MOST_SUBSCRIPTIONS) return false; // heartbeats are one more
        String rule = "a connection has at most " + MOST_SUBSCRIPTIONS + " subscriptions";
        refused.accept(Problem.of(ProblemCode.TOO_MANY_SUBSCRIPTIONS, rule));
        return true;
    }

    private void put(Reader reader, Ask ask, Subscription made) {
        subscriptions(reader).put(ask.name(), made);
    }

    private Map<String, Subscription> subscriptions(Reader reader) {
        return byReader.computeIfAbsent(reader, any -> {
            Map<String, Subscription> made = new LinkedHashMap<>();
            made.put("heartbeat", heartbeats.join(reader));
            return made;
        });
    }

    @Override
    public void close() {
        publisher.close();
        writers.shutdownNow();
    }
}
