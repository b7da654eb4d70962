package io.rialto.feeds.following;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** When, and how long, who follows the journal sleeps. Threading: the one that sleeps. */
public final class Rest {
    private static final long SHORTEST_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

    private final Bed bed;
    private final long longestNanos;
    private final int wholeFrames;
    private long nanos = SHORTEST_NANOS;
    private boolean isWoken;

    /** Where it sleeps. */
    @FunctionalInterface
    public interface Bed {
        /** @return whether the thread was woken because there is more */
        boolean sleep(long nanos);
    }

    private Rest(Bed bed, long longestNanos, int wholeFrames) {
        this.bed = bed;
        this.longestNanos = longestNanos;
        this.wholeFrames = wholeFrames;
    }

    /** For who takes each frame as it comes: sleeps when there is none. */
    public static Rest prompt(Bed bed, long longestNanos) {
        return new Rest(bed, longestNanos, 0);
    }

    /**
     * For whom many frames cost little more than one: unless somebody waits for them, it sleeps for company.
     *
     * @param wholeFrames behind so many it goes on at once
     */
    public static Rest gathering(Bed bed, long gatherNanos, int wholeFrames) {
        return new Rest(bed, gatherNanos, wholeFrames);
    }

    /**
     * Twice as long each time, up to the longest. Who has been woken once trusts in it, and does not look in between.
     *
     * @param frames that came this time
     * @param isAwaited whether somebody waits for one that has not come
     */
    public void after(int frames, boolean isAwaited) {
        if (wholeFrames > 0 && !isAwaited) {
            if (frames < wholeFrames) LockSupport.parkNanos(this, longestNanos);
        } else if (frames > 0) {
            nanos = SHORTEST_NANOS;
        } else {
            if (bed.sleep(isWoken ? longestNanos : nanos)) isWoken = true;
            nanos = isAwaited ? SHORTEST_NANOS : Math.min(2 * nanos, longestNanos);
        }
    }
}
