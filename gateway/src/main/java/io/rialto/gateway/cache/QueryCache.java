package io.rialto.gateway.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.meters.RedisLink;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers of the read model, kept in front of it: in memory, bounded by what they take up and by their kind's time, and behind
 * that in a Redis when one is configured.
 *
 * <p>No answer is older than what the caller was told. Each says which frame it has seen, and the feeds say which frame changed
 * its account last: at or behind that it still holds, whoever read it and wherever it was kept; otherwise it is read again. So
 * nothing has to be sent to gateways to make them forget, and a message that is lost cannot make them wrong. An answer from
 * Redis that has seen more than this gateway's feeds is passed over, so that nobody goes back in time afterwards.
 *
 * <p>One of those who ask the same at the same time reads, the others wait for what he reads.
 *
 * <p>Threading: any. Errors: those of the read, for all who waited for it; nothing is kept then. Without Redis memory goes on.
 */
public final class QueryCache implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;
    private static final int TURNS = 3;

    private final VenueConfig.Cache config;
    private final Journal journal;
    private final Optional<SharedPages> shared;
    private final AsyncCache<Asked, Page<?>> memory;
    private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);

    /**
     * What the feeds say of the journal.
     *
     * @param touched the newest frame that changed an account's rows
     * @param position the newest frame that they have applied
     * @param name of this history, which no other has; empty while it has not begun
     */
    public record Journal(IntToLongFunction touched, LongSupplier position, Supplier<Optional<String>> name) {}

    /** A read that failed, as Caffeine takes it without a word in a log of its own: who asked is told. */
    private static final class Failed extends CancellationException {
        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            initCause(cause);
        }
    }

    QueryCache(VenueConfig.Cache config, Journal journal, Optional<SharedPages> shared, Clock clock) {
        this.config = config;
        this.journal = journal;
        this.shared = shared;
        for (Kind kind : Kind.values()) counts.put(kind, new Counts());
        memory = Caffeine.newBuilder()
                .maximumWeight(config.mebibytes() * MEBIBYTE)
                .weigher((Asked asked, Page<?> page) -> asked.weight(page))
                .expireAfter(Expiry.<Asked, Page<?>>creating(
                        (asked, page) -> asked.kind().life(config)))
                .evictionListener((Asked asked, Page<?> page, RemovalCause cause) ->
                        counts.get(asked.kind()).evictions.increment())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .buildAsync();
    }

    /** @throws IOException when the file with the password of Redis cannot be read */
    public static QueryCache open(VenueConfig.Cache config, Journal journal, Clock clock) throws IOException {
        Optional<RedisLink> link = RedisLink.to(config.redis());
        return new QueryCache(config, journal, link.map(to -> new SharedPages(to, journal.name)), clock);
    }

    /** By which administrators look at it, or hear that there is none. */
    public static RouteGroup routes(Optional<QueryCache> cache) {
        return new CacheRoutes(cache);
    }

    /** For the page that Prometheus reads. */
    public MeterBinder meters() {
        return new CacheMeters(this);
    }

    /**
     * The answer, read if need be.
     *
     * @param seen the frame that it must have seen; the feeds must have applied it for a kept answer to be taken
     */
    public <T> Page<T> page(Asked asked, long seen, Supplier<Page<T>> read) {
        Counts count = counts.get(asked.kind());
        for (int turn = 0; turn < TURNS; turn++) {
            CompletableFuture<Page<?>> mine = new CompletableFuture<>();
            CompletableFuture<Page<?>> theirs = memory.asMap().putIfAbsent(asked, mine);
            if (theirs == null) return of(load(asked, seen, read, mine), seen);
            Page<?> known = joined(theirs);
            if (holds(asked, known, seen)) {
                count.hits.increment();
                return of(known, seen);
            }
            count.outdated.increment();
            memory.asMap().remove(asked, theirs);
        }
        return read(count, read);
    }

    private boolean holds(Asked asked, Page<?> answer, long seen) {
        return journal.position.getAsLong() >= seen
                && answer.sequence() >= asked.changed(answer, seen, journal.touched);
    }

    private Page<?> load(Asked asked, long seen, Supplier<? extends Page<?>> read, CompletableFuture<Page<?>> mine) {
        try {
            Page<?> answer = kept(asked, seen).orElse(null);
            if (answer == null) {
                answer = read(counts.get(asked.kind()), read);
                Page<?> fresh = answer;
                shared.ifPresent(pages -> pages.keep(asked, fresh, asked.kind().life(config)));
            }
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error fault) {
            mine.completeExceptionally(new Failed(fault));
            throw fault;
        }
    }

    /** What another gateway kept, if it holds here and now. */
    private Optional<Page<?>> kept(Asked asked, long seen) {
        Optional<Page<?>> found = shared.flatMap(pages -> pages.page(asked));
        if (found.isEmpty()) return found;
        boolean isAhead = found.get().sequence() > journal.position.getAsLong();
        boolean isTaken = !isAhead && holds(asked, found.get(), seen);
        Counts count = counts.get(asked.kind());
        (isTaken ? count.sharedHits : count.outdated).increment();
        return found.filter(any -> isTaken);
    }

    private static <P extends Page<?>> P read(Counts count, Supplier<P> read) {
        long begun = System.nanoTime();
        count.loads.increment();
        try {
            return read.get();
        } catch (RuntimeException | Error fault) {
            count.failures.increment();
            throw fault;
        } finally {
            count.loadNanos.add(System.nanoTime() - begun);
        }
    }

    private static Page<?> joined(CompletableFuture<Page<?>> theirs) {
        try {
            return theirs.join();
        } catch (Failed failed) {
            if (failed.getCause() instanceof RuntimeException) throw (RuntimeException) failed.getCause();
            throw failed;
        }
    }

    /** It holds as of the frame that was asked for, so it may say so. */
    @SuppressWarnings("unchecked") // the kind of a question is the type of its rows
    private static <T> Page<T> of(Page<?> answer, long seen) {
        Page<T> page = (Page<T>) answer;
        if (page.sequence() >= seen) return page;
        return new Page<>(page.items(), page.next(), page.olderDropped(), seen);
    }

    /** Whether an answer is in memory; it is neither read nor counted. */
    boolean isInMemory(Kind kind, String words) {
        return memory.asMap().keySet().stream()
                .anyMatch(asked -> asked.kind() == kind && asked.words().equals(words));
    }

    boolean isShared(Kind kind, String words) {
        return shared.filter(pages -> pages.has(new Asked(kind, words, 0))).isPresent();
    }

    /** Some of what is kept of a kind, in memory. */
    List<String> keys(Kind kind, int most) {
        return memory.asMap().keySet().stream()
                .filter(asked -> asked.kind() == kind)
                .map(Asked::words)
                .sorted()
                .limit(most)
                .toList();
    }

    /** Forgets all of a kind, at both levels; how many were in memory. */
    long clear(Kind kind) {
        List<Asked> all = memory.asMap().keySet().stream()
                .filter(asked -> asked.kind() == kind)
                .toList();
        all.forEach(memory.asMap()::remove);
        shared.ifPresent(pages -> pages.clear(kind));
        return all.size();
    }

    Counts counts(Kind kind) {
        return counts.get(kind);
    }

    long entries(Kind kind) {
        return memory.asMap().keySet().stream()
                .filter(asked -> asked.kind() == kind)
                .count();
    }

    /** What all that is in memory takes up, about. */
    long bytes() {
        return memory.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElse(0);
    }

    long mostBytes() {
        return config.mebibytes() * MEBIBYTE;
    }

    /** Whether Redis answers; empty when none is configured. */
    public Optional<Boolean> isShared() {
        return shared.map(SharedPages::isThere);
    }

    @Override
    public void close() {
        shared.ifPresent(SharedPages::close);
    }
}
