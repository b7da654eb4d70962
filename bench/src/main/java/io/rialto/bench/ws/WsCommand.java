package io.rialto.bench.ws;

import io.rialto.bench.sockets.Asker;
import io.rialto.bench.sockets.Crowd;
import io.rialto.bench.venue.Scratch;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench ws}: one book to many connections, some of which stop reading; and connections that are only held. */
@Command(
        name = "ws",
        mixinStandardHelpOptions = true,
        description = "Fan-out of one book over WebSockets, with and without readers that stand still.")
public final class WsCommand implements Callable<Integer> {
    private static final long READY_SECONDS = 60;
    private static final long ARRIVAL_NANOS = 20_000_000_000L;
    private static final long SILENCE_NANOS = 5_000_000_000L;
    private static final int SETTLING_SECONDS = 1;
    private static final int SPARE = 1_000;

    @Option(names = "--subscribers", defaultValue = "1000", description = "Connections. Default: ${DEFAULT-VALUE}.")
    private int subscribers;

    @Option(
            names = "--stalled",
            defaultValue = "100",
            description = "Of those stop reading. Default: ${DEFAULT-VALUE}.")
    private int stalled;

    @Option(names = "--rate", defaultValue = "50", description = "Updates a second. Default: ${DEFAULT-VALUE}.")
    private long rate;

    @Option(names = "--seconds", defaultValue = "5", description = "How long a run is. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--reps", defaultValue = "5", description = "Runs of each kind. Default: ${DEFAULT-VALUE}.")
    private int reps;

    @Option(names = "--held", defaultValue = "10000", description = "Connections held. Default: ${DEFAULT-VALUE}.")
    private int held;

    @Option(
            names = "--goal",
            defaultValue = "1.10",
            description =
                    "The p99 beside readers that stand still, as a share of the p99 without. Default: ${DEFAULT-VALUE}.")
    private double goal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The venue's configuration; without one it takes as many as are asked for.")
    private Path config;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final List<String> results = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d subscribers on this machine's own %d processors; microseconds from when an update was due%n",
                subscribers, Runtime.getRuntime().availableProcessors());
        out.println("run          readers stalled  rate/s  received  missing     p50     p90     p99   p99.9     max");
        if (!OpenFiles.suffice(Math.max(held, subscribers), out)) return 1;
        Path data = Files.createTempDirectory("rialto-bench-");
        boolean isSound;
        List<String> options = new ArrayList<>(List.of("--durability", "journaled"));
        options.addAll(List.of("--config", (config != null ? config : roomy(data)).toString()));
        try (VenueProcess venue = VenueProcess.start(data, options.toArray(String[]::new))) {
            URI address = venue.awaitReady(READY_SECONDS);
            isSound = fansOut(out, address, new MovingBid(venue)) & holds(out, address, venue.pid());
        } finally {
            Scratch.delete(data);
        }
        if (json != null) Files.writeString(json, "[" + String.join(",\n ", results) + "]\n");
        return isSound ? 0 : 1;
    }

    /** Room for all connections of one address, as a load generator has it. */
    private Path roomy(Path data) throws IOException {
        int most = 2 * Math.max(held, subscribers) + SPARE;
        return Files.writeString(
                data.resolve("bench.conf"),
                "http { sockets = " + most + ", connections = " + 2 * most + ", address-connections = " + 2 * most
                        + " }\n");
    }

    /** By turns, and each kind as often first, so that both meet the same machine and a venue as warm. */
    private boolean fansOut(PrintWriter out, URI address, MovingBid bid) throws IOException {
        boolean isSound = true;
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        warmUp(address, bid);
        for (int i = 0; i < reps; i++) {
            boolean isStalledFirst = i % 2 == 1;
            if (isStalledFirst) isSound &= run(out, address, bid, stalled, with);
            isSound &= run(out, address, bid, 0, without);
            if (!isStalledFirst) isSound &= run(out, address, bid, stalled, with);
        }
        if (reps > 0) {
            double ratio = median(with) / (double) Math.max(1, median(without));
            boolean isMet = ratio <= goal;
            out.printf(
                    Locale.ROOT,
                    "p99 with stalled readers is %.2f of the p99 without (medians of %d), at most %.2f: %s%n",
                    ratio,
                    reps,
                    goal,
                    isMet ? "met" : "missed");
            results.add(String.format(
                    Locale.ROOT, "{\"name\":\"ws-stalled-ratio\",\"p99Ratio\":%.3f,\"met\":%b}", ratio, isMet));
            isSound &= isMet;
        }
        return isSound;
    }

    private void warmUp(URI address, MovingBid bid) throws IOException {
        if (reps == 0 || warmUp == 0) return;
        try (Crowd crowd = crowd(address, stalled, bid).start()) {
            bid.move((int) (warmUp * rate), rate);
            arrived(bid.micros(), (crowd.open() - stalled) * warmUp * rate);
        }
    }

    private Crowd crowd(URI address, int standing, MovingBid bid) throws IOException {
        Asker asker = new Asker(MovingBid.WISH, bid::heard);
        return new Crowd(address, subscribers, standing, any -> asker);
    }

    private boolean run(PrintWriter out, URI address, MovingBid bid, int standing, List<Long> p99s) throws IOException {
        int readers = subscribers - standing;
        try (Crowd crowd = crowd(address, standing, bid).start()) {
            bid.move((int) (SETTLING_SECONDS * rate), rate);
            int moves = (int) (seconds * rate);
            arrived(bid.micros(), readers * SETTLING_SECONDS * rate);
            bid.move(moves, rate);
            Histogram micros = bid.micros();
            long missing = arrived(micros, (long) readers * moves);
            p99s.add(micros.getValueAtPercentile(99));
            print(out, standing, readers, micros, missing);
            return missing == 0 && crowd.open() == subscribers;
        }
    }

    /** Waits until all have come, or nothing more does: who was too slow was told the newest state, and not what led to it. */
    private static long arrived(Histogram micros, long expected) {
        long seen = 0;
        long untilNanos = System.nanoTime() + SILENCE_NANOS;
        while (seen < expected && System.nanoTime() < untilNanos) {
            LockSupport.parkNanos(1_000_000);
            long now = micros.getTotalCount();
            if (now > seen) untilNanos = System.nanoTime() + SILENCE_NANOS;
            seen = now;
        }
        return expected - seen;
    }

    private void print(PrintWriter out, int standing, int readers, Histogram micros, long missing) {
        out.printf(
                Locale.ROOT,
                "%-12s %7d %7d %7d %9d %8d %7d %7d %7d %7d %7d%n",
                standing == 0 ? "all read" : "some stalled",
                readers,
                standing,
                rate,
                micros.getTotalCount(),
                missing,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
        out.flush();
        results.add(String.format(
                Locale.ROOT,
                "{\"name\":\"ws-fan-out\",\"rate\":%d,\"readers\":%d,\"stalled\":%d,\"received\":%d,\"missing\":%d,"
                        + "\"latencyMicros\":{\"p50\":%d,\"p90\":%d,\"p99\":%d,\"p99.9\":%d,\"max\":%d}}",
                rate,
                readers,
                standing,
                micros.getTotalCount(),
                missing,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue()));
    }

    /** Each of them subscribes, so that each is told heartbeats: after one nobody has been forgotten. */
    private boolean holds(PrintWriter out, URI address, long pid) throws IOException {
        if (held == 0) return true;
        AtomicLong texts = new AtomicLong();
        long begunNanos = System.nanoTime();
        String wish = "{\"op\":\"subscribe\",\"channel\":\"status\",\"symbol\":\"" + MovingBid.SYMBOL + "\"}";
        Asker asker = new Asker(wish, text -> texts.incrementAndGet());
        try (Crowd crowd = new Crowd(address, held, 0, any -> asker).start()) {
            double openSeconds = (System.nanoTime() - begunNanos) / 1e9;
            long untilNanos = System.nanoTime() + ARRIVAL_NANOS;
            long expected = held * 3L; // subscribed, a snapshot, a heartbeat
            while (texts.get() < expected && System.nanoTime() < untilNanos) LockSupport.parkNanos(10_000_000);
            long mebibytes = residentMebibytes(pid);
            int lost = crowd.lost();
            out.printf(
                    Locale.ROOT,
                    "held %d of %d connections, opened in %.1f s, %d texts, venue's resident memory %d MiB%n",
                    crowd.open() - lost,
                    held,
                    openSeconds,
                    texts.get(),
                    mebibytes);
            results.add(String.format(
                    Locale.ROOT,
                    "{\"name\":\"ws-held\",\"held\":%d,\"asked\":%d,\"openSeconds\":%.2f,\"residentMebibytes\":%d}",
                    crowd.open() - lost,
                    held,
                    openSeconds,
                    mebibytes));
            return lost == 0 && crowd.open() == held && texts.get() >= expected;
        }
    }

    /** 0 where the system does not say. */
    private static long residentMebibytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) return 0;
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
