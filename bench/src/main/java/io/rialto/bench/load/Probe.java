package io.rialto.bench.load;

import java.io.IOException;
import org.HdrHistogram.Histogram;

/** How long an order takes when nobody else asks anything: one after another, on one connection. */
public final class Probe {
    private final LoadedVenue venue;

    public Probe(LoadedVenue venue) {
        this.venue = venue;
    }

    /** In microseconds. @param run begins the orders' names, which must not be any other's */
    public Histogram orders(String run, double seconds) throws IOException {
        Requests requests = new Requests(venue.address(), venue.entrants(), run);
        Timed timed = new Timed();
        try (Sender sender = new Sender(venue.address(), 1)) {
            sender.run(seconds, 0, requests::of, timed);
        }
        if (timed.tally.other() > 0) throw new IllegalStateException("unexpected answers: " + timed.tally.others());
        return timed.tally.accepted();
    }

    private static final class Timed implements Sender.Ear {
        private final Tally tally = new Tally();
        private long sentNanos;

        @Override
        public void sent(long index, long nowNanos) {
            sentNanos = nowNanos;
        }

        @Override
        public void answered(long index, int status, long nowNanos) {
            tally.answered(status, nowNanos - sentNanos);
        }
    }
}
