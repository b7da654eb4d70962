package io.rialto.engine.simulation;

import java.util.List;
import java.util.function.Consumer;

/** Runs seed after seed until a difference or the last one, and says how far it is and how fast it goes. */
final class Campaign {
    static final Consumer<List<String>> SILENT = lines -> {};
    private static final int SEEDS_BETWEEN_WORDS = 20_000;

    private final long firstSeed;
    private final int commands;
    private final Consumer<List<String>> witness;

    Campaign(long firstSeed, int commands, Consumer<List<String>> witness) {
        this.firstSeed = firstSeed;
        this.commands = commands;
        this.witness = witness;
    }

    /** Empty when reference and core agreed on all; else the words for the first difference. */
    String over(int seeds) {
        long startNanos = System.nanoTime();
        for (int i = 0; i < seeds; i++) {
            String words = over(firstSeed + i);
            if (!words.isEmpty()) return words;
            if ((i + 1) % SEEDS_BETWEEN_WORDS == 0 || i + 1 == seeds) report(i + 1, System.nanoTime() - startNanos);
        }
        return "";
    }

    private String over(long seed) {
        List<Step> steps = Flow.of(seed, commands);
        Difference difference = Duel.over(steps, witness);
        if (!difference.isFound()) return "";
        List<Step> until = steps.subList(0, Math.min(steps.size(), difference.index() + 1));
        return difference.words(
                seed,
                Difference.shrunk(until, fewer -> Duel.over(fewer, witness).isFound()));
    }

    private void report(int seeds, long nanos) {
        long perSecond = seeds * (long) commands * 1_000_000_000L / Math.max(1, nanos);
        System.out.println("compared seeds=" + seeds + " firstSeed=" + firstSeed + " commandsEach=" + commands
                + " commandsPerSecond=" + perSecond + " differences=0");
    }
}
