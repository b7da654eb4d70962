package io.rialto.gateway.measures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.Recorder;

/**
 * One kind's last hour: a recorder for this moment, the interval that is running, and a ring of those that are over.
 *
 * <p>Recording takes no lock and makes nothing; everything else is under the series' own lock. An interval that is over
 * keeps only the values that it met, and none is kept for a time without any.
 */
final class Series {
    static final long INTERVAL_MILLIS = 10_000;
    static final int INTERVALS = 360;

    private static final int DIGITS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Measure kind;
    private final Recorder recorder;
    private final Histogram running;
    private final Deque<Interval> over = new ArrayDeque<>();
    private Histogram spare;
    private long runningNumber;

    /** Values as far as the histogram tells them apart, ascending, and how often each was met. */
    private record Interval(long number, long[] values, long[] counts) {}

    Series(Measure kind, long nowMillis) {
        this.kind = kind;
        recorder = new Recorder(kind.highest(), DIGITS);
        running = new Histogram(kind.highest(), DIGITS);
        runningNumber = number(nowMillis);
    }

    /** Any thread, the line's own ones too. */
    void record(long value) {
        recorder.recordValue(Math.max(0, Math.min(value, kind.highest())));
    }

    /** What was recorded so far belongs to the interval that was running; then it is over if its time is. */
    synchronized void turn(long nowMillis) {
        spare = recorder.getIntervalHistogram(spare);
        running.add(spare);
        long now = number(nowMillis);
        if (now == runningNumber) return;
        if (running.getTotalCount() > 0) over.addLast(met());
        running.reset();
        runningNumber = now;
        forgetBefore(now - INTERVALS);
    }

    /** @param most intervals to look back at beside the running one */
    synchronized Statistics statistics(int most) {
        Histogram all = running.copy();
        long oldest = runningNumber;
        for (Interval interval : over) {
            if (interval.number < runningNumber - most) continue;
            oldest = Math.min(oldest, interval.number);
            for (int i = 0; i < interval.values.length; i++) {
                all.recordValueWithCount(interval.values[i], interval.counts[i]);
            }
        }
        return Statistics.of(kind, all, (runningNumber - oldest + 1) * INTERVAL_MILLIS * NANOS_PER_MILLI);
    }

    /** @param most intervals to look back at beside the running one */
    synchronized Heat heat(int most) {
        List<Heat.Column> columns = new ArrayList<>();
        for (Interval interval : over) {
            if (interval.number >= runningNumber - most) columns.add(column(interval));
        }
        if (running.getTotalCount() > 0) columns.add(column(met()));
        return Heat.of(kind, columns);
    }

    private static Heat.Column column(Interval interval) {
        long[] counts = Heat.noCounts();
        for (int i = 0; i < interval.values.length; i++) counts[Heat.place(interval.values[i])] += interval.counts[i];
        return Heat.Column.of(interval.number * INTERVAL_MILLIS, counts);
    }

    /** @return how many intervals were let go */
    synchronized int forget(int most) {
        return forgetBefore(runningNumber - most);
    }

    synchronized void reset() {
        recorder.reset();
        running.reset();
        over.clear();
    }

    private int forgetBefore(long number) {
        int before = over.size();
        while (!over.isEmpty() && over.getFirst().number < number) over.removeFirst();
        return before - over.size();
    }

    private Interval met() {
        int distinct = 0;
        for (HistogramIterationValue each : running.recordedValues()) distinct++;
        long[] values = new long[distinct];
        long[] counts = new long[distinct];
        int at = 0;
        for (HistogramIterationValue each : running.recordedValues()) {
            values[at] = Math.min(each.getValueIteratedTo(), kind.highest());
            counts[at++] = each.getCountAtValueIteratedTo();
        }
        return new Interval(runningNumber, values, counts);
    }

    private static long number(long millis) {
        return Math.floorDiv(millis, INTERVAL_MILLIS);
    }
}
