package io.rialto.gateway.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The cache as Prometheus reads it. */
final class CacheMeters implements MeterBinder {
    private static final String PREFIX = "rialto.cache.";

    private final QueryCache cache;

    CacheMeters(QueryCache cache) {
        this.cache = cache;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Kind kind : Kind.values()) {
            Counts counts = cache.counts(kind);
            counter(registry, "hits", kind, counts.hits);
            counter(registry, "shared.hits", kind, counts.sharedHits);
            counter(registry, "failures", kind, counts.failures);
            counter(registry, "outdated", kind, counts.outdated);
            counter(registry, "evictions", kind, counts.evictions);
            FunctionTimer.builder(
                            PREFIX + "loads",
                            counts,
                            each -> each.loads.sum(),
                            each -> each.loadNanos.sum(),
                            TimeUnit.NANOSECONDS)
                    .tag("kind", kind.word())
                    .register(registry);
            Gauge.builder(PREFIX + "entries", cache, each -> each.entries(kind))
                    .tag("kind", kind.word())
                    .register(registry);
        }
        Gauge.builder(PREFIX + "bytes", cache, QueryCache::bytes).register(registry);
        if (cache.isShared().isEmpty()) return;
        Gauge.builder(PREFIX + "redis", cache, each -> each.isShared().orElseThrow() ? 1 : 0)
                .register(registry);
    }

    private static void counter(MeterRegistry registry, String what, Kind kind, LongAdder counted) {
        FunctionCounter.builder(PREFIX + what, counted, LongAdder::sum)
                .tag("kind", kind.word())
                .register(registry);
    }
}
