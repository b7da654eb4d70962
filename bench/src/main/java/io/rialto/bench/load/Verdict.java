package io.rialto.bench.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/** What is asked of a venue under too much load, point by point. Latencies in microseconds from when a request was due. */
final class Verdict {
    private static final double P99 = 99;
    private static final long ACCEPTED_MICROS = 50_000;
    private static final long REFUSED_MICROS = 20_000;
    private static final double NORMAL_AFTER_SECONDS = 2;

    /** As before is not to the microsecond: twice as long, or this much longer. */
    private static final long LEEWAY_MICROS = 10_000;

    private final List<Point> points;

    /** One thing that is asked, and what was found. */
    record Point(String asked, String found, boolean isMet) {}

    private Verdict(List<Point> points) {
        this.points = points;
    }

    static Verdict of(Overload.Result result) {
        Tally before = result.stretches().get(0);
        Tally overload = result.stretches().get(1);
        long others = result.stretches().stream().mapToLong(Tally::other).sum();
        double normal = normalAfterSeconds(before, result.slices());
        return new Verdict(List.of(
                latency("accepted p99 <= 50 ms under overload", overload.accepted(), ACCEPTED_MICROS),
                latency("refused p99 <= 20 ms under overload", overload.refused(), REFUSED_MICROS),
                new Point("no answer but 2xx, 429 and 503, none missing", others + " others", others == 0),
                new Point(
                        "normal again within 2 s",
                        Double.isInfinite(normal) ? "not in sight" : "after " + normal + " s",
                        normal <= NORMAL_AFTER_SECONDS)));
    }

    private static Point latency(String asked, Histogram micros, long limitMicros) {
        long found = micros.getValueAtPercentile(P99);
        return new Point(asked, found / 1_000.0 + " ms of " + micros.getTotalCount(), found <= limitMicros);
    }

    /** From when on all that was due was accepted as soon as before. */
    private static double normalAfterSeconds(Tally before, List<Tally> slices) {
        long usual = before.accepted().getValueAtPercentile(P99);
        long limit = Math.max(2 * usual, usual + LEEWAY_MICROS);
        int normalFrom = slices.size();
        Tally since = new Tally();
        for (int i = slices.size() - 1; i >= 0; i--) {
            since.add(slices.get(i));
            boolean isNormal = since.refused().getTotalCount() == 0
                    && since.other() == 0
                    && since.accepted().getValueAtPercentile(P99) <= limit;
            if (isNormal) normalFrom = i;
        }
        return normalFrom == slices.size() ? Double.POSITIVE_INFINITY : normalFrom * Overload.SLICE_SECONDS;
    }

    List<Point> points() {
        return points;
    }

    boolean isMet() {
        return points.stream().allMatch(Point::isMet);
    }
}
