package io.rialto.journal.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a journal; their names sort by age. */
public final class QueueFiles {
    private static final String SUFFIX = ".cq4";

    private QueueFiles() {}

    /** Oldest first; none when the directory does not exist. */
    public static List<Path> in(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(directory)) return files;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            entries.forEach(files::add);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** The oldest file behind the given one; the given one itself when there is none. */
    static Path after(Path file, Path directory) throws IOException {
        String name = file.getFileName().toString();
        for (Path other : in(directory)) {
            if (other.getFileName().toString().compareTo(name) > 0) return other;
        }
        return file;
    }

    /** Bytes of all of them; a file that vanishes meanwhile counts nothing. */
    public static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : in(directory)) bytes += file.toFile().length();
        return bytes;
    }
}
