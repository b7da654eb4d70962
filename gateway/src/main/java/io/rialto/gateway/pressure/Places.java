package io.rialto.gateway.pressure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests may be in progress: fewer by and by while most of them take too long, and one more again while they do not
 * (additive increase, multiplicative decrease, as TCP finds its window; Chiu and Jain, 1989). So a venue on a small machine, or one
 * that is held up, keeps its answers quick without being told its own strength.
 *
 * <p>It is the half of them that counts: a few long reads take nobody's place away. Thread-safe; times in nanoseconds of one clock.
 */
final class Places {
    private static final long WINDOW_NANOS = 50_000_000;
    private static final int LEAST = 8;
    private static final double KEPT = 0.75;

    private final int most;
    private final int least;
    private final long soonNanos;
    private final AtomicLong windowEnd;
    private final LongAdder ended = new LongAdder();
    private final LongAdder late = new LongAdder();
    private volatile int now;

    /**
     * All are free at first.
     *
     * @param most that there ever are
     * @param soonNanos what takes longer takes too long
     */
    Places(int most, long soonNanos, long nowNanos) {
        this.most = most;
        this.soonNanos = soonNanos;
        least = Math.min(LEAST, most);
        windowEnd = new AtomicLong(nowNanos + WINDOW_NANOS);
        now = most;
    }

    /** Where nothing ends, because nothing is asked, they come back as well. */
    int at(long nowNanos) {
        long quiet = Math.max(0, (nowNanos - windowEnd.get()) / WINDOW_NANOS);
        return (int) Math.min(most, now + quiet);
    }

    /** One request is done. */
    void ended(long tookNanos, long nowNanos) {
        ended.increment();
        if (tookNanos > soonNanos) late.increment();
        long end = windowEnd.get();
        int before = at(nowNanos);
        if (nowNanos - end < 0 || !windowEnd.compareAndSet(end, nowNanos + WINDOW_NANOS)) return;
        boolean areMostLate = 2 * late.sumThenReset() > ended.sumThenReset();
        now = areMostLate ? Math.max(least, (int) (before * KEPT)) : Math.min(most, before + 1);
    }
}
