package io.rialto.bench.notices;

import java.time.Duration;
import java.util.Locale;

/** How much of the machine's processors a venue and this process take, from now until it is told as text. */
final class Busy {
    private final ProcessHandle venue;
    private final Duration venueBefore;
    private final Duration ownBefore;
    private final long begunNanos = System.nanoTime();

    private Busy(ProcessHandle venue) {
        this.venue = venue;
        venueBefore = taken(venue);
        ownBefore = taken(ProcessHandle.current());
    }

    static Busy since(long venue) {
        return new Busy(ProcessHandle.of(venue).orElseThrow());
    }

    private static Duration taken(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private double processors(ProcessHandle process, Duration before) {
        return taken(process).minus(before).toNanos() / (double) (System.nanoTime() - begunNanos);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "processors busy: %.2f with the venue, %.2f with this",
                processors(venue, venueBefore),
                processors(ProcessHandle.current(), ownBefore));
    }
}
