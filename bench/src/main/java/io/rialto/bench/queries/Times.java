package io.rialto.bench.queries;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long questions took, and how much of a processor's time: where the second is small beside the first they waited for a
 * processor or a disk. In microseconds. One thread until it is added to another.
 */
final class Times {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    final Histogram wall = new Histogram(3);
    final Histogram processor = new Histogram(3);

    void of(Runnable question) {
        long begun = System.nanoTime();
        long used = THREADS.getCurrentThreadCpuTime();
        question.run();
        processor.recordValue(TimeUnit.NANOSECONDS.toMicros(THREADS.getCurrentThreadCpuTime() - used));
        wall.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
    }

    void add(Times other) {
        wall.add(other.wall);
        processor.add(other.processor);
    }
}
