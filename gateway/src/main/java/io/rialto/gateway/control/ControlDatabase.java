package io.rialto.gateway.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The pool of connections to the control database, migrated to what this release expects. Stores share it.
 *
 * <p>Embedded (SQLite) in the data directory, unless the configuration names a PostgreSQL. Either way a change is on disk
 * when the method that makes it returns. Thread-safe. A database that cannot be reached is an exception that never
 * tells the password.
 */
public final class ControlDatabase implements AutoCloseable {
    private static final int EMBEDDED_CONNECTIONS = 2;
    private static final int CONNECTIONS = 10;
    private static final long CONNECT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final Jdbi sql;

    private ControlDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.sql = Jdbi.create(pool);
    }

    /**
     * @param data where the embedded database lies, in a file that only its owner may read
     * @throws IOException when the file or the password's file cannot be used
     */
    public static ControlDatabase open(Path data, VenueConfig.Control config) throws IOException {
        boolean isEmbedded = config.url().isEmpty();
        HikariConfig options = isEmbedded ? embedded(data.resolve("control.db")) : postgresql(config);
        options.setPoolName("control");
        options.setConnectionTimeout(CONNECT_MILLIS);
        HikariDataSource pool = new HikariDataSource(options);
        try {
            migrate(pool, isEmbedded ? "sqlite" : "postgresql", isEmbedded ? "BLOB" : "BYTEA");
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
        return new ControlDatabase(pool);
    }

    private static HikariConfig embedded(Path file) throws IOException {
        OwnerFile.create(file);
        HikariConfig options = new HikariConfig();
        options.setJdbcUrl("jdbc:sqlite:" + file);
        options.addDataSourceProperty("journal_mode", "WAL");
        options.addDataSourceProperty("synchronous", "FULL");
        options.addDataSourceProperty("busy_timeout", "5000");
        options.addDataSourceProperty("foreign_keys", "true");
        // What reads and then writes must not find out in the middle that another has written.
        options.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        options.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        return options;
    }

    private static HikariConfig postgresql(VenueConfig.Control config) throws IOException {
        HikariConfig options = new HikariConfig();
        options.setJdbcUrl(config.url().orElseThrow());
        config.user().ifPresent(options::setUsername);
        if (config.passwordFile().isPresent()) {
            options.setPassword(Files.readString(config.passwordFile().get()).strip());
        }
        options.setMaximumPoolSize(CONNECTIONS);
        return options;
    }

    private static void migrate(HikariDataSource pool, String dialect, String bytes) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:control/" + dialect, "classpath:control/shared")
                .outOfOrder(true) // each subject has tables of its own: none waits for another's
                .placeholders(Map.of("bytes", bytes))
                .load()
                .migrate();
    }

    /** What is asked from now on is measured. */
    public ControlDatabase watchedBy(Databases databases) {
        databases.watch(sql, pool);
        return this;
    }

    /** To ask with, and to change. */
    public Jdbi sql() {
        return sql;
    }

    /** Whether there are secrets in it already. */
    public boolean hasSecrets() {
        return sql.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM api_key")
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
        pool.close();
    }
}
