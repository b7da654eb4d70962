package io.rialto.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What work allocates once it is warm. */
public final class Allocated {
    /** Played each time. */
    public static final int ROUNDS = 3;

    private Allocated() {}

    /**
     * Bytes of the best of a few rounds: who allocates does so in every one; the compiler alone, when it gives up a guess,
     * makes an object once.
     */
    public static long bytes(Runnable round) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
