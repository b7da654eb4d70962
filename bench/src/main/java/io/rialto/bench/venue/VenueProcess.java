package io.rialto.bench.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real venue in a process of its own, on a free port of the loopback address.
 *
 * <p>Errors: a process that ends before it is ready is an {@link IllegalStateException} with what it printed.
 */
public final class VenueProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(http://[^\\s/]+:\\d+)");
    private static final String MAIN = "io.rialto.gateway.Main";
    private static final int KEPT_LINES = 60;
    private static final int STOP_SECONDS = 20;

    private final Path data;
    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final ConcurrentLinkedDeque<String> printed = new ConcurrentLinkedDeque<>();

    private VenueProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread reader = new Thread(this::read, "venue-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a venue on the directory; does not wait for it. */
    public static VenueProcess start(Path data, String... options) {
        return launch(data, List.of(), MAIN, List.of(), arguments(data, options));
    }

    /**
     * Starts a venue that lets others go first where all want a processor: a sender beside it keeps its schedule.
     *
     * @param jvm flags beside this JVM's own
     */
    public static VenueProcess startYielding(Path data, List<String> jvm, String... options) {
        return launch(data, List.of("nice", "-n", "10"), MAIN, jvm, arguments(data, options));
    }

    /** Starts another main class that says where it listens as a venue does. */
    public static VenueProcess startMain(String mainClass) {
        return launch(Path.of(""), List.of(), mainClass, List.of(), List.of());
    }

    private static List<String> arguments(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static VenueProcess launch(
            Path data, List<String> launcher, String mainClass, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.ofVenue());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        try {
            return new VenueProcess(
                    data, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.addLast(line);
                if (printed.size() > KEPT_LINES) printed.removeFirst();
                Matcher url = READY.matcher(line);
                if (url.find()) ready.complete(URI.create(url.group(1)));
            }
        } catch (IOException gone) {
            printed.addLast("output ended: " + gone.getMessage());
        }
        ready.completeExceptionally(new IllegalStateException("the venue ended before it was ready: " + output()));
    }

    /** Where it listens, once it says so. */
    public URI awaitReady(long seconds) {
        try {
            return ready.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException ended) {
            throw new IllegalStateException(ended.getCause().getMessage(), ended);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("not ready after " + seconds + " s: " + output(), slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The key that the venue wrote on its first start. */
    public VenueClient administrator() {
        try {
            JsonNode file = new ObjectMapper()
                    .readTree(data.resolve("bootstrap-admin.json").toFile());
            return new VenueClient(
                    awaitReady(1), file.get("key").asText(), file.get("secret").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Completes when the process has ended. */
    public CompletableFuture<Process> exit() {
        return process.onExit();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        return String.join("\n", printed);
    }

    /** SIGTERM, and waits for the orderly end. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
