package io.rialto.feeds.past;

import java.util.List;

/** How finely the past is kept: at the ends of full minutes, hours or days, UTC. */
public enum Grid {
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400);

    private static final List<Grid> ALL = List.of(values());
    private static final long SECOND = 1_000_000_000L;
    private final long nanos;

    Grid(long seconds) {
        nanos = seconds * SECOND;
    }

    public static List<Grid> all() {
        return ALL;
    }

    /** The last moment of the grid that is not later. */
    public long floor(long timeNanos) {
        return timeNanos - Math.floorMod(timeNanos, nanos);
    }

    /** The first moment of the grid that is not earlier. */
    public long ceiling(long timeNanos) {
        long floor = floor(timeNanos);
        return floor == timeNanos ? floor : floor + nanos;
    }

    /** The first that is later: what happens at a moment of the grid is of what begins there. */
    public long end(long timeNanos) {
        return floor(timeNanos) + nanos;
    }
}
