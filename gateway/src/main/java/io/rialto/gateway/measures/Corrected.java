package io.rialto.gateway.measures;

import org.HdrHistogram.Histogram;

/**
 * The same latencies as if somebody had come at even paces: while the venue keeps one waiting, those who would have come meanwhile wait,
 * too, and are counted (coordinated omission). In the kind's unit.
 *
 * @param everyMicros the pace: the mean time between two values that were measured, 100 µs at the least
 */
public record Corrected(
        double everyMicros,
        long count,
        double mean,
        double p50,
        double p90,
        double p99,
        double p999,
        double p9999,
        double max) {
    private static final long SHORTEST_NANOS = 100_000;
    private static final double NANOS_PER_MICRO = 1_000;

    /** @param spanNanos in which the values were measured */
    static Corrected of(Measure kind, Histogram values, long spanNanos) {
        if (kind.unit() != Measure.Unit.MICROSECONDS || values.getTotalCount() == 0) return null;
        long every = Math.max(SHORTEST_NANOS, spanNanos / values.getTotalCount());
        Histogram all = values.copyCorrectedForCoordinatedOmission(every);
        double scale = kind.unit().recorded();
        return new Corrected(
                every / NANOS_PER_MICRO,
                all.getTotalCount(),
                all.getMean() / scale,
                all.getValueAtPercentile(50) / scale,
                all.getValueAtPercentile(90) / scale,
                all.getValueAtPercentile(99) / scale,
                all.getValueAtPercentile(99.9) / scale,
                all.getValueAtPercentile(99.99) / scale,
                all.getMaxValue() / scale);
    }
}
