package io.rialto.gateway.control;

import io.rialto.gateway.settings.VenueConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL that the tests bring: one server for all of them, a database of its own for each. */
public final class RealPostgres {
    private static final String PASSWORD = "a-password-of-the-database";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RealPostgres() {}

    /** Started when it is first asked for; ends with the process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("the PostgreSQL of the tests does not start", e);
            }
        }
    }

    /** The settings of a venue that keeps its control database in a new, empty one. */
    public static Map<String, String> settings(Path directory) throws Exception {
        String name = "venue_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + name + " PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        Path file = Files.writeString(directory.resolve(name + ".password"), PASSWORD + "\n");
        return Map.of(
                "control.url",
                "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name,
                "control.user",
                name,
                "control.password-file",
                file.toString());
    }

    /** The same, as the venue reads them. */
    public static VenueConfig.Control config(Map<String, String> settings) {
        return new VenueConfig.Control(
                Optional.of(settings.get("control.url")),
                Optional.of(settings.get("control.user")),
                Optional.of(Path.of(settings.get("control.password-file"))));
    }

    public static String password() {
        return PASSWORD;
    }
}
