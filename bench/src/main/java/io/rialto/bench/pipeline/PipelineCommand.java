package io.rialto.bench.pipeline;

import io.rialto.bench.flow.FlowShape;
import io.rialto.bench.flow.OrderFlow;
import io.rialto.bench.venue.Scratch;
import io.rialto.engine.ring.Profile;
import io.rialto.journal.Durability;
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

/** {@code rialto bench pipeline}: ring, core and journal together, under a flow that arrives on a schedule. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = "Ring, core and journal end to end, open loop: how late commands are decided and acknowledged.")
public final class PipelineCommand implements Callable<Integer> {
    @Option(
            names = "--rate",
            split = ",",
            defaultValue = "100000,1000000,0",
            description = "Commands a second; 0: as fast as the line takes them. Default: ${DEFAULT-VALUE}.")
    private List<Long> rates;

    @Option(
            names = "--durability",
            split = ",",
            defaultValue = "JOURNALED,DURABLE",
            description = "What an ack promises: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private List<Durability> durabilities;

    @Option(names = "--flow", defaultValue = "A", description = "A, B or C. Default: ${DEFAULT-VALUE}.")
    private String flow;

    @Option(names = "--seconds", defaultValue = "5", description = "How long at a rate. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--profile", defaultValue = "SHARED", description = "${COMPLETION-CANDIDATES}.")
    private Profile profile;

    @Option(names = "--data", paramLabel = "DIR", description = "Where journals are made, and removed. Default: here.")
    private Path data = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        OrderFlow commands = OrderFlow.of(FlowShape.named(flow));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "flow %s, profile %s, %d processors, JDK %s; microseconds from the intended time%n",
                flow, profile, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        out.println(
                "ack        point      rate/s  achieved/s       p50       p90       p99     p99.9    p99.99       max");
        List<String> results = new ArrayList<>();
        for (Durability durability : durabilities) {
            for (long rate : rates) {
                PipelineRun.Result result = measure(commands, durability, rate);
                print(out, durability, "decided", result, result.decided());
                print(out, durability, "acked", result, result.acked());
                results.add(toJson(durability, result));
            }
        }
        if (json != null) Files.writeString(json, "[" + String.join(",\n ", results) + "]\n");
        return 0;
    }

    private PipelineRun.Result measure(OrderFlow commands, Durability durability, long rate) throws IOException {
        int timed = rate == 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, rate * seconds);
        Path directory = Files.createTempDirectory(data.toAbsolutePath(), "pipeline-");
        try {
            return new PipelineRun(CommandTape.of(commands, timed), durability, profile).at(rate, directory);
        } finally {
            Scratch.delete(directory);
        }
    }

    private static void print(
            PrintWriter out, Durability durability, String point, PipelineRun.Result result, Lateness lateness) {
        out.printf(
                Locale.ROOT,
                "%-10s %-8s %8s %11.0f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f%n",
                durability,
                point,
                result.rate() == 0 ? "max" : Long.toString(result.rate()),
                result.achieved(),
                lateness.micros(50),
                lateness.micros(90),
                lateness.micros(99),
                lateness.micros(99.9),
                lateness.micros(99.99),
                lateness.maxMicros());
        out.flush();
    }

    private static String toJson(Durability durability, PipelineRun.Result result) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"pipeline\",\"rate\":%d,\"achieved\":%.0f,\"ack\":\"%s\",\"frames\":%d,"
                        + "\"bytesPerFrame\":%.1f,\"latencyMicros\":%s,\"decidedMicros\":%s}",
                result.rate(),
                result.achieved(),
                durability,
                result.frames(),
                result.bytesPerFrame(),
                percentiles(result.acked()),
                percentiles(result.decided()));
    }

    private static String percentiles(Lateness lateness) {
        return String.format(
                Locale.ROOT,
                "{\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,\"p99.9\":%.1f,\"p99.99\":%.1f,\"max\":%.1f}",
                lateness.micros(50),
                lateness.micros(90),
                lateness.micros(99),
                lateness.micros(99.9),
                lateness.micros(99.99),
                lateness.maxMicros());
    }
}
