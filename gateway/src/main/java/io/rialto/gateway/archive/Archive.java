package io.rialto.gateway.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.feeds.records.RecordsAway;
import io.rialto.gateway.cache.Asked;
import io.rialto.gateway.cache.QueryCache;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The read model as the doors ask it: an answer has seen the frame it has to, or there is none.
 *
 * <p>Threading: any. Errors: a {@link Problem} FEEDS_BEHIND when the rows are not there in time, or the database is
 * away; NOT_FOUND where none is kept.
 */
public final class Archive {
    private final Optional<Records> records;
    private final LongSupplier newestAcked;
    private final Duration timeout;
    private final Optional<QueryCache> cache;

    /**
     * @param records empty when this venue keeps none
     * @param newestAcked the newest frame that this gateway told anybody of
     * @param cache of pages; empty to ask the database each time
     */
    public Archive(Optional<Records> records, LongSupplier newestAcked, Duration timeout, Optional<QueryCache> cache) {
        this.records = records;
        this.newestAcked = newestAcked;
        this.timeout = timeout;
        this.cache = cache;
    }

    /** The same for who reads all there is, page by page: what it reads takes nobody else's place. */
    public Archive withoutCache() {
        return new Archive(records, newestAcked, timeout, Optional.empty());
    }

    /** Whether there is a read model to ask. */
    public boolean isKept() {
        return records.isPresent();
    }

    /** By which administrators look at what is kept of it. */
    public RouteGroup routes() {
        return QueryCache.routes(cache);
    }

    /** How it is; empty where there is none. */
    public Optional<Records.Health> health() {
        return records.map(Records::health);
    }

    /** Whether kept answers are shared; empty when nobody asked for that. */
    public Optional<Boolean> isShared() {
        return cache.flatMap(QueryCache::isShared);
    }

    /** For the page that Prometheus reads. */
    public MeterBinder meters() {
        return registry -> {
            cache.ifPresent(kept -> kept.meters().bindTo(registry));
            records.ifPresent(kept -> meters(registry, kept));
        };
    }

    private static void meters(MeterRegistry registry, Records kept) {
        Gauge.builder("rialto.records.sequence", kept, Records::sequence).register(registry);
        for (Records.State state : Records.State.values()) {
            Gauge.builder("rialto.records.state", kept, each -> each.health().state() == state ? 1 : 0)
                    .tag("state", state.name())
                    .register(registry);
        }
    }

    /** Of the newest frame that this gateway told anybody of. */
    public long newest() {
        return newestAcked.getAsLong();
    }

    /**
     * A page that may be kept from before, if it still holds.
     *
     * @param seen that must have been seen
     */
    public <T> Page<T> page(Asked asked, long seen, Function<RecordStore, Page<T>> question) {
        if (cache.isEmpty() || !isKept()) return asOf(OptionalLong.of(seen), question);
        return cache.get().page(asked, seen, () -> asOf(OptionalLong.of(seen), question));
    }

    /** @param sequence that must have been seen; empty for everything acknowledged so far */
    public <T> T asOf(OptionalLong sequence, Function<RecordStore, T> question) {
        Records kept = records.orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "this venue keeps no read model: records.kept is off"));
        long seen = sequence.orElseGet(newestAcked);
        if (kept.sequence() < seen && !kept.await(seen, timeout)) {
            throw Problem.retry(
                    ProblemCode.FEEDS_BEHIND,
                    1,
                    "the read model stands at " + kept.sequence() + " and " + seen + " was asked for");
        }
        try {
            return question.apply(kept.store());
        } catch (RecordsAway away) {
            throw Problem.retry(ProblemCode.FEEDS_BEHIND, 1, "the read model's database cannot be reached");
        } catch (IllegalArgumentException strange) {
            throw Problem.at("cursor", ProblemCode.INVALID_VALUE, "must be the next of a page before", "another's");
        }
    }
}
