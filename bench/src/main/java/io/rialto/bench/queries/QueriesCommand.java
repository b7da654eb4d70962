package io.rialto.bench.queries;

import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.records.RecordStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench queries}: loads a read model, then asks it. Exit code 1 when a question took too long. */
@Command(
        name = "queries",
        mixinStandardHelpOptions = true,
        description = "Loads the read model with orders by its own writer, then asks it: p50, p90, p99 and a verdict.")
public final class QueriesCommand implements Callable<Integer> {
    private static final int ACCOUNTS = 1_000;
    private static final int FIRST_ACCOUNT = 100;
    private static final int SEED = 7;

    @Option(names = "--orders", defaultValue = "10000000", description = "Loaded, about. Default: ${DEFAULT-VALUE}.")
    private int orders;

    @Option(names = "--asks", defaultValue = "2000", description = "Of each question. Default: ${DEFAULT-VALUE}.")
    private int asks;

    @Option(names = "--threads", defaultValue = "4", description = "Asking at once. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--file", paramLabel = "FILE", description = "Of the database; one that is loaded is only asked.")
    private Path file;

    @Option(names = "--url", paramLabel = "URL", description = "Of an empty PostgreSQL, in place of a file.")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Who it is asked as.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "With that user's password.")
    private Path passwordFile;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        Path place = file == null ? Files.createTempDirectory("rialto-queries").resolve("records.db") : file;
        DatabaseAddress address = new DatabaseAddress(
                Optional.ofNullable(url), Optional.ofNullable(user), Optional.ofNullable(passwordFile));
        boolean isGood = true;
        List<String> lines = new ArrayList<>();
        try (RecordStore store = RecordStore.of(address, place).migrate()) {
            load(store, out);
            out.printf(
                    "%-14s %9s %9s %9s %9s %9s %9s  verdict%n",
                    "question", "p50 ms", "p90 ms", "p99 ms", "max ms", "cpu p99", "target");
            for (Question question : Question.values()) {
                ask(store, question, asks / 10 + 1);
                Times times = ask(store, question, asks);
                boolean holds = times.wall.getValueAtPercentile(99) < question.targetMillis * 1_000L;
                isGood &= holds;
                print(out, question, times, holds);
                lines.add(toJson(question, times));
            }
        }
        if (json != null) Files.writeString(json, "[" + String.join(",\n", lines) + "]\n");
        return isGood ? 0 : 1;
    }

    private void load(RecordStore store, PrintWriter out) {
        long begun = System.nanoTime();
        if (store.sequence() == 0) {
            long frames = LoadedRecords.load(store, orders, line -> {
                out.println(line);
                out.flush();
            });
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            out.println(
                    "loaded frames=" + frames + " millis=" + millis + " framesPerSecond=" + frames * 1_000 / millis);
        }
        for (String table : List.of("orders", "order_state", "fill", "movement", "event")) {
            long rows = store.ask(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                    .mapTo(Long.class)
                    .one());
            out.println(table + " rows=" + rows);
        }
        out.flush();
    }

    private Times ask(RecordStore store, Question question, int times) throws InterruptedException, ExecutionException {
        ExecutorService askers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Times>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                SplittableRandom random = new SplittableRandom(SEED + i);
                all.add(askers.submit(() -> asked(store, question, random, Math.max(1, times / threads))));
            }
            Times sum = new Times();
            for (Future<Times> each : all) sum.add(each.get());
            return sum;
        } finally {
            askers.shutdownNow();
        }
    }

    private static Times asked(RecordStore store, Question question, SplittableRandom random, int times) {
        Times took = new Times();
        for (int i = 0; i < times; i++) {
            int account = FIRST_ACCOUNT + random.nextInt(ACCOUNTS);
            took.of(() -> question.ask(store, account, random));
        }
        return took;
    }

    private static void print(PrintWriter out, Question question, Times times, boolean holds) {
        Histogram micros = times.wall;
        out.printf(
                Locale.ROOT,
                "%-14s %9.2f %9.2f %9.2f %9.2f %9.2f %9d  %s%n",
                question.words,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                times.processor.getValueAtPercentile(99) / 1e3,
                question.targetMillis,
                holds ? "holds" : "TOO SLOW");
        out.flush();
    }

    private static String toJson(Question question, Times times) {
        Histogram micros = times.wall;
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"targetMillis\":%d,\"latencyMicros\":{\"p50\":%d,\"p90\":%d,\"p99\":%d,\"max\":%d},\"processorMicrosP99\":%d}",
                question.words,
                question.targetMillis,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getMaxValue(),
                times.processor.getValueAtPercentile(99));
    }
}
