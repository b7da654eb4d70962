package io.rialto.bench.load;

import io.rialto.bench.load.Segments.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * First how much the venue can take, then half of that, twice that, and half of it again without a pause.
 *
 * <p>Every stretch is tallied as a whole, and the last also in slices, so that it shows when all was normal again.
 */
final class Overload {
    static final double SLICE_SECONDS = 0.25;

    private static final double HALF = 0.5;

    private final Plan plan;
    private final LoadedVenue venue;

    /**
     * How long and how wide.
     *
     * @param clients that send on, each when it has its answer, to find the capacity
     * @param connections that the schedule is spread over
     * @param times of the capacity
     */
    record Plan(
            int clients,
            int connections,
            double times,
            double warmUpSeconds,
            double capacitySeconds,
            double calmSeconds,
            double overloadSeconds) {}

    /**
     * What came of it.
     *
     * @param stretches before, overload, after
     * @param slices of the last
     */
    record Result(double capacity, List<Segment> segments, List<Tally> stretches, List<Tally> slices) {}

    Overload(Plan plan, LoadedVenue venue) {
        this.plan = plan;
        this.venue = venue;
    }

    /** @param whenAccepted hears of each order of the schedule that was accepted, by its number */
    Result run(LongConsumer whenAccepted) throws IOException {
        double capacity = capacity();
        Segments schedule = new Segments(
                new Segment("before", capacity * HALF, plan.calmSeconds),
                new Segment("overload", capacity * plan.times, plan.overloadSeconds),
                new Segment("after", capacity * HALF, plan.calmSeconds));
        byte[][] requests = requests("L").ahead(schedule.requests());
        try (Sender sender = new Sender(venue.address(), plan.connections)) {
            long start = System.nanoTime() + 50_000_000;
            Record record = new Record(schedule, start, whenAccepted);
            sender.run(schedule, requests, start, record);
            return new Result(capacity, schedule.all(), record.stretches, record.slices);
        }
    }

    Requests requests(String run) {
        return new Requests(venue.address(), venue.entrants(), run);
    }

    /** Accepted orders a second, once warm: also for what comes too many, which takes other ways. */
    private double capacity() throws IOException {
        Tally warm = new Tally();
        try (Sender sender = new Sender(venue.address(), plan.connections)) {
            sender.run(plan.warmUpSeconds * HALF, 0, requests("W")::of, new Counting(new Tally()));
        }
        Tally measured = new Tally();
        Requests requests = requests("C");
        try (Sender sender = new Sender(venue.address(), plan.clients)) {
            long next = sender.run(plan.warmUpSeconds * HALF, 0, requests::of, new Counting(warm));
            sender.run(plan.capacitySeconds, next, requests::of, new Counting(measured));
        }
        if (warm.other() + measured.other() > 0) {
            throw new IllegalStateException("unexpected answers: " + warm.others() + " " + measured.others());
        }
        return measured.accepted().getTotalCount() / plan.capacitySeconds;
    }

    private record Counting(Tally tally) implements Sender.Ear {
        @Override
        public void sent(long index, long nowNanos) {}

        @Override
        public void answered(long index, int status, long nowNanos) {
            tally.answered(status, 0);
        }
    }

    private static final class Record implements Sender.Ear {
        private final Segments schedule;
        private final long startNanos;
        private final LongConsumer whenAccepted;
        private final List<Tally> stretches = new ArrayList<>();
        private final List<Tally> slices = new ArrayList<>();

        Record(Segments schedule, long startNanos, LongConsumer whenAccepted) {
            this.schedule = schedule;
            this.startNanos = startNanos;
            this.whenAccepted = whenAccepted;
            for (Segment each : schedule.all()) stretches.add(new Tally());
            Segment last = schedule.all().get(schedule.all().size() - 1);
            for (double at = 0; at < last.seconds(); at += SLICE_SECONDS) slices.add(new Tally());
        }

        private boolean isLast(long index) {
            return schedule.of(index) == stretches.size() - 1;
        }

        private Tally slice(long index) {
            return slices.get((int) (schedule.withinNanos(index) / (SLICE_SECONDS * 1e9)));
        }

        @Override
        public void sent(long index, long nowNanos) {
            stretches.get(schedule.of(index)).sent(nowNanos - startNanos - schedule.dueNanos(index));
        }

        @Override
        public void answered(long index, int status, long nowNanos) {
            long late = nowNanos - startNanos - schedule.dueNanos(index);
            stretches.get(schedule.of(index)).answered(status, late);
            if (isLast(index)) slice(index).answered(status, late);
            if (status / 100 == 2) whenAccepted.accept(index);
        }
    }
}
