package io.rialto.gateway.dispatch;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.bus.Consumer;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.bus.Subscription;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.gateway.causes.Causes;
import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.inbox.Inbox;
import io.rialto.gateway.inbox.InboxRoutes;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.inbox.Letterbox;
import io.rialto.gateway.inbox.Standing;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.preferences.Preferences;
import io.rialto.gateway.pricealerts.PriceAlertRoutes;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.NoticeStream;
import io.rialto.gateway.pushes.Outgoing;
import io.rialto.gateway.pushes.Pushing;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.subscriptions.Subscriptions;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All about notifications: who is told what, where it is kept, who reads it. Thread-safe. */
public final class NoticeDesk implements AutoCloseable, Standing {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);
    private static final long TICK_MILLIS = 10;
    private static final long REFRESH_MILLIS = 1_000;
    private static final Duration GATHERING = Duration.ofMillis(20);
    private static final Duration FEEDS_TIMEOUT = Duration.ofSeconds(10);

    private final Feeds feeds;
    private final Clock clock;
    private final Duration timeout;
    private final LongSupplier newestAcked;
    private final Counts counts = new Counts();
    private final Profiles profiles = new Profiles();
    private final NoticeStream stream = new NoticeStream();
    private final Directory directory;
    private final Preferences preferences;
    private final Subscriptions subscriptions;
    private final PriceAlerts alerts;
    private final Inbox inbox;
    private final Telling telling;
    private final Listed listed;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "notices");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<Consumer> consumer = Optional.empty();

    /** @param newestAcked of the newest frame that was acknowledged */
    public NoticeDesk(
            VenueConfig config,
            ControlDatabase control,
            Outgoing outgoing,
            Feeds feeds,
            Listed listed,
            LongSupplier newestAcked,
            Clock clock) {
        this.feeds = feeds;
        this.listed = listed;
        this.clock = clock;
        this.newestAcked = newestAcked;
        VenueConfig.Notices bounds = config.notices();
        timeout = Duration.ofMillis(config.http().readTimeoutMillis());
        directory = new Directory(control, feeds.listings());
        preferences = new Preferences(control, profiles::changed);
        subscriptions = new Subscriptions(control, clock, bounds.subscriptions(), profiles::changed);
        alerts = new PriceAlerts(control, bounds.priceAlerts());
        inbox = new Inbox(control, clock);
        Causation causation = new Causation(
                new Causes(listed, directory::firmOf),
                new Addressing(profiles, directory, counts),
                alerts,
                listed,
                counts);
        Letterbox letterbox = new Letterbox(bounds.inbox(), TimeUnit.DAYS.toNanos(bounds.days()));
        Pushing pushing = new Pushing(outgoing, stream, counts);
        telling = new Telling(control, causation, profiles, alerts, letterbox, pushing, counts);
    }

    /** From now on everybody is told. @param lastSequence of the history that was recovered */
    public NoticeDesk start(EventBus bus, long lastSequence) {
        directory.refresh();
        profiles.follow(preferences, subscriptions);
        Place from = telling.begin(lastSequence, System.nanoTime());
        List<Letter> told = inbox.newest(NoticeStream.MOST);
        stream.recall(told, told.size() < NoticeStream.MOST);
        EventHandler handler = this::tell;
        Subscription subscription =
                Subscription.asynchronous(Telling.CONSUMER, Causes.kinds(), Offsets.own(any -> from), handler);
        consumer = Optional.of(bus.subscribe(subscription.gathering(GATHERING, this::isUrgent)));
        rounds.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** A round is a transaction that is forced to disk: what may wait for others does, for a fraction of what batches wait. */
    private boolean isUrgent(BusinessEvent event) {
        return event.kind() == EventKind.TRADE_EXECUTED ? alerts.isAnyWatched() : !Causes.mayWait(event.kind());
    }

    /** What is listed is known only up to where the feeds stand. */
    private void tell(List<BusinessEvent> events, Place after) {
        try {
            if (!feeds.awaitPosition(after.sequence(), FEEDS_TIMEOUT)) {
                throw new EventHandler.Unavailable("the feeds have not come so far", null);
            }
            long since = System.nanoTime() - GATHERING.toNanos(); // so long some of it has waited already
            telling.tell(events, after, clock.instant(), since);
        } catch (RuntimeException fault) {
            if (isAway(fault)) throw new EventHandler.Unavailable("the control database or the feeds", fault);
            throw fault;
        }
    }

    /** Whether the database is at fault, and not what it was told. */
    private static boolean isAway(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof FeedsStopped) return true;
            if (!(at instanceof SQLException failure)) continue;
            String state = String.valueOf(failure.getSQLState());
            boolean isConnection = state.startsWith("08") || state.startsWith("57") || state.startsWith("40");
            boolean isLocked = String.valueOf(failure.getMessage()).contains("SQLITE_BUSY");
            if (isConnection || isLocked || failure instanceof SQLTransientException) return true;
        }
        return false;
    }

    /** What the venue says of itself goes to those who run it. */
    public void say(List<Statement> statements) {
        telling.say(statements, clock.instant(), System.nanoTime());
    }

    private void tick() {
        try {
            telling.tick(clock.instant(), System.nanoTime());
        } catch (RuntimeException later) {
            LOG.warn("notifications that are due wait for the next round cause={}", later.toString());
        }
    }

    private void refresh() {
        try {
            directory.refresh();
        } catch (RuntimeException later) {
            LOG.warn("who is what stays as it was read last cause={}", later.toString());
        }
    }

    @Override
    public long sequence() {
        return consumer.map(Consumer::handledThrough).orElse(0L);
    }

    @Override
    public void await(long minSequence) {
        long wanted = Math.max(minSequence, newestAcked.getAsLong());
        boolean isThere =
                consumer.filter(each -> each.awaitHandled(wanted, timeout)).isPresent();
        if (isThere || sequence() >= minSequence && minSequence < wanted) return;
        throw Problem.retry(
                ProblemCode.FEEDS_BEHIND,
                1,
                "notifications stand at " + sequence() + " and " + wanted + " was asked for");
    }

    /** The routes of those whose notifications they are. */
    public RouteGroup routes() {
        return routes -> routes.add(
                preferences.routes(),
                subscriptions.routes(listed, directory::firmOf),
                new PriceAlertRoutes(alerts, feeds, listed, this, clock),
                new InboxRoutes(inbox, this));
    }

    /** From now on it hears how long notifications took. */
    public NoticeDesk watchedBy(NoticeStream.Watch watch) {
        stream.watchedBy(watch);
        return this;
    }

    /** What sockets are told. */
    public OwnTopics topics() {
        return stream;
    }

    /** What became of everything, since the start. */
    public Map<String, Long> counts() {
        return counts.shown();
    }

    /** The bus is to be closed before. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(FEEDS_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) rounds.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
