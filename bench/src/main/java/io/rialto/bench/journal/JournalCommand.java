package io.rialto.bench.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rialto bench journal}: the journal against the queue below it, with the same bytes in the same run. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "One thread: nanoseconds per frame kept, beside raw queue appends of the same bytes.")
public final class JournalCommand implements Callable<Integer> {
    @Option(names = "--reps", defaultValue = "5", description = "Repetitions. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(names = "--frames", defaultValue = "1000000", description = "Frames a trial. Default: ${DEFAULT-VALUE}.")
    private int frames;

    @Option(names = "--dir", paramLabel = "DIR", description = "On the disk to measure. Default: the temporary one.")
    private Path parent;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    /** A trial and what its repetitions took. */
    private record Score(Trial trial, List<Double> nanosPerFrame) {
        double at(double quantile) {
            return nanosPerFrame.stream().sorted().toList().get((int)
                    Math.round(quantile * (nanosPerFrame.size() - 1)));
        }

        double framesPerSecond() {
            return 1e9 / at(0.5);
        }

        String toJson(int frameBytes) {
            return String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"batch\":%d,\"frameBytes\":%d,\"framesPerSecond\":%.0f,"
                            + "\"nanosPerFrame\":{\"median\":%.1f,\"min\":%.1f,\"max\":%.1f}}",
                    trial.name(),
                    trial.batch(),
                    frameBytes,
                    framesPerSecond(),
                    at(0.5),
                    at(0),
                    at(1));
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int frameBytes = new SampleFrame().at(1).length();
        Path directory = parent == null ? Files.createTempDirectory("rialto-bench") : Files.createDirectories(parent);
        List<Score> scores = new ArrayList<>();
        for (Trial trial : trials()) scores.add(new Score(trial, new ArrayList<>()));
        for (int round = 0; round < repetitions; round++) {
            for (Score score : scores) {
                score.nanosPerFrame().add(score.trial().run(directory.resolve("trial")));
            }
        }
        out.printf(
                "frame %d bytes, %d repetitions, taken in turn, first half of each is warm-up%n",
                frameBytes, repetitions);
        for (Score score : scores) print(out, score);
        double ratio = scores.get(2).framesPerSecond() / scores.get(0).framesPerSecond();
        out.printf(Locale.ROOT, "journaled one by one against the raw queue one by one: %.0f %%%n", ratio * 100);
        if (json != null) {
            Files.writeString(
                    json,
                    scores.stream().map(s -> s.toJson(frameBytes)).collect(Collectors.joining(",\n ", "[", "]\n")));
        }
        return 0;
    }

    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        Collections.addAll(
                trials,
                new Trial("raw queue", Trial.Kind.RAW_QUEUE, 1, frames),
                new Trial("raw queue", Trial.Kind.RAW_QUEUE, 64, frames),
                new Trial("journaled", Trial.Kind.JOURNALED, 1, frames),
                new Trial("journaled", Trial.Kind.JOURNALED, 64, frames),
                new Trial("journaled", Trial.Kind.JOURNALED, 256, frames),
                new Trial("seal and copy", Trial.Kind.SEAL_AND_COPY, 1, frames),
                new Trial("durable", Trial.Kind.DURABLE, 1, Math.min(frames, 4_000)),
                new Trial("durable", Trial.Kind.DURABLE, 64, Math.min(frames, 200_000)),
                new Trial("durable", Trial.Kind.DURABLE, 256, Math.min(frames, 400_000)),
                new Trial("durable", Trial.Kind.DURABLE, 1024, Math.min(frames, 400_000)),
                new Trial("read back", Trial.Kind.READ, 64, frames));
        return trials;
    }

    private static void print(PrintWriter out, Score score) {
        out.printf(
                Locale.ROOT,
                "%-14s batch %4d  %9.1f ns/frame  (%.1f..%.1f)  %11.0f frames/s%n",
                score.trial().name(),
                score.trial().batch(),
                score.at(0.5),
                score.at(0),
                score.at(1),
                score.framesPerSecond());
        out.flush();
    }
}
