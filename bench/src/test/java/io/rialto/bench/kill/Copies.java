package io.rialto.bench.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directories, as a careless restore from a backup would treat them. */
final class Copies {
    private Copies() {}

    /** Makes the target hold what the source holds, and nothing else. */
    static void replace(Path target, Path source) throws IOException {
        for (Path old : below(target)) if (!old.equals(target)) Files.delete(old);
        List<Path> entries = below(source);
        for (int i = entries.size() - 1; i >= 0; i--)
            copy(entries.get(i), target.resolve(source.relativize(entries.get(i))));
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) Files.createDirectories(to);
            else Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Children before their parents. */
    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            return entries.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
