package io.rialto.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs seed after seed until a difference or the last one, and says how far it is and how fast it goes. Seeds have
 * nothing to do with each other, so every processor takes the next one: a witness is called by several threads at once.
 */
final class Campaign {
    static final Consumer<List<String>> SILENT = lines -> {};
    private static final int SEEDS_BETWEEN_WORDS = 10_000;

    /** Where a seed's flow parts. */
    private record Parting(long seed, Difference difference) {}

    private final long firstSeed;
    private final int commands;
    private final Consumer<List<String>> witness;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong agreed = new AtomicLong();
    private final AtomicLong compared = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final long startNanos = System.nanoTime();

    Campaign(long firstSeed, int commands, Consumer<List<String>> witness) {
        this.firstSeed = firstSeed;
        this.commands = commands;
        this.witness = witness;
    }

    /** Empty when reference and core agreed on all; else the words for the difference of the lowest seed. */
    String over(int seeds) {
        int runners = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<List<Parting>>> runs = new ArrayList<>();
            for (int i = 0; i < runners; i++) runs.add(threads.submit(() -> run(seeds)));
            List<Parting> partings = new ArrayList<>();
            for (Future<List<Parting>> run : runs) partings.addAll(run.get());
            return partings.stream()
                    .min(Comparator.comparingLong(Parting::seed))
                    .map(this::words)
                    .orElse("");
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException("a campaign must come to its end: firstSeed=" + firstSeed, broken);
        } finally {
            isOver.set(true);
            threads.shutdown();
        }
    }

    /** Takes seeds until there is none, or somebody has found a difference. */
    private List<Parting> run(int seeds) {
        for (long next = taken.getAndIncrement(); next < seeds && !isOver.get(); next = taken.getAndIncrement()) {
            long seed = firstSeed + next;
            List<Step> steps = Flow.of(seed, commands);
            Difference difference = duel(seed, steps);
            if (difference.isFound()) {
                isOver.set(true);
                return List.of(new Parting(seed, difference));
            }
            compared.addAndGet(steps.size());
            long so = agreed.incrementAndGet();
            if (so % SEEDS_BETWEEN_WORDS == 0 || so == seeds) report(so);
        }
        return List.of();
    }

    private Difference duel(long seed, List<Step> steps) {
        try {
            return Duel.over(steps, witness);
        } catch (RuntimeException stuck) {
            throw new IllegalStateException("the reference cannot go on: seed=" + seed, stuck);
        }
    }

    private String words(Parting parting) {
        List<Step> steps = Flow.of(parting.seed, commands);
        int length = Math.min(steps.size(), parting.difference.index() + 1);
        List<Step> shrunk = Difference.shrunk(steps.subList(0, length), this::differ);
        return parting.difference.words(parting.seed, shrunk);
    }

    /** Without some of its steps a flow may bring the reference to where it cannot go on: that is no difference. */
    private boolean differ(List<Step> fewer) {
        try {
            return Duel.over(fewer, witness).isFound();
        } catch (RuntimeException stuck) {
            return false;
        }
    }

    private void report(long seeds) {
        long so = compared.get();
        long perSecond = so * 1_000_000_000L / Math.max(1, System.nanoTime() - startNanos);
        System.out.println("compared seeds=" + seeds + " firstSeed=" + firstSeed + " commandsEach=" + commands
                + " commands=" + so + " commandsPerSecond=" + perSecond + " differences=0");
    }
}
