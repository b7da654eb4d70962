package io.rialto.gateway.dispatch;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.bus.Consumer;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.bus.Subscription;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets;
import io.rialto.feeds.offsets.Offsets.Place;
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
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.preferences.Preferences;
import io.rialto.gateway.pricealerts.PriceAlertRoutes;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.NoticeStream;
import io.rialto.gateway.pushes.Outgoing;
import io.rialto.gateway.pushes.Pushing;
import io.rialto.gateway.pushes.SocketPushing;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.subscriptions.Subscriptions;
import java.math.BigDecimal;
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
    private final NoticeStore store;
    private final Keeping keeping;
    private final Listed listed;
    private final ScheduledExecutorService rounds = rounds("notices");
    private final ScheduledExecutorService looks = rounds("notices-due");
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
        store = new NoticeStore(control, letterbox, new Pushing(outgoing, counts), counts);
        keeping = new Keeping(store, this::setAside);
        telling = new Telling(
                causation, profiles, alerts, new SocketPushing(stream, counts), store, keeping::isEmpty, counts);
    }

    private static ScheduledExecutorService rounds(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
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
                Subscription.asynchronous(NoticeStore.CONSUMER, Causes.kinds(), Offsets.own(any -> from), handler);
        consumer = Optional.of(bus.subscribe(subscription.gathering(GATHERING, this::isUrgent)));
        keeping.start();
        rounds.scheduleWithFixedDelay(this::tellDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        looks.scheduleWithFixedDelay(this::keepDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        looks.scheduleWithFixedDelay(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** What may wait for others does, for a fraction of what batches wait: so a busy market does not wake the thread each time. */
    private boolean isUrgent(BusinessEvent event) {
        if (!(event instanceof BusinessEvent.TradeExecuted trade)) return !Causes.mayWait(event.kind());
        if (!alerts.isAnyWatched()) return false;
        if (feeds.position() < trade.sequence()) return true;
        Terms terms = listed.terms(trade.instrument(), trade.sequence());
        String symbol = terms.instrument().symbol();
        return alerts.isWatched(symbol)
                && alerts.isTriggeredBy(symbol, new BigDecimal(terms.price(trade.priceTicks())), trade.sequence());
    }

    /** What is listed is known only up to where the feeds stand. */
    private void tell(List<BusinessEvent> events, Place after) {
        try {
            if (!feeds.awaitPosition(after.sequence(), FEEDS_TIMEOUT)) {
                throw new EventHandler.Unavailable("the feeds have not come so far", null);
            }
            if (!keeping.hasRoom()) throw new EventHandler.Unavailable("too much of what was told is not kept", null);
            for (int from = 0, to; from < events.size(); from = to) {
                long sequence = events.get(from).sequence();
                for (to = from + 1; to < events.size() && events.get(to).sequence() == sequence; ) to++;
                Place then = to == events.size() ? after : Place.afterFrame(sequence);
                tellFrame(events.subList(from, to), then);
            }
        } catch (RuntimeException fault) {
            if (Keeping.isAway(fault)) throw new EventHandler.Unavailable("the control database or the feeds", fault);
            throw fault;
        }
    }

    private void tellFrame(List<BusinessEvent> frame, Place after) {
        long since = System.nanoTime() - GATHERING.toNanos(); // so long some of it has waited already
        keeping.add(telling.tell(frame, after, clock.instant(), since));
    }

    private void setAside(Told told, Throwable fault) {
        told.events().forEach(event -> consumer.orElseThrow().setAside(event, fault));
    }

    /** What the venue says of itself goes to those who run it. */
    public void say(List<Statement> statements) {
        keeping.add(telling.say(statements, clock.instant(), System.nanoTime()));
    }

    private void tellDue() {
        telling.tellDue(System.nanoTime());
    }

    private void keepDue() {
        try {
            telling.tellDigests(store.due(clock.instant(), System.nanoTime(), telling.sequence()));
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

    /** Of all frames up to it readers have been told, and it is kept. */
    @Override
    public long sequence() {
        long handled = consumer.map(Consumer::handledThrough).orElse(0L);
        return Math.min(handled, keeping.oldest() - 1);
    }

    /** Also for what sockets have been told already. */
    @Override
    public void await(long minSequence) {
        long wanted = Math.max(Math.max(minSequence, telling.sequence()), newestAcked.getAsLong());
        boolean isThere = consumer.filter(each -> each.awaitHandled(wanted, timeout))
                .filter(each -> keeping.await(wanted, timeout))
                .isPresent();
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
        for (ScheduledExecutorService each : List.of(rounds, looks)) {
            each.shutdown();
            try {
                if (!each.awaitTermination(FEEDS_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) each.shutdownNow();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        keeping.close();
    }
}
