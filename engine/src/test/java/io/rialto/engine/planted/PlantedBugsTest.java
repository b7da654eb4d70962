package io.rialto.engine.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every bug that is planted into the core is found by the seeded comparison, each within a minute or, where the machine
 * is slow, within a number of commands: so the comparison sees what it says it sees. A run of all tests hunts an eighth of
 * them, drawn by a seed that it prints ({@code -Dplanted.seed}); all: {@code -Dplanted.share=1}. Only some, with the difference in words: {@code -Dplanted.only=PART_OF_A_NAME,ANOTHER}.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class PlantedBugsTest {
    private static final int AT_ONCE =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int LEAST_BUGS = 25;
    private static final long CONTROL_COMMANDS = 20_000;
    private static final int SHARE = Integer.getInteger("planted.share", 8);
    private static final List<String> ONLY =
            List.of(System.getProperty("planted.only", "").split(","));

    @TempDir
    private Path folder;

    @Test
    void everyPlantedBugIsFound() throws IOException, InterruptedException, ExecutionException {
        List<Mutation> mutations = MutationTable.all();
        assertThat(mutations).hasSizeGreaterThanOrEqualTo(LEAST_BUGS);
        mutations.removeIf(mutation -> ONLY.stream().noneMatch(mutation.name()::contains));
        List<Mutation> drawn = ONLY.contains("") ? share(mutations) : mutations;

        List<Finding> findings = hunted(drawn);

        assertThat(findings).hasSameSizeAs(drawn);
        assertThat(findings.stream().filter(finding -> !finding.isFound()).map(Finding::row))
                .as("planted and not found")
                .isEmpty();
    }

    private static List<Mutation> share(List<Mutation> all) {
        long seed = Long.getLong("planted.seed", System.nanoTime());
        List<Mutation> drawn = new ArrayList<>(all);
        if (SHARE > 1) Collections.shuffle(drawn, new Random(seed));
        int count = Math.max(LEAST_BUGS, all.size() / SHARE);
        System.out.println("planted bugs=" + all.size() + " hunted=" + count + " seed=" + seed);
        return drawn.subList(0, count);
    }

    /** The same way, with a bug that is none. */
    @Test
    void aCoreWithoutABugIsNotAccused() throws IOException, InterruptedException {
        String untouched = "public final class Core {";
        Mutation none = new Mutation("none", "nothing", "Core.java", untouched, untouched, false, false, 0);

        Finding finding = Planting.hunted(none, folder, CONTROL_COMMANDS);

        System.out.println("without a bug: " + finding.row());
        assertThat(finding.isFound()).isFalse();
        assertThat(finding.commands()).as(finding.words()).isGreaterThanOrEqualTo(CONTROL_COMMANDS);
    }

    private List<Finding> hunted(List<Mutation> mutations)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService hunters = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Finding>> hunts = new ArrayList<>();
            for (Mutation mutation : mutations) {
                Path own = Files.createDirectory(folder.resolve("bug" + hunts.size()));
                hunts.add(hunters.submit(() -> plantedAndHunted(mutation, own)));
            }
            System.out.println(Finding.header());
            List<Finding> findings = new ArrayList<>();
            for (Future<Finding> hunt : hunts) findings.add(shown(hunt.get()));
            return findings;
        } finally {
            hunters.shutdownNow();
            hunters.awaitTermination(Planting.SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A bug that cannot be planted is not found either, and does not keep the others from being hunted. */
    private static Finding plantedAndHunted(Mutation mutation, Path own) throws IOException, InterruptedException {
        try {
            return Planting.hunted(mutation, own);
        } catch (IllegalArgumentException notPlanted) {
            return new Finding(mutation, false, "unplanted", 0, 0, "\n" + notPlanted.getMessage());
        }
    }

    private static Finding shown(Finding finding) {
        System.out.println(finding.row());
        if (!ONLY.contains("") || !finding.isFound()) {
            System.out.println("    " + finding.mutation().breaks() + finding.words());
        }
        return finding;
    }
}
