package io.rialto.gateway.cache;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.meters.RedisLink;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second level: pages in a Redis that gateways of one history share. While Redis is away there is none; it is tried again in
 * the background, and no question waits for that. Both changes are said once in the log.
 *
 * <p>Thread-safe. A page says which frame it has seen; whoever takes it judges by that.
 */
final class SharedPages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPages.class);
    private static final long AGAIN_MILLIS = 250;
    private static final int KEYS_AT_ONCE = 500;

    private final RedisLink link;
    private final Supplier<Optional<String>> history;
    private final ScheduledExecutorService searching = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cache-redis");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Store store;
    private Optional<String> name = Optional.empty();
    private boolean isAwaySaid;

    /** One that answers, and what the keys of this history begin with. */
    private record Store(StatefulRedisConnection<String, byte[]> redis, String prefix) {
        String key(Asked asked) {
            return prefix + asked.kind().word() + ":" + asked.words();
        }
    }

    /** @param history a name that no other history has; empty while it has not begun */
    SharedPages(RedisLink link, Supplier<Optional<String>> history) {
        this.link = link;
        this.history = history;
        search();
        searching.scheduleWithFixedDelay(this::search, AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean isThere() {
        return store != null;
    }

    private synchronized void search() {
        if (isThere()) return;
        if (name.isEmpty()) name = history.get();
        if (name.isEmpty()) return;
        try {
            store = new Store(link.answering(), "rialto:cache:" + name.get() + ":");
            LOG.info("cached answers are shared through redis");
            isAwaySaid = false;
        } catch (RedisException away) {
            sayAway(away);
        }
    }

    private synchronized void sayAway(Throwable cause) {
        if (isAwaySaid) return;
        isAwaySaid = true;
        LOG.warn("redis is away, answers are kept in memory alone until it is back cause={}", cause.toString());
    }

    private <T> T with(T otherwise, Function<Store, T> asking) {
        Store now = store;
        if (now == null) return otherwise;
        try {
            return asking.apply(now);
        } catch (RedisException away) {
            left(now, away);
            return otherwise;
        }
    }

    private void left(Store now, Throwable cause) {
        synchronized (this) {
            if (store != now) return;
            store = null;
        }
        sayAway(cause);
    }

    Optional<Page<?>> page(Asked asked) {
        byte[] text = with(null, now -> now.redis.sync().get(now.key(asked)));
        if (text == null) return Optional.empty();
        try {
            return Optional.of(PageText.page(asked.kind(), text));
        } catch (IOException strange) {
            LOG.warn("redis holds what is no page key={} cause={}", asked.words(), strange.toString());
            return Optional.empty();
        }
    }

    /** Nobody waits for it. */
    void keep(Asked asked, Page<?> page, Duration life) {
        Store now = store;
        if (now == null) return;
        now.redis
                .async()
                .set(now.key(asked), PageText.of(page), SetArgs.Builder.px(life))
                .exceptionally(away -> {
                    left(now, away);
                    return null;
                });
    }

    /** Whether it is there; it is not read. */
    boolean has(Asked asked) {
        return with(false, now -> now.redis.sync().exists(now.key(asked)) > 0);
    }

    void clear(Kind kind) {
        with(0L, now -> {
            ScanArgs ours =
                    ScanArgs.Builder.matches(now.prefix + kind.word() + ":*").limit(KEYS_AT_ONCE);
            ScanCursor cursor = ScanCursor.INITIAL;
            while (!cursor.isFinished()) {
                KeyScanCursor<String> found = now.redis.sync().scan(cursor, ours);
                if (!found.getKeys().isEmpty()) {
                    now.redis.sync().unlink(found.getKeys().toArray(String[]::new));
                }
                cursor = found;
            }
            return 0L;
        });
    }

    @Override
    public void close() {
        searching.shutdownNow();
        link.close();
    }
}
