package io.rialto.bench.demo;

import io.rialto.gateway.settings.ConfigFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rialto demo}: a venue that is alive, until Ctrl-C. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Start a venue on which seeded participants trade with each other, and print log-ins for it.")
public final class DemoCommand implements Callable<Integer> {
    private static final long STOP_SECONDS = 30;
    private static final int MOST_ORDERS = 500;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What everybody decides by. Default: 1")
    private long seed;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "0 takes a free one. Default: 8080")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The venue's home. Default: one that is gone afterwards")
    private Path data;

    @Option(
            names = "--orders-per-second",
            paramLabel = "N",
            defaultValue = "20",
            description = "Turns of all participants together, 1..500. Default: 20")
    private int ordersPerSecond;

    @Option(names = "--duration", paramLabel = "S", description = "Seconds. Default: until it is told to stop")
    private Long duration;

    @Option(
            names = "--opening",
            paramLabel = "S",
            defaultValue = "5",
            description = "Seconds of the auctions at the start. Default: 5")
    private int openingSeconds;

    @Spec
    private CommandSpec command;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isStopped;

    @Override
    public Integer call() throws IOException, ConfigFaults {
        if (ordersPerSecond < 1 || ordersPerSecond > MOST_ORDERS) {
            String rule = "--orders-per-second must be 1.." + MOST_ORDERS + ": was " + ordersPerSecond;
            throw new ParameterException(command.commandLine(), rule);
        }
        Path home = data == null ? Files.createTempDirectory("rialto-demo") : data;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            return run(home);
        } finally {
            if (data == null) remove(home);
            ended.countDown();
        }
    }

    private int run(Path home) throws IOException, ConfigFaults {
        Demo demo = Demo.open(home, port, line -> {});
        try (demo) {
            Demo.Logins logins = demo.logins();
            say("seed          " + seed);
            say("trader        " + logins.trader().email() + "  "
                    + logins.trader().password());
            say("administrator " + logins.administrator().email() + "  "
                    + logins.administrator().password());
            say("their keys    " + home.resolve("demo-accounts.json"));
            say("ready " + demo.address());
            demo.run(seed, openingSeconds, ordersPerSecond, goesOn(), DemoCommand::say);
        }
        say("stopped sequence=" + demo.sequence() + " " + demo.tally().line());
        return demo.tally().unexpected().isEmpty() ? 0 : 1;
    }

    private BooleanSupplier goesOn() {
        long begun = System.nanoTime();
        return () -> !isStopped && (duration == null || System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(duration));
    }

    /** A signal: the demo ends in order, and the process with it. */
    private void stop() {
        isStopped = true;
        try {
            ended.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(directory)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) Files.delete(each);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
