package io.rialto.feeds.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * A pool of connections to one SQL database. Thread-safe. A database that cannot be reached is an exception that never
 * tells the password.
 */
public final class SqlDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final String BUSY_MILLIS = "5000";
    private static final String REBUILDABLE_BUSY_MILLIS = "500";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final HikariDataSource pool;
    private final Jdbi sql;
    private final DatabaseUse use;
    private final boolean isEmbedded;

    private SqlDatabase(HikariDataSource pool, DatabaseUse use, boolean isEmbedded) {
        this.pool = pool;
        this.sql = Jdbi.create(pool);
        this.use = use;
        this.isEmbedded = isEmbedded;
    }

    /**
     * Does not reach out yet: {@link #migrate} does.
     *
     * @throws IOException when the file or the password's file cannot be used
     */
    public static SqlDatabase of(DatabaseAddress address, DatabaseUse use) throws IOException {
        HikariConfig options = address.isEmbedded() ? embedded(use) : postgresql(address);
        options.setPoolName(use.name());
        options.setConnectionTimeout(use.connectTimeout().toMillis());
        options.setInitializationFailTimeout(-1);
        return new SqlDatabase(new HikariDataSource(options), use, address.isEmbedded());
    }

    private static HikariConfig embedded(DatabaseUse use) throws IOException {
        Path file = use.file();
        if (Files.notExists(file)) Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        HikariConfig options = new HikariConfig();
        options.setJdbcUrl("jdbc:sqlite:" + file);
        options.addDataSourceProperty("journal_mode", "WAL");
        options.addDataSourceProperty("synchronous", use.isRebuildable() ? "NORMAL" : "FULL");
        options.addDataSourceProperty("busy_timeout", use.isRebuildable() ? REBUILDABLE_BUSY_MILLIS : BUSY_MILLIS);
        options.addDataSourceProperty("foreign_keys", "true");
        // What reads and then writes must not find out in the middle that another has written.
        if (!use.isRebuildable()) options.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        if (use.isRebuildable()) options.addDataSourceProperty("cache_size", "-65536");
        options.setMaximumPoolSize(use.embeddedConnections());
        return options;
    }

    private static HikariConfig postgresql(DatabaseAddress address) throws IOException {
        HikariConfig options = new HikariConfig();
        options.setJdbcUrl(address.url().orElseThrow());
        options.addDataSourceProperty("reWriteBatchedInserts", "true");
        address.user().ifPresent(options::setUsername);
        if (address.passwordFile().isPresent()) {
            options.setPassword(Files.readString(address.passwordFile().get()).strip());
        }
        options.setMaximumPoolSize(CONNECTIONS);
        return options;
    }

    /** Brings its tables to what this release expects. @param words for what the two databases call differently */
    public void migrate(Map<String, String> words) {
        String dialect = isEmbedded ? "sqlite" : "postgresql";
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:" + use.name() + "/" + dialect, "classpath:" + use.name() + "/shared")
                .failOnMissingLocations(false)
                .outOfOrder(true) // each subject has tables of its own: none waits for another's
                .placeholders(words)
                .load()
                .migrate();
    }

    public boolean isEmbedded() {
        return isEmbedded;
    }

    /** To ask with, and to change. */
    public Jdbi sql() {
        return sql;
    }

    /**
     * A change that can be made again, whole or not at all: it survives the process, but a machine that loses its power may lose the
     * newest of them, since nobody waits for the disk.
     */
    public <T> T repeatable(HandleCallback<T, RuntimeException> change) {
        return sql.withHandle(handle -> {
            if (!isEmbedded) {
                return handle.inTransaction(transaction -> {
                    transaction.execute("SET LOCAL synchronous_commit TO off");
                    return change.withHandle(transaction);
                });
            }
            handle.execute("PRAGMA synchronous = NORMAL");
            try {
                return handle.inTransaction(change);
            } finally {
                handle.execute("PRAGMA synchronous = FULL");
            }
        });
    }

    /** For those who measure it. */
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
