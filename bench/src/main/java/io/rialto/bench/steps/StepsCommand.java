package io.rialto.bench.steps;

import io.rialto.bench.venue.Scratch;
import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench steps}: a long journal, a venue that keeps it, and books asked for frame by frame around places of it. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description =
                "Makes a long journal, then asks for the book behind frame after frame: on, back, and onto the new.")
public final class StepsCommand implements Callable<Integer> {
    private static final int READY_SECONDS = 300;
    private static final int PATIENT_TIMES = 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int BUSY = 503;

    @Option(
            names = "--frames",
            defaultValue = "100000",
            description = "Commands traded, about. Default: ${DEFAULT-VALUE}.")
    private int frames;

    @Option(
            names = "--steps",
            defaultValue = "60",
            description = "Of each kind at each place. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--places", defaultValue = "3", description = "In the journal. Default: ${DEFAULT-VALUE}.")
    private int places;

    @Spec
    private CommandSpec spec;

    private PrintWriter out;
    private VenueClient client;

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        Path home = Files.createTempDirectory("rialto-steps");
        try {
            long head = FlowJournal.write(home.resolve("journal"), frames);
            out.printf(
                    Locale.ROOT,
                    "frames %d, markets %d, %d processors, JDK %s%n",
                    head,
                    FlowJournal.SYMBOLS,
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"));
            out.flush();
            try (VenueProcess venue = VenueProcess.start(home, "--durability", "journaled")) {
                venue.awaitReady(READY_SECONDS);
                client = venue.administrator();
                measure(head);
            }
            return 0;
        } finally {
            Scratch.delete(home);
        }
    }

    private void measure(long head) throws IOException {
        out.printf("%-28s %9s %9s %9s %9s%n", "milliseconds", "count", "p50", "p90", "max");
        Histogram jumps = new Histogram(3);
        Histogram on = new Histogram(3);
        Histogram seen = new Histogram(3);
        Histogram unseen = new Histogram(3);
        for (int place = 1; place <= places; place++) {
            long at = head * place / (places + 1);
            ask(at, jumps);
            for (int i = 1; i <= steps; i++) ask(at + i, on);
            for (int i = 1; i <= steps; i++) ask(at + steps - i, seen);
            for (int i = 1; i <= steps; i++) ask(at - i, unseen);
        }
        print("a jump to another place", jumps);
        print("a step on", on);
        print("a step back over the seen", seen);
        print("a step back onto the new", unseen);
    }

    /** A venue that is busy or still at it is asked once more, and all of it counts. */
    private void ask(long sequence, Histogram into) throws IOException {
        String path = "/api/v1/journal/book?symbol=FLOW-0&seq=" + sequence + "&depth=20";
        long begun = System.nanoTime();
        VenueClient.Answer answer = client.get(path);
        for (int times = 1; answer.status() == BUSY && times < PATIENT_TIMES; times++) {
            LockSupport.parkNanos(PATIENCE_NANOS / PATIENT_TIMES);
            answer = client.get(path);
        }
        if (!answer.isOk()) throw new IOException(path + ": " + answer.status() + " " + answer.body());
        into.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
    }

    private void print(String words, Histogram micros) {
        out.printf(
                Locale.ROOT,
                "%-28s %9d %9.1f %9.1f %9.1f%n",
                words,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getMaxValue() / 1e3);
        out.flush();
    }
}
