package io.rialto.gateway.meters;

import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters that gateways share through Redis, and each its own while Redis is away: it is tried again in the background, and
 * no request waits for that. Both changes are said once in the log.
 *
 * <p>Thread-safe.
 */
public final class SharedMeters implements Meters {
    private static final Logger LOG = LoggerFactory.getLogger(SharedMeters.class);
    private static final long AGAIN_MILLIS = 250;

    private final Meters own;
    private final RedisLink link;
    private final Clock clock;
    private final Duration timeout;
    private final AtomicReference<Meters> shared = new AtomicReference<>();
    private final ScheduledExecutorService searching = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "limits-redis");
        thread.setDaemon(true);
        return thread;
    });
    private boolean isAwaySaid;

    private SharedMeters(Meters own, RedisLink link, Clock clock, Duration timeout) {
        this.own = own;
        this.link = link;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** @param timeout after which Redis counts as away */
    static SharedMeters open(RedisURI address, Duration timeout, Clock clock) {
        return open(new RedisLink(address, timeout), timeout, clock);
    }

    /** @param timeout after which Redis counts as away */
    public static SharedMeters open(RedisLink link, Duration timeout, Clock clock) {
        SharedMeters meters = new SharedMeters(new MemoryMeters(clock), link, clock, timeout);
        meters.search();
        meters.searching.scheduleWithFixedDelay(meters::search, AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return meters;
    }

    /** Whether what is spent here counts at the other gateways too, now. */
    public boolean isShared() {
        return shared.get() != null;
    }

    private synchronized void search() {
        if (isShared()) return;
        try {
            shared.set(new RedisMeters(link.answering(), clock, timeout));
            LOG.info("limits are shared through redis");
            isAwaySaid = false;
        } catch (RedisException away) {
            sayAway(away);
        }
    }

    private synchronized void sayAway(RuntimeException cause) {
        if (isAwaySaid) return;
        isAwaySaid = true;
        LOG.warn("redis is away, limits are counted by this gateway alone until it is back cause={}", cause.toString());
    }

    private <T> T with(Function<Meters, T> asking) {
        Meters now = shared.get();
        if (now == null) return asking.apply(own);
        try {
            return asking.apply(now);
        } catch (RedisException | BucketExecutionException away) {
            if (shared.compareAndSet(now, null)) sayAway(away);
            return asking.apply(own);
        }
    }

    @Override
    public Reading take(Charge charge) {
        return with(meters -> meters.take(charge));
    }

    @Override
    public Reading ask(Charge charge) {
        return with(meters -> meters.ask(charge));
    }

    @Override
    public List<Reading> takeAll(List<Charge> charges) {
        return with(meters -> meters.takeAll(charges));
    }

    @Override
    public void giveBack(Charge charge) {
        with(meters -> {
            meters.giveBack(charge);
            return true;
        });
    }

    @Override
    public Optional<ShutOut> shutOut(String name) {
        return with(meters -> meters.shutOut(name));
    }

    @Override
    public void shutOut(String name, ShutOut shutOut, long keptMillis) {
        own.shutOut(name, shutOut, keptMillis); // stays shut out when Redis goes away
        with(meters -> {
            meters.shutOut(name, shutOut, keptMillis);
            return true;
        });
    }

    @Override
    public boolean forget(String name) {
        boolean wasOwn = own.forget(name);
        return with(meters -> meters.forget(name)) || wasOwn;
    }

    @Override
    public Map<String, ShutOut> shutOuts() {
        return with(Meters::shutOuts);
    }

    @Override
    public void close() {
        searching.shutdownNow();
        link.close();
    }
}
