package io.rialto.gateway.measures;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is measured, one hour of it.
 *
 * <p>Recording is for any thread, takes no lock and makes no garbage once warm. Asking is not free: answer many from one
 * report. Time is the given clock's, in intervals of ten seconds.
 */
public final class Measures implements AutoCloseable {
    /** The longest time that can be asked for: what is older is gone. */
    public static final Duration KEPT = Duration.ofMillis(Series.INTERVAL_MILLIS * Series.INTERVALS);

    private static final Logger LOG = LoggerFactory.getLogger(Measures.class);
    private static final long SECOND_MILLIS = 1_000;

    private final Clock clock;
    private final Map<Measure, Series> series = new EnumMap<>(Measure.class);
    private final Map<Measure, Total> totals = new EnumMap<>(Measure.class);
    private final List<Sampled> sampled = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "measures");
        made.setDaemon(true);
        return made;
    });
    private long sampledMillis;

    /** What is asked for once a second instead of being recorded when it happens. */
    public interface Gauge {
        /** @param sinceMillis how long ago it was asked the last time */
        long now(long sinceMillis);
    }

    /** Since the start, never going back: in recorded units. */
    public record Total(LongAdder count, LongAdder sum) {}

    private record Sampled(Measure kind, Gauge gauge) {}

    public Measures(Clock clock) {
        this.clock = clock;
        sampledMillis = clock.millis();
        for (Measure kind : Measure.values()) {
            series.put(kind, new Series(kind, clock.millis()));
            totals.put(kind, new Total(new LongAdder(), new LongAdder()));
        }
    }

    /** Looks at the clock once a second from now on. */
    public Measures start() {
        thread.scheduleWithFixedDelay(this::look, SECOND_MILLIS, SECOND_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** @param value nanoseconds for latencies; thousandths for rates; else the number itself */
    public void record(Measure kind, long value) {
        series.get(kind).record(value);
        Total total = totals.get(kind);
        total.count.increment();
        total.sum.add(value);
    }

    /** Asks for a number once a second. */
    public synchronized void sample(Measure kind, Gauge gauge) {
        sampled.add(new Sampled(kind, gauge));
    }

    /** Of each kind, over that time until now; whole intervals of it. */
    public synchronized List<Statistics> over(Duration period, List<Measure> kinds) {
        turn();
        int intervals = intervals(period);
        return kinds.stream()
                .map(kind -> series.get(kind).statistics(intervals))
                .toList();
    }

    /** When a latency was how long, over that time until now; whole intervals of it. */
    public synchronized Heat heat(Measure kind, Duration period) {
        turn();
        return series.get(kind).heat(intervals(period));
    }

    /** Since the start of the process, in recorded units. */
    public Total total(Measure kind) {
        return totals.get(kind);
    }

    /** Forgets all of it. */
    public synchronized void reset() {
        turn();
        series.values().forEach(Series::reset);
    }

    /**
     * Forgets what is older.
     *
     * @return how many intervals that were
     */
    public synchronized int forget(Duration olderThan) {
        turn();
        int intervals = intervals(olderThan);
        return series.values().stream().mapToInt(each -> each.forget(intervals)).sum();
    }

    private static int intervals(Duration period) {
        return (int)
                ((Math.min(period.toMillis(), KEPT.toMillis()) + Series.INTERVAL_MILLIS - 1) / Series.INTERVAL_MILLIS);
    }

    private void turn() {
        long now = clock.millis();
        long since = now - sampledMillis;
        if (since >= SECOND_MILLIS) {
            sampledMillis = now;
            for (Sampled each : sampled) record(each.kind, each.gauge.now(since));
        } else if (since < 0) {
            sampledMillis = now; // the clock was set back
        }
        series.values().forEach(each -> each.turn(now));
    }

    /** Runs on whatever goes wrong: what is not measured is no reason to measure nothing any more. */
    private void look() {
        try {
            synchronized (this) {
                turn();
            }
        } catch (RuntimeException fault) {
            LOG.error("the measures could not be turned", fault);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
