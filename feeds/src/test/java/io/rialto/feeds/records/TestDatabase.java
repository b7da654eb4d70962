package io.rialto.feeds.records;

import io.rialto.feeds.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What the read model can be kept in: its rules hold in each. */
enum TestDatabase {
    EMBEDDED {
        @Override
        DatabaseAddress create(Path directory) {
            return DatabaseAddress.EMBEDDED;
        }
    },
    POSTGRESQL {
        @Override
        DatabaseAddress create(Path directory) throws Exception {
            return create(directory, Server.RUNNING);
        }
    };

    private static final String PASSWORD = "a-password-of-the-database";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** One for all tests; ends with the process. */
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

    /** An empty one. */
    abstract DatabaseAddress create(Path directory) throws Exception;

    /** A store in a new, empty one. */
    RecordStore store(Path directory) throws Exception {
        return RecordStore.of(create(directory), directory.resolve("records" + DATABASES.incrementAndGet() + ".db"));
    }

    static DatabaseAddress create(Path directory, EmbeddedPostgres server) throws Exception {
        String name = "records_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + name + " PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        Path file = Files.writeString(directory.resolve(name + ".password"), PASSWORD + "\n");
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
        return new DatabaseAddress(Optional.of(url), Optional.of(name), Optional.of(file));
    }
}
