package io.rialto.gateway.tiers;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.limits.LimitBody;
import io.rialto.gateway.limits.LimitBook;
import io.rialto.gateway.limits.Turnstile;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.meters.MemoryMeters;
import io.rialto.gateway.meters.Meters;
import io.rialto.gateway.meters.RedisLink;
import io.rialto.gateway.meters.SharedMeters;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All about limits of requests in one place: where they are kept, where they are counted, who asks them, who changes them.
 *
 * <p>Thread-safe. Gateways that share a control database take up each other's changes within two seconds.
 */
public final class RequestLimits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);
    private static final long REFRESH_MILLIS = 2_000;

    private final LimitBook book;
    private final Meters meters;
    private final Turnstile turnstile;
    private final Clock clock;
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "limits-refresh");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Routes table = new Routes();

    private RequestLimits(LimitBook book, Meters meters, Clock clock) {
        this.book = book;
        this.meters = meters;
        this.clock = clock;
        this.turnstile = new Turnstile(book, meters, clock);
    }

    /** @throws IOException when the file with the password of Redis cannot be read */
    public static RequestLimits open(VenueConfig config, ControlDatabase control, Clock clock) throws IOException {
        LimitBook book = LimitBook.open(config.limits(), control);
        RequestLimits limits = new RequestLimits(book, meters(config.limits().redis(), clock), clock);
        if (config.control().url().isPresent()) {
            limits.refreshing.scheduleWithFixedDelay(
                    limits::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        }
        return limits;
    }

    private static Meters meters(VenueConfig.Redis config, Clock clock) throws IOException {
        Duration timeout = Duration.ofMillis(config.timeoutMillis());
        return RedisLink.to(config)
                .<Meters>map(link -> SharedMeters.open(link, timeout, clock))
                .orElseGet(() -> new MemoryMeters(clock));
    }

    private void refresh() {
        try {
            book.refresh();
        } catch (RuntimeException unreachable) {
            LOG.warn("limits stay as they were read last cause={}", unreachable.toString());
        }
    }

    public Turnstile turnstile() {
        return turnstile;
    }

    /** The routes by which administrators change them. */
    public RouteGroup routes(Listed listed) {
        return routes -> {
            table = routes;
            routes.add(
                    new AccountTierRoutes(book, listed),
                    new RequestLimitRoutes(book, this::known),
                    new BanRoutes(meters, clock));
        };
    }

    /** As they are now. */
    public LimitBody told() {
        return book.told(known());
    }

    private List<String> known() {
        return table.table().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    @Override
    public void close() {
        refreshing.shutdownNow();
        meters.close();
    }
}
