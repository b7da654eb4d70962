package io.rialto.engine.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Plants one bug and hunts it: the changed source alone is compiled into a folder of its own, and a machine of its own
 * compares with that folder first in its class path. A constant that the compiler has copied into other classes keeps
 * its old value there.
 */
final class Planting {
    static final int SECONDS = 60;

    /**
     * Two and a half times as far as the rarest bug without a seed of its own was met ({@code window one trade too long},
     * after 230,000): what is drawn anew with every change of the flows has that much room.
     */
    static final long LEAST_COMMANDS = 600_000;

    /** The commands say when a hunt is over; this says when a machine that is slow, or a hunt that hangs, is not waited for. */
    private static final int MOST_SECONDS = 15 * 60;

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "rialto", "engine");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Mutation mutation;
    private final Path folder;

    private Planting(Mutation mutation, Path folder) {
        this.mutation = mutation;
        this.folder = folder;
    }

    /** Within the folder given, which must be empty. */
    static Finding hunted(Mutation mutation, Path folder) throws IOException, InterruptedException {
        return hunted(mutation, folder, SECONDS, LEAST_COMMANDS);
    }

    /** At most so many commands and a flow, however long that takes. */
    static Finding hunted(Mutation mutation, Path folder, long commands) throws IOException, InterruptedException {
        return hunted(mutation, folder, 0, commands);
    }

    private static Finding hunted(Mutation mutation, Path folder, int seconds, long leastCommands)
            throws IOException, InterruptedException {
        Planting planting = new Planting(mutation, folder);
        planting.compile(planted(mutation));
        return planting.hunt(seconds, leastCommands);
    }

    /** A source is found by its name, so that it may move to another room. */
    static String planted(Mutation mutation) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.endsWith(mutation.source())).toList();
            if (sources.size() != 1) {
                throw new IllegalArgumentException("a planted bug must have exactly one source: name=" + mutation.name()
                        + " source=" + mutation.source() + " found=" + sources);
            }
            return mutation.plantedIn(Files.readString(sources.get(0)));
        }
    }

    private void compile(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-implicit:none", "-d", folder.toString(), "-cp", CLASS_PATH);
        URI name = URI.create("string:///" + mutation.source());
        JavaFileObject source = new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        boolean isCompiled = compiler.getTask(complaints, null, null, options, null, List.of(source))
                .call();
        if (!isCompiled) {
            throw new IllegalArgumentException(
                    "a planted bug must compile: name=" + mutation.name() + "\n" + complaints);
        }
    }

    private Finding hunt(int seconds, long leastCommands) throws IOException, InterruptedException {
        Path written = folder.resolve("written.txt");
        String classPath = folder + System.getProperty("path.separator") + CLASS_PATH;
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // most hunts are over before better code would pay for its making
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-cp",
                classPath,
                "io.rialto.engine.simulation.Hunt",
                Integer.toString(seconds),
                Long.toString(leastCommands),
                mutation.isDeep() ? "deep" : Long.toString(mutation.firstSeed()),
                Boolean.toString(mutation.isEndless())));
        long startNanos = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(written.toFile())
                .start();
        try {
            boolean isOver = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            long millis = (System.nanoTime() - startNanos) / 1_000_000;
            return isOver ? Finding.read(mutation, Files.readString(written)) : Finding.timedOut(mutation, millis);
        } finally {
            process.destroyForcibly();
        }
    }
}
