package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * The comparison as a program of its own, for a core that is known to be wrong: from seed 1 on, until the first
 * difference, or until both the time is over and enough has been compared: so a slow machine looks as far as a fast one. It writes one line for whoever started it, then the difference in words.
 */
public final class Hunt {
    private static final int COMMANDS = 200;
    /** Every so many seeds one flow is longer: tables grow, books get deeper. */
    private static final int SEEDS_TO_A_LONG_FLOW = 50;

    private static final int LONG_COMMANDS = 2_000;
    private static final long SECOND = 1_000_000_000L;
    /** Of a processor's time, which a busy machine does not use up: ten times what the longest of these flows takes. */
    private static final long HANGING_NANOS = 15 * SECOND;

    private static final long LOOK_MILLIS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long startNanos = System.nanoTime();
    private volatile long compared;
    private volatile long flowStartNanos;

    private Hunt() {}

    /**
     * @param arguments how many seconds, and how many commands at least; then where to look first: in the "deep" book, in
     *     the flow of a seed, or in none: 0; then whether a flow without end is a difference: "true" or "false"
     */
    public static void main(String[] arguments) throws InterruptedException {
        Hunt hunt = new Hunt();
        long limitNanos = Long.parseLong(arguments[0]) * SECOND;
        long leastCommands = Long.parseLong(arguments[1]);
        Thread hunter = new Thread(() -> hunt.run(limitNanos, leastCommands, arguments[2]));
        hunter.setDaemon(true);
        hunter.start();
        while (hunter.isAlive()) {
            hunter.join(LOOK_MILLIS);
            boolean hangs = THREADS.getThreadCpuTime(hunter.getId()) - hunt.flowStartNanos > HANGING_NANOS;
            if (!hangs || !Boolean.parseBoolean(arguments[3])) continue;
            System.out.println("found|time|" + hunt.compared + "|" + hunt.millis());
            return;
        }
    }

    private void run(long limitNanos, long leastCommands, String first) {
        if (first.equals("deep")) {
            if (differs("deep book", DeepBook.steps())) return;
        } else if (!first.equals("0") && differs("seed " + first, Flow.of(Long.parseLong(first), COMMANDS))) return;
        for (long seed = 1; spentNanos() < limitNanos || compared < leastCommands; seed++) {
            if (differs("seed " + seed, Flow.of(seed, COMMANDS))) return;
            boolean isLongFlowDue = seed % SEEDS_TO_A_LONG_FLOW == 0;
            if (isLongFlowDue && differs("seed " + seed + "x10", Flow.of(seed, LONG_COMMANDS))) return;
        }
        System.out.println("clean|none|" + compared + "|" + millis());
    }

    private boolean differs(String flow, List<Step> steps) {
        flowStartNanos = THREADS.getCurrentThreadCpuTime();
        Difference difference = played(steps);
        if (!difference.isFound()) {
            compared += steps.size();
            return false;
        }
        compared += difference.index() + 1;
        System.out.println("found|" + flow + "|" + compared + "|" + millis());
        System.out.println("command " + difference.index() + ": " + difference.command());
        difference.expected().stream()
                .filter(line -> !difference.actual().contains(line))
                .forEach(line -> System.out.println("  expected " + line));
        difference.actual().stream()
                .filter(line -> !difference.expected().contains(line))
                .forEach(line -> System.out.println("  said     " + line));
        return true;
    }

    /** A core that runs out of memory has parted from the reference as well. */
    private static Difference played(List<Step> steps) {
        try {
            return Duel.over(steps, Campaign.SILENT);
        } catch (OutOfMemoryError | StackOverflowError died) {
            return new Difference(0, new Command.Tick(), List.of(), List.of("threw " + died));
        }
    }

    private long spentNanos() {
        return System.nanoTime() - startNanos;
    }

    private long millis() {
        return spentNanos() / 1_000_000;
    }
}
