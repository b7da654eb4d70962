package io.rialto.bench.workload;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rialto play workload}: the bare book on a recorded or made-up flow, with every report. */
@Command(
        name = "workload",
        mixinStandardHelpOptions = true,
        description = "Drives the bare book from a binary workload file and prints the SHA-256 of its report stream.")
public final class WorkloadCommand implements Callable<Integer> {
    private static final int WARM_UP = 3;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The workload, plain or .gz.")
    private Path file;

    @Option(names = "--reports", paramLabel = "FILE", description = "Writes the report stream there.")
    private Path reports;

    @Option(names = "--reps", defaultValue = "7", description = "Timed repetitions. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(names = "--make", paramLabel = "SHAPE", description = "Makes the file first: QUIET, DRIFT, WIDE or JUMPS.")
    private WorkloadShape shape;

    @Option(names = "--seed", defaultValue = "1", description = "Of --make.")
    private long seed;

    @Option(names = "--messages", defaultValue = "2000000", description = "Of --make.")
    private int messages;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (repetitions < 1) throw new ParameterException(spec.commandLine(), "--reps must be above zero");
        if (shape != null) new WorkloadMaker(shape, seed, messages).make().write(file);
        if (!Files.isReadable(file)) throw new ParameterException(spec.commandLine(), "no such file: " + file);
        Workload workload = Workload.read(file);
        ReportLog log = new ReportLog();
        measure(workload, new WorkloadBook(workload, log));
        ReportText text = new ReportText(log);
        String hash;
        try (OutputStream out = reports == null ? OutputStream.nullOutputStream() : Files.newOutputStream(reports)) {
            hash = text.write(out);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("reports %d%nsha256 %s%n", text.reports(), hash);
        out.flush();
        return 0;
    }

    /** Matching and binary reports are timed; reading the file and writing text are not. The last run's log remains. */
    private void measure(Workload workload, WorkloadBook book) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double[] millionsPerSecond = new double[repetitions];
        double[] bytes = new double[repetitions];
        for (int i = -WARM_UP; i < repetitions; i++) {
            book.clear();
            long allocatedBefore = threads.getThreadAllocatedBytes(thread);
            long before = System.nanoTime();
            book.play(workload);
            long nanos = System.nanoTime() - before;
            if (i < 0) continue;
            bytes[i] = (double) (threads.getThreadAllocatedBytes(thread) - allocatedBefore) / workload.count();
            millionsPerSecond[i] = workload.count() * 1e3 / nanos;
        }
        Arrays.sort(millionsPerSecond);
        Arrays.sort(bytes);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "messages %d  median %.2f M/s  spread %.2f..%.2f M/s  n=%d (warm-up %d)%n",
                workload.count(),
                millionsPerSecond[repetitions / 2],
                millionsPerSecond[0],
                millionsPerSecond[repetitions - 1],
                repetitions,
                WARM_UP);
        out.printf(Locale.ROOT, "allocated %.3f B/message%n", bytes[repetitions / 2]);
    }
}
