package io.rialto.bench.pipeline;

import io.rialto.protocol.frame.Frame;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long after its intended time each command reached one point of the line.
 *
 * <p>Threading: {@link #reached} on that point's thread; read when the run is over.
 */
final class Lateness {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST, DIGITS);
    private final long firstSequence;
    private final long warmUp;
    private volatile Schedule schedule;

    /**
     * @param firstSequence of the first timed command
     * @param warmUp timed commands that are not counted
     */
    Lateness(long firstSequence, long warmUp) {
        this.firstSequence = firstSequence;
        this.warmUp = warmUp;
    }

    void begin(Schedule planned) {
        schedule = planned;
    }

    void reached(Frame frame) {
        long index = frame.sequence() - firstSequence;
        if (index >= warmUp) {
            long late = System.nanoTime() - schedule.intendedNanos(index);
            histogram.recordValue(Math.max(0, Math.min(late, LONGEST)));
        }
    }

    double micros(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    double maxMicros() {
        return histogram.getMaxValue() / 1e3;
    }
}
