package io.rialto.bench.idle;

import com.sun.management.UnixOperatingSystemMXBean;
import io.rialto.bench.load.LoadedVenue;
import io.rialto.bench.load.Probe;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench idle}: thousands of clients that say nothing, and one that trades between them. */
@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description = "Memory of a real venue that holds many idle clients, and how long an order takes then.")
public final class IdleCommand implements Callable<Integer> {
    private static final double MEBIBYTE = 1 << 20;
    private static final long MOST_RESIDENT = 1 << 30;
    private static final int OTHER_FILES = 300;
    private static final double P99 = 99;
    private static final long LEEWAY_MICROS = 10_000;
    private static final int NOT_HERE = 2;

    @Option(names = "--keep-alive", defaultValue = "5000", description = "Kept-alive connections. Default: 5000.")
    private int keptAlive;

    @Option(names = "--sockets", defaultValue = "5000", description = "WebSockets. Default: ${DEFAULT-VALUE}.")
    private int sockets;

    @Option(names = "--heap", defaultValue = "512", description = "Of the venue, MiB. Default: ${DEFAULT-VALUE}.")
    private int heap;

    @Option(names = "--seconds", defaultValue = "10", description = "Of orders, each time. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long files = mostFiles();
        if (files < keptAlive + sockets + OTHER_FILES) {
            out.printf(
                    "%d clients need %d file descriptors in the venue and as many here; ulimit -n allows %d: raise it%n",
                    keptAlive + sockets, keptAlive + sockets + OTHER_FILES, files);
            return NOT_HERE;
        }
        try (LoadedVenue venue = LoadedVenue.open("durable", "", "-Xmx" + heap + "m");
                IdleClients clients = new IdleClients(venue.address())) {
            Probe probe = new Probe(venue);
            probe.orders("W", seconds);
            Histogram before = probe.orders("B", seconds);
            Footprint alone = Footprint.of(venue.process().pid());
            clients.open(keptAlive, false);
            clients.open(sockets, true);
            Footprint full = Footprint.of(venue.process().pid());
            Histogram between = probe.orders("A", seconds);
            clients.listen();
            return told(out, List.of(alone, full), List.of(before, between), clients.open());
        }
    }

    private static long mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private int told(PrintWriter out, List<Footprint> footprints, List<Histogram> orders, long open)
            throws IOException {
        out.printf("venue with a heap of at most %d MiB; orders one after another, in microseconds%n", heap);
        out.println("clients  resident MiB  live heap MiB  orders       p50       p99       max");
        String[] lines = new String[2];
        for (int i = 0; i < 2; i++) {
            Footprint at = footprints.get(i);
            Histogram micros = orders.get(i);
            long clients = i == 0 ? 0 : open;
            out.printf(
                    Locale.ROOT,
                    "%7d %13.0f %14.0f %7d %9d %9d %9d%n",
                    clients,
                    at.resident() / MEBIBYTE,
                    at.live() / MEBIBYTE,
                    micros.getTotalCount(),
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(P99),
                    micros.getMaxValue());
            lines[i] = String.format(
                    Locale.ROOT,
                    "{\"clients\":%d,\"residentBytes\":%d,\"liveHeapBytes\":%d,\"latencyMicros\":{\"p50\":%d,\"p99\":%d,\"max\":%d}}",
                    clients,
                    at.resident(),
                    at.live(),
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(P99),
                    micros.getMaxValue());
        }
        if (json != null) Files.writeString(json, "{\"name\":\"idle\",\"at\":[" + String.join(",\n ", lines) + "]}\n");
        long usual = orders.get(0).getValueAtPercentile(P99);
        boolean isHeld = check(out, "all clients are still held", open == keptAlive + sockets);
        boolean isSmall =
                check(out, "resident memory below 1 GiB", footprints.get(1).resident() < MOST_RESIDENT);
        boolean isSoon = check(
                out,
                "an order's p99 as before (twice, or 10 ms more)",
                orders.get(1).getValueAtPercentile(P99) <= Math.max(2 * usual, usual + LEEWAY_MICROS));
        return isHeld && isSmall && isSoon ? 0 : 1;
    }

    private static boolean check(PrintWriter out, String asked, boolean isMet) {
        out.printf("%-50s %s%n", asked, isMet ? "met" : "missed");
        out.flush();
        return isMet;
    }
}
