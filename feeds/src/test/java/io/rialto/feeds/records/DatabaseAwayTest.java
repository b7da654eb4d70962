package io.rialto.feeds.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away while the venue trades: nothing is refused, and when it is back everything is there. */
@Timeout(120)
class DatabaseAwayTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int COMMANDS = 600;
    private static final long LOOK_EVERY_NANOS = 1_000_000;

    @TempDir
    private Path data;

    @Test
    void aPostgreSqlThatIsStoppedIsWaitedForAndCaughtUpWith() throws Exception {
        Path server = data.resolve("postgres");
        EmbeddedPostgres running = EmbeddedPostgres.builder()
                .setDataDirectory(server)
                .setCleanDataDirectory(false)
                .start();
        int port = running.getPort();
        DatabaseAddress address = TestDatabase.create(data, running);
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                Records records = new Records(RecordStore.of(address, data.resolve("unused.db")))
                        .follow(history.journal.tail(0))) {
            EmbeddedPostgres gone = running;
            history.write(5, COMMANDS, () -> {
                assertThat(records.await(history.sequence(), LONG)).isTrue();
                close(gone);
            });
            untilItIsAway(records);
            assertThat(records.sequence()).isLessThan(history.sequence());

            running = EmbeddedPostgres.builder()
                    .setDataDirectory(server)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
            allIsThere(history, records);
        } finally {
            running.close();
        }
    }

    @Test
    void aFileThatIsLockedIsWaitedForAndCaughtUpWith() throws Exception {
        Path file = data.resolve("records.db");
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                Records records =
                        new Records(RecordStore.of(DatabaseAddress.EMBEDDED, file)).follow(history.journal.tail(0));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = other.createStatement()) {
            history.write(6, COMMANDS, () -> {
                assertThat(records.await(history.sequence(), LONG)).isTrue();
                execute(lock, "BEGIN IMMEDIATE");
            });
            untilItIsAway(records);
            assertThat(records.sequence()).isLessThan(history.sequence());

            execute(lock, "ROLLBACK");
            allIsThere(history, records);
        }
    }

    private void allIsThere(WrittenHistory history, Records records) throws Exception {
        assertThat(records.await(history.sequence(), LONG)).isTrue();
        assertThat(records.health())
                .isEqualTo(new Records.Health(Records.State.FOLLOWING, history.sequence(), "", Optional.empty()));
        try (RecordStore anew = RecordStore.of(DatabaseAddress.EMBEDDED, data.resolve("anew.db"))) {
            assertThat(Checksum.of(records.store()))
                    .isEqualTo(Rebuild.of(history.directory, anew, Long.MAX_VALUE, (frames, read, total) -> {}));
        }
    }

    private static void untilItIsAway(Records records) {
        while (records.health().state() != Records.State.AWAY) LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }

    private static void execute(Statement statement, String text) {
        try {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
