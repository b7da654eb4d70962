package io.rialto.bench.load;

import java.util.List;

/**
 * When each request is due: one stretch of a steady rate after another, without a gap.
 *
 * <p>Latency counts from here and not from the moment of sending, so a venue (or a sender) that stalls pays for everybody who
 * would have come meanwhile. Immutable.
 */
final class Segments {
    private static final double NANOS = 1e9;

    private final List<Segment> all;
    private final long[] firstIndex;
    private final long[] startNanos;

    /** @param rate requests a second */
    record Segment(String name, double rate, double seconds) {
        long requests() {
            return Math.round(rate * seconds);
        }
    }

    Segments(Segment... segments) {
        all = List.of(segments);
        firstIndex = new long[all.size() + 1];
        startNanos = new long[all.size() + 1];
        for (int i = 0; i < all.size(); i++) {
            firstIndex[i + 1] = firstIndex[i] + all.get(i).requests();
            startNanos[i + 1] = startNanos[i] + (long) (all.get(i).seconds * NANOS);
        }
    }

    List<Segment> all() {
        return all;
    }

    long requests() {
        return firstIndex[all.size()];
    }

    int of(long index) {
        int segment = 0;
        while (index >= firstIndex[segment + 1]) segment++;
        return segment;
    }

    /** After the start of the first. */
    long dueNanos(long index) {
        int segment = of(index);
        return startNanos[segment] + (long) ((index - firstIndex[segment]) / all.get(segment).rate * NANOS);
    }

    /** After the start of its own segment. */
    long withinNanos(long index) {
        return dueNanos(index) - startNanos[of(index)];
    }
}
