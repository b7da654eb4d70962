package io.rialto.gateway;

import io.rialto.gateway.form.Json;
import io.rialto.gateway.openapi.OpenApi;
import io.rialto.gateway.settings.ConfigFaults;
import io.rialto.gateway.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The venue's command line. Exit codes: 0 done, 1 failed, 2 usage. */
@Command(
        name = "rialto",
        description = "An event-sourced exchange.",
        mixinStandardHelpOptions = true,
        subcommands = RunCommand.class)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Every route has its say, so a venue is opened for it: beside all others, and gone when it has been asked. */
    @Command(
            name = "openapi",
            mixinStandardHelpOptions = true,
            description = "Print the OpenAPI 3.1 document of the HTTP door.")
    int openApi() throws IOException, ConfigFaults {
        Path data = Files.createTempDirectory("rialto-openapi");
        Map<String, String> options = Map.of(
                "http.port", "0",
                "journal.durability", "journaled",
                "records.kept", "off",
                "journal.low-space", "1",
                "journal.closed-space", "1");
        Settings settings = Settings.read(data, Optional.empty(), Map.of(), options);
        try (Venue venue = Venue.open(settings.config(), OptionalLong.empty(), fact -> {}, Clock.systemUTC())) {
            System.out.println(Json.lines(OpenApi.of(venue.routes())));
        } finally {
            remove(data);
        }
        return 0;
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(directory)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) Files.delete(each);
    }
}
