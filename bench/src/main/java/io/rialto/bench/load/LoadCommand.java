package io.rialto.bench.load;

import io.rialto.bench.venue.OwnTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench load}: twice as many signed orders as a real venue can take, on a schedule that waits for nobody. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Overload over HTTP, open loop: what is accepted and refused, how soon, and when all is normal again.")
public final class LoadCommand implements Callable<Integer> {
    private static final int CLIENTS =
            12; // below what a venue works on at once while all is calm, so that none is refused
    private static final int CALM_SECONDS = 5;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    @Option(names = "--times", defaultValue = "2", description = "Of the capacity. Default: ${DEFAULT-VALUE}.")
    private double times;

    @Option(names = "--seconds", defaultValue = "20", description = "Of overload. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--connections", defaultValue = "256", description = "Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(names = "--in-progress", description = "The venue's http.in-progress. Default: its own.")
    private Integer inProgress;

    @Option(names = "--warm-up", defaultValue = "90", description = "Seconds. Default: ${DEFAULT-VALUE}.")
    private double warmUp;

    @Option(names = "--durability", defaultValue = "durable", description = "journaled or durable.")
    private String durability;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String settings = inProgress == null ? "" : "http.in-progress = " + inProgress;
        try (LoadedVenue venue = LoadedVenue.open(durability, settings)) {
            Overload.Plan plan = new Overload.Plan(CLIENTS, connections, times, warmUp, 5, CALM_SECONDS, seconds);
            Overload.Result result = new Overload(plan, venue).run(accepted -> {});
            print(out, result);
            out.println(OwnTimes.of(venue.process().administrator(), (int) Math.ceil(seconds) + CALM_SECONDS));
            Verdict verdict = Verdict.of(result);
            for (Verdict.Point point : verdict.points()) {
                out.printf("%-48s %-28s %s%n", point.asked(), point.found(), point.isMet() ? "met" : "missed");
            }
            if (json != null) Files.writeString(json, toJson(result, verdict));
            return verdict.isMet() ? 0 : 1;
        }
    }

    private void print(PrintWriter out, Overload.Result result) {
        out.printf(
                Locale.ROOT,
                "capacity %.0f orders/s (%d clients, %s); sender and venue on this machine's own %d processors%n",
                result.capacity(),
                CLIENTS,
                durability,
                Runtime.getRuntime().availableProcessors());
        out.println("microseconds from when a request was due; \"sent\" is how late the sender itself was");
        out.println("stretch    due/s  what            n       /s       p50       p90       p99     p99.9       max");
        for (int i = 0; i < result.stretches().size(); i++) {
            Tally tally = result.stretches().get(i);
            line(out, result.segments().get(i), "accepted", tally.accepted());
            line(out, result.segments().get(i), "refused", tally.refused());
            line(out, result.segments().get(i), "sent", tally.sentLate());
            if (tally.other() > 0) out.println("           others by status, 0 for none: " + tally.others());
        }
        out.flush();
    }

    private static void line(PrintWriter out, Segments.Segment segment, String what, Histogram micros) {
        out.printf(
                Locale.ROOT,
                "%-9s %6.0f  %-8s %8d %8.0f %9d %9d %9d %9d %9d%n",
                segment.name(),
                segment.rate(),
                what,
                micros.getTotalCount(),
                micros.getTotalCount() / segment.seconds(),
                micros.getValueAtPercentile(PERCENTILES[0]),
                micros.getValueAtPercentile(PERCENTILES[1]),
                micros.getValueAtPercentile(PERCENTILES[2]),
                micros.getValueAtPercentile(PERCENTILES[3]),
                micros.getMaxValue());
    }

    private String toJson(Overload.Result result, Verdict verdict) {
        List<String> stretches = new ArrayList<>();
        for (int i = 0; i < result.stretches().size(); i++) {
            Segments.Segment segment = result.segments().get(i);
            Tally tally = result.stretches().get(i);
            stretches.add(String.format(
                    Locale.ROOT,
                    "{\"stretch\":\"%s\",\"rate\":%.0f,\"accepted\":%s,\"refused\":%s,\"sentLate\":%s,\"others\":%d}",
                    segment.name(),
                    segment.rate(),
                    toJson(tally.accepted()),
                    toJson(tally.refused()),
                    toJson(tally.sentLate()),
                    tally.other()));
        }
        List<String> points = new ArrayList<>();
        for (Verdict.Point point : verdict.points()) {
            points.add(String.format(
                    "{\"asked\":\"%s\",\"found\":\"%s\",\"met\":%b}", point.asked(), point.found(), point.isMet()));
        }
        return String.format(
                Locale.ROOT,
                "{\"name\":\"load\",\"ack\":\"%s\",\"capacity\":%.0f,%n \"stretches\":[%s],%n \"points\":[%s]}%n",
                durability.toUpperCase(Locale.ROOT),
                result.capacity(),
                String.join(",\n  ", stretches),
                String.join(",\n  ", points));
    }

    private static String toJson(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "{\"count\":%d,\"latencyMicros\":{\"p50\":%d,\"p90\":%d,\"p99\":%d,\"p99.9\":%d,\"max\":%d}}",
                micros.getTotalCount(),
                micros.getValueAtPercentile(PERCENTILES[0]),
                micros.getValueAtPercentile(PERCENTILES[1]),
                micros.getValueAtPercentile(PERCENTILES[2]),
                micros.getValueAtPercentile(PERCENTILES[3]),
                micros.getMaxValue());
    }
}
