package io.rialto.bench.ws;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many files, and so connections, a process may have open. A JVM takes what the hard limit allows by itself. */
final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String NAME = "Max open files";
    private static final int HARD = 4;
    private static final int OTHERS = 1_000;

    private OpenFiles() {}

    /** Says so when they do not; where the system does not tell, it is tried. */
    static boolean suffice(int connections, PrintWriter out) throws IOException {
        long most = most();
        if (most >= connections + OTHERS) return true;
        out.printf(
                "%d connections need %d open files and this process may have %d: raise the hard limit (ulimit -Hn) first%n",
                connections, connections + OTHERS, most);
        return false;
    }

    private static long most() throws IOException {
        if (!Files.isReadable(LIMITS)) return Long.MAX_VALUE;
        try (Stream<String> lines = Files.lines(LIMITS)) {
            return lines.filter(line -> line.startsWith(NAME))
                    .map(line -> line.split("\\s+")[HARD])
                    .filter(number -> !number.equals("unlimited"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
    }
}
