package io.rialto.bench.idle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process holds, in bytes.
 *
 * @param resident memory as the system counts it; 0 where it does not tell
 * @param live heap after a collection
 */
record Footprint(long resident, long live) {
    private static final long KIBIBYTE = 1 << 10;

    /** Asks for a collection first. The process must be a JVM of this user. */
    static Footprint of(long pid) throws IOException {
        long live = live(pid);
        return new Footprint(resident(pid), live);
    }

    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                .findFirst()
                .orElse(0);
    }

    /** The histogram of classes counts what a whole collection left; its last line is the sum. */
    private static long live(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .toList();
        if (lines.isEmpty()) throw new IOException("the venue's heap could not be asked for: pid=" + pid);
        String[] sums = lines.get(0).trim().split(" +");
        return Long.parseLong(sums[2]);
    }
}
