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

/** {@code rialto bench notifications}: how many notifications a second pass filter and batch. */
@Command(
        name = "notifications",
        mixinStandardHelpOptions = true,
        description =
                "Notifications a second through subscriptions, expressions, preferences, quiet hours and batches.")
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
            description = "Runs behind the first, which warms up. Default: ${DEFAULT-VALUE}.")
    private int reps;

    @Option(
            names = "--goal",
            defaultValue = "50000",
            description = "Published a second, all threads together. Default: ${DEFAULT-VALUE}.")
    private long goal;

    @Option(names = "--seed", defaultValue = "19", description = "Of what is published. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> results = new ArrayList<>();
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
        if (json != null) Files.writeString(json, "[" + String.join(",\n ", results) + "]\n");
        return isMet ? 0 : 1;
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
