package io.rialto.bench.book;

import io.rialto.bench.venue.JvmFlags;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a trial in a JVM with the same flags for every engine, and reads its results. */
final class TrialJvm {
    static final List<String> FLAGS =
            List.of("-Xms4g", "-Xmx4g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch");

    private final Path home = Path.of(System.getProperty("rialto.home", "."));

    /** Whether other people's engines were built: they are no part of the default build. */
    boolean hasRivals() {
        return Files.isDirectory(rivals().resolve("lib"));
    }

    /**
     * Runs one trial to its end.
     *
     * @throws IllegalStateException when the JVM failed; what it said has gone to standard error
     */
    List<TrialResult> run(ContenderKind kind, String flow, int repetitions) throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!kind.isRival) command.addAll(JvmFlags.own());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", kind.isRival ? rivalClassPath() : System.getProperty("java.class.path")));
        command.addAll(List.of(BookTrial.class.getName(), kind.title, flow, Integer.toString(repetitions)));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<TrialResult> results = read(process);
            int exit = process.waitFor();
            if (exit == 0 && results.size() == repetitions) return results;
            throw new IllegalStateException(
                    "a trial must end well: engine=" + kind.title + " flow=" + flow + " exit=" + exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TrialResult> read(Process process) throws IOException {
        List<TrialResult> results = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (TrialResult.isResult(line)) results.add(TrialResult.fromLine(line));
            }
        }
        return results;
    }

    /** The rivals' jars, and of ours only the classes that need none of our libraries. */
    private String rivalClassPath() {
        String ours = BookTrial.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return ours + File.pathSeparator + rivals() + "/*" + File.pathSeparator + rivals().resolve("lib") + "/*";
    }

    private Path rivals() {
        return home.resolve("bench/target/rivals");
    }
}
