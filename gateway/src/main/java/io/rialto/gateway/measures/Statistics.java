package io.rialto.gateway.measures;

import org.HdrHistogram.Histogram;

/**
 * What a kind's values were over a time, in its unit. Exact up to 2,047 recorded units, beyond that to three digits; all
 * zero when there were none.
 *
 * @param corrected of latencies, what they were for who comes at even paces; null of all else, and when there were none
 */
public record Statistics(
        Measure kind,
        Measure.Unit unit,
        long count,
        double sum,
        double min,
        double max,
        double mean,
        double p50,
        double p90,
        double p95,
        double p99,
        double p999,
        double p9999,
        double standardDeviation,
        Corrected corrected) {

    static Statistics of(Measure kind, Histogram values, long spanNanos) {
        long count = values.getTotalCount();
        if (count == 0) return new Statistics(kind, kind.unit(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);
        double scale = kind.unit().recorded();
        return new Statistics(
                kind,
                kind.unit(),
                count,
                values.getMean() * count / scale,
                values.getMinValue() / scale,
                values.getMaxValue() / scale,
                values.getMean() / scale,
                values.getValueAtPercentile(50) / scale,
                values.getValueAtPercentile(90) / scale,
                values.getValueAtPercentile(95) / scale,
                values.getValueAtPercentile(99) / scale,
                values.getValueAtPercentile(99.9) / scale,
                values.getValueAtPercentile(99.99) / scale,
                values.getStdDeviation() / scale,
                Corrected.of(kind, values, spanNanos));
    }
}
