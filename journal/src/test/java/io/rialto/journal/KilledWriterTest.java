package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that is killed at any moment leaves every promised frame, no gap, and nobody locked out. */
class KilledWriterTest {
    private static final long SEED = 20_260_917;

    @TempDir
    Path directory;

    @Test
    void killedAtRandomMomentsItLosesNothingPromised() throws IOException, InterruptedException {
        killAndRead(6, Durability.JOURNALED);
        killAndRead(3, Durability.DURABLE);
    }

    @Test
    @Tag("long")
    void killedTwoHundredTimesItLosesNothingPromised() throws IOException, InterruptedException {
        killAndRead(100, Durability.JOURNALED);
        killAndRead(100, Durability.DURABLE);
    }

    private void killAndRead(int kills, Durability durability) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < kills; kill++) {
            long promised = runAndKill(durability, random.nextInt(1, 60), random.nextLong(3_000_000));
            JournalEnd end = History.end(directory);
            assertThat(end.isDamaged())
                    .as("seed %d kill %d: %s", SEED, kill, end.describe())
                    .isFalse();
            assertThat(end.lastSequence()).as("seed %d kill %d", SEED, kill).isGreaterThanOrEqualTo(promised);
        }
        List<Long> sequences = History.sequences(directory);
        assertThat(sequences).isEqualTo(KeepingTest.oneTo(sequences.size()));
    }

    /** Reads so many promises, waits a little by spinning, kills, and reads what was still said. */
    private long runAndKill(Durability durability, int promises, long nanos) throws IOException, InterruptedException {
        Process process = start(durability);
        long promised = 0;
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < promises; i++) promised = parse(said.readLine(), promised);
            for (long until = System.nanoTime() + nanos; System.nanoTime() < until; ) Thread.onSpinWait();
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) promised = parse(line, promised);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return promised;
    }

    /** The last line may be torn by the kill: a shorter number promises less and is no fault. */
    private static long parse(String line, long before) {
        assertThat(line).as("the writer died by itself").isNotNull();
        return line.matches("\\d+") ? Math.max(before, Long.parseLong(line)) : before;
    }

    private Process start(Durability durability) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add") || argument.startsWith("-Dchronicle"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(KilledWriter.class.getName(), directory.toString(), durability.name()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
