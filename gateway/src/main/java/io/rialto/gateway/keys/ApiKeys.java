package io.rialto.gateway.keys;

import io.rialto.feeds.orders.Orders;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.KeyLog;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.settings.VenueConfig;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All about API keys beside the ring that holds them: routes, terms, counts, log. Once a second counts are written, keys
 * whose time is over are ended, and what other gateways of the same control database changed is taken up.
 *
 * <p>Thread-safe. Closing writes what was counted.
 */
public final class ApiKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final long ROUND_MILLIS = 1_000;

    private final KeyRing keys;
    private final KeyUsage usage;
    private final KeyLog log;
    private final Clock clock;
    private final boolean isShared;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "keys");
        thread.setDaemon(true);
        return thread;
    });

    private ApiKeys(KeyRing keys, ControlDatabase control, boolean isShared, Clock clock) {
        this.keys = keys;
        this.usage = new KeyUsage(control, clock);
        this.log = new KeyLog(control, clock);
        this.clock = clock;
        this.isShared = isShared;
    }

    public static ApiKeys open(VenueConfig.Control config, ControlDatabase control, KeyRing keys, Clock clock) {
        ApiKeys all = new ApiKeys(keys, control, config.url().isPresent(), clock);
        keys.countedBy(all.usage);
        all.rounds.scheduleWithFixedDelay(all::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        return all;
    }

    private void round() {
        try {
            if (isShared) keys.refresh();
            keys.tellEnded();
            usage.write();
        } catch (RuntimeException later) {
            LOG.warn("keys are looked after in the next round cause={}", later.toString());
        }
    }

    /** The routes of those whose keys they are. */
    public RouteGroup routes(Listed listed, Administrators administrators) {
        return new KeyRoutes(keys, administrators, usage, log, listed, clock);
    }

    /** Looks after what keys ask for. */
    public KeyWatch watch(Orders orders, Listed listed, Freshness freshness) {
        return new KeyWatch(keys, orders, listed, freshness);
    }

    @Override
    public void close() {
        rounds.shutdown();
        usage.write();
    }
}
