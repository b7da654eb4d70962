package io.rialto.feeds.records;

import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.database.DatabaseUse;
import io.rialto.feeds.database.Indexes;
import io.rialto.feeds.database.Outage;
import io.rialto.feeds.database.SqlDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the read model, and how far they have come. Thread-safe; one thread writes. */
public final class RecordStore implements AutoCloseable {
    private static final int EMBEDDED_CONNECTIONS = 6;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);
    /** Nothing waits for the device: what is made anew is made anew again after a power cut. */
    private static final List<String> MANY = List.of(
            "PRAGMA synchronous = OFF",
            "PRAGMA wal_autocheckpoint = 32768",
            "PRAGMA cache_size = -524288",
            "PRAGMA threads = 2");

    private final SqlDatabase database;
    private volatile Handle many;

    /** The database was reached and said no: waiting does not help, somebody has to look. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(Exception cause) {
            super("the read model's database refuses what is written: " + cause.getMessage(), cause);
        }
    }

    /** Up to which frame rows are there, and that frame's checksum. */
    record Mark(long sequence, long crc) {}

    private RecordStore(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Does not reach out yet.
     *
     * @param file of the embedded one
     * @throws IOException when the file or the password's file cannot be used
     */
    public static RecordStore of(DatabaseAddress address, Path file) throws IOException {
        return new RecordStore(
                SqlDatabase.of(address, new DatabaseUse("records", file, EMBEDDED_CONNECTIONS, CONNECT, true)));
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @throws RecordsAway when the database cannot be reached
     * @throws Refused when it says no
     */
    public RecordStore migrate() {
        try {
            boolean isEmbedded = database.isEmbedded();
            database.migrate(
                    Map.of("rowless", isEmbedded ? " WITHOUT ROWID" : "", "key", isEmbedded ? "INTEGER" : "BIGINT"));
            int made = database.sql().withHandle(Indexes::make);
            if (made > 0) LOG.info("records indexes made again count={}", made);
        } catch (FlywayException | JdbiException fault) {
            throw failed(fault);
        }
        return this;
    }

    /** Who fills an empty one: what slows him down makes way until {@link #endMany}. */
    void beginMany() {
        many = database.sql().open();
        if (database.isEmbedded()) MANY.forEach(many::execute);
        Indexes.putOff(many, database.isEmbedded());
    }

    void endMany() {
        if (many == null) return;
        try {
            Indexes.make(many);
            if (database.isEmbedded()) many.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            if (database.isEmbedded()) database.pool().evictConnection(many.getConnection());
        } finally {
            many.close();
            many = null;
        }
    }

    private static RuntimeException failed(Exception fault) {
        return Outage.isCauseOf(fault) ? new RecordsAway(fault) : new Refused(fault);
    }

    /** Asks by a connection of its own. @throws RecordsAway when the database cannot be asked */
    public <T> T ask(HandleCallback<T, SQLException> question) {
        try {
            return database.sql().withHandle(question);
        } catch (SQLException | JdbiException fault) {
            throw new RecordsAway(fault);
        }
    }

    /** Asks all as of one moment. @throws RecordsAway when the database cannot be asked */
    <T> T askAtOnce(HandleCallback<T, SQLException> questions) {
        TransactionIsolationLevel level = database.isEmbedded()
                ? TransactionIsolationLevel.SERIALIZABLE
                : TransactionIsolationLevel.REPEATABLE_READ;
        try {
            return database.sql().inTransaction(level, questions);
        } catch (SQLException | JdbiException fault) {
            throw new RecordsAway(fault);
        }
    }

    /** For those who measure it, and who ask each kind in its own words. */
    public SqlDatabase database() {
        return database;
    }

    /** Of the last frame whose rows are there; 0 before the first. */
    public long sequence() {
        return mark().sequence();
    }

    /** The same, by a connection that asks for more. */
    public static long sequence(Handle handle) {
        return mark(handle).sequence();
    }

    Mark mark() {
        return ask(RecordStore::mark);
    }

    private static Mark mark(Handle handle) {
        return handle.createQuery("SELECT sequence, crc FROM record_position WHERE id = 1")
                .map((row, context) -> new Mark(row.getLong("sequence"), row.getLong("crc")))
                .one();
    }

    /**
     * Rows and position together, or nothing. A batch that is there already changes nothing.
     *
     * @throws RecordsAway when the database cannot be reached
     * @throws Refused when it was reached and does not take them
     * @throws RecordsForeign when the position is one that these frames cannot lead to
     */
    void write(Batch batch) {
        try {
            if (many != null) many.useTransaction(handle -> write(handle, batch));
            else database.sql().useTransaction(handle -> write(handle, batch));
        } catch (SQLException | JdbiException fault) {
            throw failed(fault);
        }
    }

    private static void write(Handle handle, Batch batch) throws SQLException {
        if (moves(handle, batch)) new BatchWriter(handle.getConnection()).write(batch);
    }

    /** Comes first: it locks out whoever else would write. */
    private static boolean moves(Handle handle, Batch batch) {
        int moved = handle.createUpdate("UPDATE record_position SET sequence = :to, time_nanos = :time, crc = :crc"
                        + " WHERE id = 1 AND sequence = :from")
                .bind("to", batch.sequence)
                .bind("time", batch.timeNanos)
                .bind("crc", (long) batch.crc)
                .bind("from", batch.afterSequence)
                .execute();
        if (moved == 1) return true;
        Mark mark = mark(handle);
        if (mark.equals(new Mark(batch.sequence, batch.crc))) return false;
        throw new RecordsForeign("the read model is written by somebody else: position=" + mark.sequence()
                + " expected=" + batch.afterSequence);
    }

    @Override
    public void close() {
        database.close();
    }
}
