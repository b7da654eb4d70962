package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where reference and core part: the step, the command with its real numbers, what each of them says. */
record Difference(int index, Command command, List<String> expected, List<String> actual) {
    static final Difference NONE = new Difference(-1, new Command.Tick(), List.of(), List.of());

    boolean isFound() {
        return index >= 0;
    }

    /** The fewest steps that still differ, found by leaving out ever smaller runs of them. */
    static List<Step> shrunk(List<Step> steps, Predicate<List<Step>> differs) {
        List<Step> kept = new ArrayList<>(steps);
        for (int run = kept.size() / 2; run >= 1; run /= 2) {
            for (int from = kept.size() - run; from >= 0; from -= run) {
                List<Step> fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(from + run, kept.size())).clear();
                if (differs.test(fewer)) kept = fewer;
            }
        }
        return kept;
    }

    String words(long seed, List<Step> shrunk) {
        StringBuilder words = new StringBuilder("seed " + seed + " (again: -Dsimulation.seed=" + seed);
        words.append(" -Dsimulation.seeds=1), command ")
                .append(index)
                .append(": ")
                .append(command);
        words.append("\nexpected by the reference:");
        expected.forEach(line -> words.append("\n    ").append(line));
        words.append("\nsaid by the core:");
        actual.forEach(line -> words.append("\n    ").append(line));
        words.append("\nshrunk to ").append(shrunk.size()).append(" commands:");
        shrunk.forEach(step -> words.append("\n    ").append(step.words()));
        return words.append('\n').toString();
    }
}
