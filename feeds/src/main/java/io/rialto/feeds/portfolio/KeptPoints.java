package io.rialto.feeds.portfolio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest points of a curve, without those at which nothing was other than before. Threading: as the feed. */
final class KeptPoints {
    private final int most;
    private final Deque<EquityPoint> points = new ArrayDeque<>();
    private long fromNanos = Long.MIN_VALUE;

    KeptPoints(int most) {
        this.most = most;
    }

    /** False for one that is left out. */
    boolean keep(EquityPoint point) {
        if (!points.isEmpty() && points.getLast().isWorthAs(point)) return false;
        points.addLast(point);
        if (points.size() > most) {
            points.removeFirst();
            fromNanos = points.getFirst().timeNanos();
        }
        return true;
    }

    List<EquityPoint> all() {
        return List.copyOf(points);
    }

    /** From when on there is none but these; the least long while none was let go. */
    long fromNanos() {
        return fromNanos;
    }
}
