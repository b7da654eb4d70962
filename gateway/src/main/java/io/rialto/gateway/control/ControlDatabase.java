package io.rialto.gateway.control;

import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.database.DatabaseUse;
import io.rialto.feeds.database.SqlDatabase;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The pool of connections to the control database, migrated to what this release expects. Stores share it.
 *
 * <p>Embedded (SQLite) in the data directory, unless the configuration names a PostgreSQL. Either way a change is on disk
 * when the method that makes it returns, but for what is {@link #repeatable}. Thread-safe. A database that cannot be reached is an exception that never
 * tells the password.
 */
public final class ControlDatabase implements AutoCloseable {
    private static final int EMBEDDED_CONNECTIONS = 2;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final SqlDatabase database;

    private ControlDatabase(SqlDatabase database) {
        this.database = database;
    }

    /**
     * @param data where the embedded database lies, in a file that only its owner may read
     * @throws IOException when the file or the password's file cannot be used
     */
    public static ControlDatabase open(Path data, VenueConfig.Control config) throws IOException {
        DatabaseAddress address = new DatabaseAddress(config.url(), config.user(), config.passwordFile());
        DatabaseUse use = new DatabaseUse("control", data.resolve("control.db"), EMBEDDED_CONNECTIONS, CONNECT, false);
        SqlDatabase database = SqlDatabase.of(address, use);
        try {
            database.migrate(Map.of("bytes", database.isEmbedded() ? "BLOB" : "BYTEA"));
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
        return new ControlDatabase(database);
    }

    /** What is asked from now on is measured. */
    public ControlDatabase watchedBy(Databases databases) {
        databases.watch(sql(), database.pool());
        return this;
    }

    /** To ask with, and to change. */
    public Jdbi sql() {
        return database.sql();
    }

    /** As {@link SqlDatabase#repeatable}: of what follows from the journal, and is on disk soon. */
    public <T> T repeatable(HandleCallback<T, RuntimeException> change) {
        return database.repeatable(change);
    }

    /** Whether there are secrets in it already. */
    public boolean hasSecrets() {
        return sql().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM api_key")
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** The next number of a kind that is counted from 1, never given twice; within the caller's transaction. */
    public static int nextNumber(Handle transaction, String kind) {
        return transaction
                .createQuery("UPDATE newest_number SET number = number + 1 WHERE kind = :kind RETURNING number")
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void close() {
        database.close();
    }
}
