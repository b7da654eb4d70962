package io.rialto.gateway.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.measures.DoorMeasures;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is measured as Prometheus reads it: totals since the start, so that rates are its own to work out. */
final class PrometheusPage {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PREFIX = "rialto.";
    private static final int FIRST_CLASS = 2;
    private static final int LAST_CLASS = 5;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    PrometheusPage(Measures measures, DoorMeasures door, Supplier<Vitals> vitals, Supplier<Vitals.Guards> guards) {
        for (Measure kind : Measure.values()) kind(kind, measures.total(kind));
        for (int hundreds = FIRST_CLASS; hundreds <= LAST_CLASS; hundreds++) answers(door, hundreds);
        counter(PREFIX + "http.connections.refused", door, DoorMeasures::allTurnedAway);
        counter(PREFIX + "http.requests.shed", door, DoorMeasures::allShed);
        counter(PREFIX + "http.slow.clients", door, DoorMeasures::allCutOff);
        gauge("http.requests.in.progress", () -> door, DoorMeasures::inProgress);
        gauge("http.connections", () -> door, DoorMeasures::open);
        gauge("ring.occupancy", vitals, Vitals::ringOccupancy);
        gauge("ring.size", vitals, Vitals::ringSize);
        gauge("halted", vitals, now -> now.isHalted() ? 1 : 0);
        gauge("journal.free.bytes", vitals, Vitals::freeBytes);
        gauge("journal.written.sequence", vitals, Vitals::writtenSequence);
        gauge("journal.promised.sequence", vitals, Vitals::promisedSequence);
        gauge("feeds.sequence", vitals, Vitals::feedsSequence);
        guards.get().attacks().keySet().forEach(pattern -> attacks(guards, pattern));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    void shows(MeterBinder more) {
        more.bindTo(registry);
    }

    Answer page() {
        return new Answer(200, registry.scrape(), TYPE, Map.of());
    }

    /** A latency becomes a timer, whatever else a counter of events and of their sum. */
    private void kind(Measure kind, Measures.Total total) {
        String name = PREFIX + kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
        if (kind.unit() == Measure.Unit.MICROSECONDS) {
            FunctionTimer.builder(
                            name,
                            total,
                            each -> each.count().sum(),
                            each -> each.sum().sum(),
                            TimeUnit.NANOSECONDS)
                    .register(registry);
        } else {
            counter(name + ".samples", total, each -> each.count().sum());
            double recorded = kind.unit() == Measure.Unit.PER_SECOND ? 1_000 : 1;
            counter(name + ".sum", total, each -> each.sum().sum() / recorded);
        }
    }

    private <T> void counter(String name, T counted, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, counted, value).register(registry);
    }

    private void answers(DoorMeasures door, int hundreds) {
        FunctionCounter.builder(PREFIX + "http.answers", door, each -> each.answers(hundreds))
                .tag("status", hundreds + "xx")
                .register(registry);
    }

    private void attacks(Supplier<Vitals.Guards> guards, String pattern) {
        FunctionCounter.builder(
                        PREFIX + "attacks", guards, each -> each.get().attacks().get(pattern))
                .tag("pattern", pattern)
                .register(registry);
    }

    private <T> void gauge(String name, Supplier<T> source, ToDoubleFunction<T> value) {
        Gauge.builder(PREFIX + name, source, each -> value.applyAsDouble(each.get()))
                .strongReference(true)
                .register(registry);
    }
}
