package io.rialto.bench.http;

import io.rialto.bench.venue.RequestSigner;
import io.rialto.bench.venue.Scratch;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench http}: signed orders to a real venue, and the same JSON to a bare handler, in one run. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Order entry over HTTP beside a bare Javalin handler with the same JSON.")
public final class HttpCommand implements Callable<Integer> {
    private static final double WARM_UP_SECONDS = 5;
    private static final long READY_SECONDS = 60;

    @Option(names = "--clients", defaultValue = "16", description = "Connections. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--rate",
            split = ",",
            defaultValue = "1000,0",
            description = "Orders a second; 0: as fast as answers come.")
    private List<Long> rates;

    @Option(names = "--seconds", defaultValue = "5", description = "How long at a rate. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--durability", defaultValue = "durable", description = "journaled or durable.")
    private String durability;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final List<String> results = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d connections on this machine's own %d processors; microseconds from when a request was due%n",
                clients, Runtime.getRuntime().availableProcessors());
        out.println("door              rate/s  achieved/s       p50       p90       p99     p99.9       max  failed");
        boolean isSound = bare(out) & venue(out);
        if (json != null) Files.writeString(json, "[" + String.join(",\n ", results) + "]\n");
        return isSound ? 0 : 1;
    }

    private boolean bare(PrintWriter out) throws InterruptedException {
        try (VenueProcess door = VenueProcess.startMain(BareDoor.class.getName())) {
            RequestSigner signer = new RequestSigner("bare", "bare");
            Load load = new Load(
                    door.awaitReady(READY_SECONDS),
                    clients,
                    (connection, client, index) -> Entrants.sendBare(connection, index, signer));
            return measure(out, "bare", "NONE", load);
        }
    }

    private boolean venue(PrintWriter out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("rialto-bench-");
        try (VenueProcess venue = VenueProcess.start(data, "--durability", durability)) {
            Load load =
                    new Load(venue.awaitReady(READY_SECONDS), clients, new Entrants(venue.administrator(), clients));
            return measure(out, "venue", durability.toUpperCase(Locale.ROOT), load);
        } finally {
            Scratch.delete(data);
        }
    }

    private boolean measure(PrintWriter out, String door, String ack, Load load) throws InterruptedException {
        load.run(0, WARM_UP_SECONDS);
        boolean isSound = true;
        for (long rate : rates) {
            Load.Result result = load.run(rate, seconds);
            isSound &= result.failed() == 0;
            out.printf(
                    Locale.ROOT,
                    "%-16s %7s %11.0f %9d %9d %9d %9d %9d %7d%n",
                    door + " " + ack,
                    rate == 0 ? "max" : Long.toString(rate),
                    result.achieved(),
                    at(result, 50),
                    at(result, 90),
                    at(result, 99),
                    at(result, 99.9),
                    result.micros().getMaxValue(),
                    result.failed());
            out.flush();
            results.add(toJson(door, ack, rate, result));
        }
        return isSound;
    }

    private static String toJson(String door, String ack, long rate, Load.Result result) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"http-%s\",\"rate\":%d,\"achieved\":%.0f,\"ack\":\"%s\",\"failed\":%d,"
                        + "\"latencyMicros\":{\"p50\":%d,\"p90\":%d,\"p99\":%d,\"p99.9\":%d,\"max\":%d}}",
                door,
                rate,
                result.achieved(),
                ack,
                result.failed(),
                at(result, 50),
                at(result, 90),
                at(result, 99),
                at(result, 99.9),
                result.micros().getMaxValue());
    }

    private static long at(Load.Result result, double percentile) {
        return result.micros().getValueAtPercentile(percentile);
    }
}
