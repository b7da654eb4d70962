package io.rialto.gateway;

import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.HttpDoor;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.schedule.Schedule;
import io.rialto.gateway.schedule.Timekeeper;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.sockets.SocketDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running venue: rooms, keys and doors, opened in order and closed in the opposite one.
 *
 * <p>What goes wrong while opening is thrown, and nothing is left open. Thread-safe once open.
 */
public final class Venue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Venue.class);
    private static final int WAITING_PER_PLACE = 4;
    private static final int ANSWER_THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpDoor door;
    private Ingress ingress;
    private Routes routes;

    private Venue() {}

    /**
     * Opens a venue on its data directory; returns when it answers requests.
     *
     * @param acceptDamageAfter an operator's decision to lose everything behind this frame
     * @param say told one line a fact, the address last
     */
    public static Venue open(VenueConfig config, OptionalLong acceptDamageAfter, Consumer<String> say)
            throws IOException {
        Venue venue = new Venue();
        boolean isOpen = false;
        try {
            venue.openAll(config, acceptDamageAfter, say);
            isOpen = true;
            return venue;
        } finally {
            if (!isOpen) venue.close();
        }
    }

    private void openAll(VenueConfig config, OptionalLong acceptDamageAfter, Consumer<String> say) throws IOException {
        Path data = config.data();
        Files.createDirectories(data);
        Rooms rooms = keep(Rooms.open(config, acceptDamageAfter, say));
        KeyRing keys = keep(KeyRing.open(data, Clock.systemUTC()));
        Authenticator authenticator = keep(Authenticator.open(data, keys, windows(config), Clock.systemUTC()));
        int waiting = config.line().ringSize() * WAITING_PER_PLACE;
        ExecutorService answers = answers(waiting);
        keep(answers::shutdownNow);
        Duration timeout = Duration.ofMillis(config.http().answerTimeoutMillis());
        ingress = new Ingress(
                rooms.line,
                rooms::admission,
                rooms.history(),
                answers,
                new Ingress.Limits(timeout, waiting),
                rooms.recoveredSequence);
        Freshness freshness = new FeedsFreshness(
                rooms.feeds,
                ingress::newestSequence,
                Duration.ofMillis(config.http().readTimeoutMillis()));
        Listed listed = new Listed(rooms.feeds.listings(), freshness);
        int made = new FirstListing(ingress, rooms.feeds.listings(), listed, freshness).run();
        if (made > 0) say.accept("listed assets and instruments=" + made);
        keys.bootstrap(data.resolve("bootstrap-admin.json"))
                .ifPresent(file -> say.accept("first administrator's key file=" + file));
        routes = VenueRoutes.table(
                config, ingress, rooms.feeds, freshness, listed, keys, rooms.history(), rooms::status);
        keep(timekeeper(config.schedule(), rooms.feeds.listings(), keys).start());
        Doorway doorway = new Doorway(authenticator, freshness);
        SocketDoor sockets = new SocketDoor(config.http(), authenticator, doorway, routes, ingress);
        door = keep(HttpDoor.open(config.http(), routes, doorway, SocketDoor.PATH, sockets::configure));
        say.accept("ready http://" + config.http().host() + ":" + door.port());
    }

    private Timekeeper timekeeper(VenueConfig.Schedule config, Listings listings, KeyRing keys) throws IOException {
        Schedule schedule =
                config.file().isPresent() ? Schedule.read(config.file().get()) : Schedule.NONE;
        Timekeeper.Market market = new ScheduledMarket(listings, ingress);
        Duration poll = Duration.ofMillis(config.pollMillis());
        return new Timekeeper(schedule, market, ingress::cancel, keys::derive, Clock.systemUTC(), poll);
    }

    private static Authenticator.Windows windows(VenueConfig config) {
        VenueConfig.Access access = config.access();
        return new Authenticator.Windows(access.windowMillis(), access.widestWindowMillis(), access.nonceLimit());
    }

    /** The queue has room for everything that may wait at once, so an answer is never refused a thread. */
    private static ExecutorService answers(int waiting) {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                ANSWER_THREADS, ANSWER_THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting * 2), work -> {
                    Thread thread = new Thread(work, "answers-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private <T extends AutoCloseable> T keep(T room) {
        opened.push(room);
        return room;
    }

    /** Where the HTTP door listens. */
    public int port() {
        return door.port();
    }

    /** What the HTTP door answers, for documents and tests. */
    public List<Route> routes() {
        return routes.table();
    }

    /** Of the newest frame that was acknowledged. */
    public long sequence() {
        return ingress.newestSequence();
    }

    /** Returns when the venue has been closed. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Doors first, then the line is drained, then history is let go. A fault in one does not keep the others open. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception fault) {
                LOG.error("a part of the venue could not be closed", fault);
            }
        }
        ended.countDown();
    }
}
