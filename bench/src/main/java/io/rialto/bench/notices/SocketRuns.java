package io.rialto.bench.notices;

import io.rialto.bench.notices.ToSockets.Kind;
import io.rialto.bench.venue.OwnTimes;
import io.rialto.bench.venue.Scratch;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Runs of {@link ToSockets} on one venue, the first to warm up, each printed with its distribution and judged by its p99. */
final class SocketRuns {
    private static final long READY_SECONDS = 60;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final PrintWriter out;
    private final List<String> results;
    private final String durability;
    private final int readers;
    private final long goalMicros;

    SocketRuns(PrintWriter out, List<String> results, String durability, int readers, long goalMicros) {
        this.out = out;
        this.results = results;
        this.durability = durability;
        this.readers = readers;
        this.goalMicros = goalMicros;
    }

    /** @return whether all came, and each of both priorities in time in the median run */
    boolean run(int rate, int warmUp, int seconds, int reps) throws IOException {
        Path data = Files.createTempDirectory("rialto-bench-");
        out.printf(
                "%d notifications a second to %d sockets, a venue of its own on this machine's %d processors, %s; microseconds%n",
                rate, readers, Runtime.getRuntime().availableProcessors(), durability);
        out.println("run priority from          told  missing     p50     p90     p99   p99.9     max  verdict");
        try (VenueProcess venue = VenueProcess.start(data, "--durability", durability)) {
            venue.awaitReady(READY_SECONDS);
            try (ToSockets sockets = new ToSockets(venue, readers)) {
                double orders = (double) rate * ToSockets.ORDERS_OF / ToSockets.NOTICES_OF;
                long[] missed = new long[Kind.values().length];
                boolean isWhole = true;
                for (int run = 0; run <= reps; run++) {
                    Busy busy = Busy.since(venue.pid());
                    long missing = sockets.run(whole(orders * (run == 0 ? warmUp : seconds)), orders);
                    out.println("    " + busy);
                    isWhole &= missing == 0;
                    for (Kind kind : Kind.values()) {
                        if (!print(run, rate, kind, sockets.micros(kind), missing)) missed[kind.ordinal()]++;
                    }
                }
                boolean isMet = isWhole
                        && missed[Kind.HIGH_FROM_EVENT.ordinal()] * 2 <= reps
                        && missed[Kind.CRITICAL_FROM_EVENT.ordinal()] * 2 <= reps;
                out.println(OwnTimes.of(venue.administrator(), reps * seconds));
                out.printf(
                        "p99 from event to socket at most %d µs in the median run, all told: %s%n",
                        goalMicros, isMet ? "met" : "missed");
                return isMet;
            }
        } finally {
            Scratch.delete(data);
        }
    }

    /** Rounds in which each account places a large order and a small one. */
    private int whole(double orders) {
        int round = ToSockets.ORDERS_OF * readers;
        return Math.max(1, (int) orders / round) * round;
    }

    /** @return false when the goal was missed in a run that counts */
    private boolean print(int run, int rate, Kind kind, Histogram micros, long missing) {
        boolean isJudged = kind == Kind.HIGH_FROM_EVENT || kind == Kind.CRITICAL_FROM_EVENT;
        boolean isMet = missing == 0 && micros.getValueAtPercentile(P99) <= goalMicros;
        String verdict = run == 0 ? "warm-up" : !isJudged ? "" : isMet ? "met" : "missed";
        String[] words = kind.name().split("_FROM_");
        out.printf(
                Locale.ROOT,
                "%3d %-8s %-8s %9d %8d %7d %7d %7d %7d %7d  %s%n",
                run,
                words[0],
                words[1].toLowerCase(Locale.ROOT),
                micros.getTotalCount(),
                missing,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(P99),
                micros.getValueAtPercentile(P999),
                micros.getMaxValue(),
                verdict);
        out.flush();
        if (run == 0) return true;
        results.add(String.format(
                Locale.ROOT,
                "{\"name\":\"notifications-to-socket\",\"rate\":%d,\"priority\":\"%s\",\"from\":\"%s\",\"durability\":\"%s\","
                        + "\"told\":%d,\"missing\":%d,\"latencyMicros\":{\"p50\":%d,\"p90\":%d,\"p99\":%d,\"p99.9\":%d,\"max\":%d}}",
                rate,
                words[0],
                words[1],
                durability,
                micros.getTotalCount(),
                missing,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(P99),
                micros.getValueAtPercentile(P999),
                micros.getMaxValue()));
        return isMet;
    }
}
