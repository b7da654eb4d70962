package io.rialto.gateway;

import io.rialto.gateway.settings.ConfigFaults;
import io.rialto.gateway.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the venue and runs it until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Start the venue: recovery, doors, feeds. Stops in order on SIGTERM.")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the HTTP door; 0 takes a free one. Default: 8080")
    private String port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The venue's home: journal and keys. Nothing is written anywhere else. Default: ./data")
    private Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "HOCON or properties; see docs/operations.md")
    private Path file;

    @Option(names = "--profile", paramLabel = "P", description = "How the line waits: shared (default) or lowlatency")
    private String profile;

    @Option(
            names = "--durability",
            paramLabel = "D",
            description = "What an ack promises: durable (default, survives the machine) or journaled (the process)")
    private String durability;

    @Option(
            names = "--accept-damage-after",
            paramLabel = "SEQUENCE",
            description = "Go on behind damaged history, losing everything after this frame")
    private Long acceptDamageAfter;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings;
        try {
            settings = Settings.read(data.toAbsolutePath(), Optional.ofNullable(file), System.getenv(), options());
        } catch (ConfigFaults faults) {
            faults.faults().forEach(fault -> System.err.println("rialto: " + fault));
            return USAGE;
        }
        settings.lines().forEach(RunCommand::say);
        Venue venue;
        try {
            venue = Venue.open(settings.config(), accepted(), RunCommand::say, Clock.systemUTC());
        } catch (Exception cause) {
            LOG.debug("the venue did not start", cause);
            System.err.println("rialto: the venue did not start: " + cause.getMessage());
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(venue), "stop"));
        venue.awaitEnd();
        return 0;
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (port != null) options.put("http.port", port);
        if (profile != null) options.put("line.profile", profile);
        if (durability != null) options.put("journal.durability", durability);
        return options;
    }

    private OptionalLong accepted() {
        return acceptDamageAfter == null ? OptionalLong.empty() : OptionalLong.of(acceptDamageAfter);
    }

    private static void stop(Venue venue) {
        venue.close();
        say("stopped sequence=" + venue.sequence());
    }

    private static void say(String fact) {
        System.out.println(fact);
    }
}
