package io.rialto.gateway.measures;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a kind took how long: a column of counts for every interval in which there were any, oldest first.
 *
 * @param upTo in microseconds, four to a decade: a count is of what took longer than the bound before and at most this one; the last
 *     one also of all that is above
 */
public record Heat(Measure kind, long intervalMillis, List<Double> upTo, List<Column> columns) {
    private static final int PER_DECADE = 4;
    private static final int BOUNDS = 7 * PER_DECADE + 1;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final List<Double> UP_TO = IntStream.range(0, BOUNDS)
            .mapToObj(i -> Math.round(Math.pow(10, (double) i / PER_DECADE) * 10) / 10.0)
            .toList();

    /** @param counts of each bound */
    public record Column(String from, List<Long> counts) {
        static Column of(long fromMillis, long[] counts) {
            return new Column(
                    Instant.ofEpochMilli(fromMillis).toString(),
                    Arrays.stream(counts).boxed().toList());
        }
    }

    static Heat of(Measure kind, List<Column> columns) {
        return new Heat(kind, Series.INTERVAL_MILLIS, UP_TO, columns);
    }

    static long[] noCounts() {
        return new long[BOUNDS];
    }

    /** Which count a value belongs to. */
    static int place(long nanos) {
        double micros = nanos / NANOS_PER_MICRO;
        for (int i = 0; i < BOUNDS - 1; i++) {
            if (micros <= UP_TO.get(i)) return i;
        }
        return BOUNDS - 1;
    }
}
