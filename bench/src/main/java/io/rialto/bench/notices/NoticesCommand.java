package io.rialto.bench.notices;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench notifications}: how many notifications a second pass filter and batch, and how long they take to a socket. */
@Command(
        name = "notifications",
        mixinStandardHelpOptions = true,
        description =
                "Notifications a second through subscriptions, expressions, preferences, quiet hours and batches; then how"
                        + " long those of a real venue take from the event to WebSockets.")
public final class NoticesCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Each with readers of its own. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--count",
            defaultValue = "1000000",
            description = "Published by each thread. Default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(
            names = "--reps",
            defaultValue = "5",
            description = "Runs of each kind behind the first, which warms up; 0 leaves filter and batch out."
                    + " Default: ${DEFAULT-VALUE}.")
    private int reps;

    @Option(
            names = "--goal",
            defaultValue = "50000",
            description = "Published a second, all threads together. Default: ${DEFAULT-VALUE}.")
    private long goal;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Notifications a second to sockets; 0 leaves that out. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "How long a run of those is. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds of them before the first run. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--readers",
            defaultValue = "50",
            description = "Accounts, a socket each. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Option(
            names = "--goal-micros",
            defaultValue = "5000",
            description = "The p99 from event to socket, of HIGH and of CRITICAL. Default: ${DEFAULT-VALUE}.")
    private long goalMicros;

    @Option(
            names = "--durability",
            defaultValue = "journaled",
            description = "Of the venue: journaled, or durable, where all of it waits for the device as well. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String durability;

    @Option(names = "--seed", defaultValue = "19", description = "Of what is published. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final List<String> results = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        boolean isMet = reps == 0 || filters(out);
        if (rate > 0) {
            SocketRuns sockets = new SocketRuns(out, results, durability, readers, goalMicros);
            isMet &= sockets.run(rate, warmUp, seconds, Math.max(1, reps));
        }
        if (json != null) Files.writeString(json, "[" + String.join(",\n ", results) + "]\n");
        return isMet ? 0 : 1;
    }

    private boolean filters(PrintWriter out) throws InterruptedException, ExecutionException {
        boolean isMet = true;
        out.printf("%d threads, seed %d%n", threads, seed);
        out.println("run  published       told    published/s  verdict");
        for (int run = 0; run <= reps; run++) {
            long begun = System.nanoTime();
            long told = publish();
            double perSecond = threads * count / ((System.nanoTime() - begun) / NANOS);
            boolean isEnough = perSecond >= goal && told > 0;
            if (run > 0) isMet &= isEnough;
            String verdict = run == 0 ? "warm-up" : isEnough ? "met" : "missed";
            out.printf(Locale.ROOT, "%3d %10d %10d %14.0f  %s%n", run, threads * count, told, perSecond, verdict);
            out.flush();
            if (run == 0) continue;
            results.add(String.format(
                    Locale.ROOT,
                    "{\"name\":\"notifications\",\"rate\":%d,\"achieved\":%.0f,\"told\":%d,\"met\":%b}",
                    goal,
                    perSecond,
                    told,
                    isEnough));
        }
        return isMet;
    }

    private long publish() throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                FilterAndBatch part = new FilterAndBatch(seed + i);
                parts.add(workers.submit(() -> part.publish(count)));
            }
            long told = 0;
            for (Future<Long> part : parts) told += part.get();
            return told;
        } finally {
            workers.shutdownNow();
        }
    }
}
