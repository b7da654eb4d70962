package io.rialto.gateway;

import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.records.Records;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.admin.KeyRoutes;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.FeedsFreshness;
import io.rialto.gateway.audit.AuditTrail;
import io.rialto.gateway.cache.QueryCache;
import io.rialto.gateway.changes.FourEyes;
import io.rialto.gateway.consumers.VenueConsumers;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.dispatch.NoticeDesk;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.HttpDoor;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.intrusion.Lookout;
import io.rialto.gateway.keys.ApiKeys;
import io.rialto.gateway.keys.KeyWatch;
import io.rialto.gateway.limits.Turnstile;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.measures.DoorMeasures;
import io.rialto.gateway.measures.LineMeasures;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.monitoring.HealthWatch;
import io.rialto.gateway.monitoring.MonitoringRoutes;
import io.rialto.gateway.monitoring.Vitals;
import io.rialto.gateway.openapi.DocumentRoutes;
import io.rialto.gateway.opening.FirstListing;
import io.rialto.gateway.outbound.Targets;
import io.rialto.gateway.outward.Outward;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.pushes.Outgoing;
import io.rialto.gateway.schedule.Schedule;
import io.rialto.gateway.schedule.Timekeeper;
import io.rialto.gateway.security.Scrapers;
import io.rialto.gateway.sessions.SignIn;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.snapshots.SnapshotDesk;
import io.rialto.gateway.snapshots.SnapshotRoutes;
import io.rialto.gateway.sockets.SocketDoor;
import io.rialto.gateway.streams.StreamDesk;
import io.rialto.gateway.streams.Streams;
import io.rialto.gateway.terminal.TerminalRoutes;
import io.rialto.gateway.tiers.RequestLimits;
import io.rialto.gateway.tracing.Tracing;
import io.rialto.gateway.users.PeopleRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpDoor door;
    private Ingress ingress;
    private Routes routes;

    private Venue(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a venue on its data directory; returns when it answers requests.
     *
     * @param acceptDamageAfter an operator's decision to lose everything behind this frame
     * @param say told one line a fact, the address last
     * @param clock by which the doors judge who may come in; the line has its own
     */
    public static Venue open(VenueConfig config, OptionalLong acceptDamageAfter, Consumer<String> say, Clock clock)
            throws IOException {
        Venue venue = new Venue(clock);
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
        Measures measures = keep(new Measures(clock).start());
        Databases databases = new Databases(measures);
        Rooms rooms = keep(Rooms.open(config, measures, acceptDamageAfter, say));
        ControlDatabase control =
                keep(ControlDatabase.open(data, config.control())).watchedBy(databases);
        Sealing sealing = Sealing.open(data, control.hasSecrets());
        KeyRing keys = KeyRing.open(control, sealing, clock);
        SignIn signIn = new SignIn(control, sealing, lives(config.people()), clock);
        Authenticator authenticator = keep(Authenticator.open(data, keys, signIn, windows(config), clock));
        AuditTrail trail = keep(AuditTrail.open(data, control, sealing, clock));
        ApiKeys programs = keep(ApiKeys.open(config.control(), control, keys, clock));
        RequestLimits limits = keep(RequestLimits.open(config, control, clock));
        int waiting = config.line().ringSize() * WAITING_PER_PLACE;
        ThreadPoolExecutor answers = answers(waiting);
        keep(answers::shutdownNow);
        Duration timeout = Duration.ofMillis(config.http().answerTimeoutMillis());
        ingress = ingress(rooms, answers, new Ingress.Limits(timeout, waiting), measures);
        Freshness freshness = freshness(config.http(), rooms);
        Archive archive = archive(config, rooms, databases);
        Listed listed = new Listed(rooms.feeds.listings(), freshness);
        firstSteps(data, keys, new FirstListing(ingress, rooms.feeds.listings(), listed, freshness), say);
        routes = VenueRoutes.table(
                config, ingress, rooms.feeds, freshness, listed, keys, limits, rooms.history(), archive, rooms::status);
        Lookout lookout = lookout(trail, limits.turnstile());
        DoorMeasures watch = new DoorMeasures(measures, config.http().connections(), lookout::asked);
        Outward outward = keep(Outward.open(config.delivery(), control, sealing, Targets.Names.SYSTEM, clock));
        NoticeDesk notices = keep(notices(config, control, outward, rooms, listed, measures));
        Supplier<Vitals> vitals = () -> vitals(rooms, answers);
        Supplier<Vitals.Guards> guards = () -> guards(trail, lookout);
        MonitoringRoutes monitoring =
                new MonitoringRoutes(measures, databases, watch, vitals, guards, past(archive), notices::counts, clock);
        routes.add(trail.routes(keys, signIn.people()), monitoring.shows(outward.meters()), outward.routes());
        addHistory(rooms, measures, listed, archive);
        tellEvents(config, rooms, notices, monitoring.shows(archive.meters()));
        Administrators administrators = new Administrators(keys, signIn.people());
        FourEyes fourEyes = new FourEyes(config.people().fourEyes(), control, clock, administrators::actors);
        addPeople(administrators, fourEyes, keys, signIn, programs, listed);
        keep(timekeeper(config.schedule(), rooms, keys).start());
        routes.add(notices.routes(), new DocumentRoutes(routes::table), new TerminalRoutes(TerminalRoutes.BUILT));
        Scrapers scrapers = new Scrapers(config.security().scrapers());
        KeyWatch terms = programs.watch(rooms.feeds.orders(), listed, freshness);
        Tracing tracing = keep(Tracing.open(config.tracing()));
        Doorway doorway =
                new Doorway(authenticator, freshness, scrapers, limits.turnstile(), terms, fourEyes, lookout, tracing);
        openDoor(config, rooms, listed, authenticator, doorway, limits.turnstile(), measures, watch, notices.topics());
        say.accept("ready " + address(config.http()));
    }

    private void addHistory(Rooms rooms, Measures measures, Listed listed, Archive archive) throws IOException {
        SnapshotDesk snapshots = keep(rooms.snapshots());
        routes.add(new SnapshotRoutes(snapshots), rooms.segments(snapshots, measures, listed));
        routes.add(keep(rooms.explorer(listed, archive)));
    }

    /** People, and keys: one's own and everybody's. */
    private void addPeople(
            Administrators administrators,
            FourEyes fourEyes,
            KeyRing keys,
            SignIn signIn,
            ApiKeys programs,
            Listed listed) {
        routes.add(new PeopleRoutes(ingress, keys, signIn, administrators), fourEyes.routes());
        routes.add(programs.routes(listed, administrators), new KeyRoutes(keys, administrators, listed, clock));
    }

    /** What a venue that nobody has used yet needs. */
    private static void firstSteps(Path data, KeyRing keys, FirstListing listing, Consumer<String> say)
            throws IOException {
        int made = listing.run();
        if (made > 0) say.accept("listed assets and instruments=" + made);
        keys.bootstrap(data.resolve("bootstrap-admin.json"))
                .ifPresent(file -> say.accept("first administrator's key file=" + file));
    }

    private NoticeDesk notices(
            VenueConfig config,
            ControlDatabase control,
            Outward outward,
            Rooms rooms,
            Listed listed,
            Measures measures) {
        NoticeDesk desk = new NoticeDesk(
                config,
                control,
                new Outgoing(Optional.of(outward.deliveries()), outward::addresses),
                rooms.feeds,
                listed,
                ingress::newestSequence,
                clock);
        return desk.watchedBy(caused -> measures.record(Measure.NOTIFICATION_LATENCY, rooms.nanosSince(caused)));
    }

    /** Events are told no more before those who are told are let go. */
    private void tellEvents(VenueConfig config, Rooms rooms, NoticeDesk notices, MonitoringRoutes monitoring) {
        EventBus bus = rooms.events();
        VenueConsumers consumers = keep(new VenueConsumers(bus, config.data().resolve("events")));
        keep(bus);
        monitoring.shows(consumers.meters());
        routes.add(consumers.routes());
        notices.start(bus, rooms.recoveredSequence);
        bus.start();
        int everyMillis = config.notices().healthMillis();
        keep(monitoring.tells(notices::say, ingress::newestSequence, followers(rooms, bus, notices), everyMillis));
    }

    /** The read model tells of itself: it may wait for its database. */
    private static List<HealthWatch.Follower> followers(Rooms rooms, EventBus bus, NoticeDesk notices) {
        return List.of(
                new HealthWatch.Follower("MARKET_FEEDS", rooms.feeds::position),
                new HealthWatch.Follower("EVENTS", bus::sequence),
                new HealthWatch.Follower("NOTIFICATIONS", notices::sequence));
    }

    private Freshness freshness(VenueConfig.Http config, Rooms rooms) {
        Duration timeout = Duration.ofMillis(config.readTimeoutMillis());
        return new FeedsFreshness(rooms.feeds, ingress::newestSequence, timeout);
    }

    private String address(VenueConfig.Http config) {
        String scheme = config.keystore().isPresent() ? "https" : "http";
        return scheme + "://" + config.host() + ":" + door.port();
    }

    /** Its thread begins now and may be behind for as long as it likes. */
    private Archive archive(VenueConfig config, Rooms rooms, Databases databases) throws IOException {
        Optional<Records> records = config.records().isKept() ? Optional.of(keep(rooms.records())) : Optional.empty();
        records.map(kept -> kept.store().database()).ifPresent(kept -> databases.watch(kept.sql(), kept.pool()));
        Duration timeout = Duration.ofMillis(config.http().readTimeoutMillis());
        return new Archive(records, ingress::newestSequence, timeout, cache(config, rooms));
    }

    /** Of the read model's answers, where there is one. */
    private Optional<QueryCache> cache(VenueConfig config, Rooms rooms) throws IOException {
        if (!config.records().isKept() || config.cache().mebibytes() == 0) return Optional.empty();
        History history = rooms.history();
        QueryCache.Journal journal = new QueryCache.Journal(
                rooms.feeds.changes()::touched, rooms.feeds::position, () -> rooms.name(history));
        return Optional.of(keep(QueryCache.open(config.cache(), journal, clock)));
    }

    private static Ingress ingress(Rooms rooms, ThreadPoolExecutor answers, Ingress.Limits limits, Measures measures) {
        return new Ingress(
                rooms.line,
                rooms::admission,
                rooms.history(),
                answers,
                limits,
                new LineMeasures(measures),
                rooms.recoveredSequence);
    }

    /** Who is on a socket is told before the door closes. */
    private void openDoor(
            VenueConfig config,
            Rooms rooms,
            Listed listed,
            Authenticator authenticator,
            Doorway doorway,
            Turnstile turnstile,
            Measures measures,
            HttpDoor.Watch watch,
            OwnTopics own) {
        String ack = config.journal().durability().toUpperCase(Locale.ROOT);
        Streams streams = keep(
                new Streams(rooms.feeds, listed, ack, measures, config.streams().heartbeatMillis(), own));
        SocketDoor sockets = new SocketDoor(
                config.http(),
                authenticator,
                doorway,
                turnstile,
                routes,
                ingress,
                measures,
                streams,
                new StreamDesk(streams, listed));
        door = keep(HttpDoor.open(config, routes, doorway, watch, SocketDoor.PATH, sockets::configure));
        keep(sockets);
    }

    /** What guards the doors tells the audit list. */
    private static Lookout lookout(AuditTrail trail, Turnstile turnstile) {
        turnstile.whenBanned(trail::banned);
        return new Lookout(trail, trail);
    }

    private static Vitals.Guards guards(AuditTrail trail, Lookout lookout) {
        return new Vitals.Guards(trail.fault(), lookout.counts());
    }

    private static Supplier<Vitals.Past> past(Archive archive) {
        return () -> new Vitals.Past(archive.health(), archive.isShared());
    }

    private Vitals vitals(Rooms rooms, ThreadPoolExecutor answers) {
        int waiting = answers.getQueue().size();
        int room = (waiting + answers.getQueue().remainingCapacity()) / 2;
        int active = answers.getActiveCount();
        Databases.Pool pool =
                new Databases.Pool("answers", active, ANSWER_THREADS - active, ANSWER_THREADS, waiting, room);
        return rooms.vitals(ingress.newestSequence(), pool);
    }

    private Timekeeper timekeeper(VenueConfig.Schedule config, Rooms rooms, KeyRing keys) throws IOException {
        Schedule schedule =
                config.file().isPresent() ? Schedule.read(config.file().get()) : Schedule.NONE;
        Timekeeper.Market market = new ScheduledMarket(rooms.feeds.listings(), ingress);
        Duration poll = Duration.ofMillis(config.pollMillis());
        return new Timekeeper(schedule, market, ingress::cancel, keys::derive, rooms.clock(), poll);
    }

    private static SignIn.Lives lives(VenueConfig.People config) {
        return new SignIn.Lives(
                Duration.ofSeconds(config.accessTokenSeconds()), Duration.ofHours(config.sessionHours()));
    }

    private static Authenticator.Windows windows(VenueConfig config) {
        VenueConfig.Access access = config.access();
        return new Authenticator.Windows(access.windowMillis(), access.widestWindowMillis(), access.nonceLimit());
    }

    /** The queue has room for everything that may wait at once, so an answer is never refused a thread. */
    private static ThreadPoolExecutor answers(int waiting) {
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
