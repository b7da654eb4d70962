package io.rialto.feeds.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that is there and says no is not one that is away, and a writer that broke off leaves nothing for good. */
@Timeout(120)
class RefusedRowsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int COMMANDS = 600;

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void whatTheDatabaseDoesNotTakeIsToldWithTheFrameItStandsAtUntilSomebodyMendsIt(TestDatabase kind)
            throws Exception {
        DatabaseAddress address = kind.create(data);
        Path file = data.resolve("records.db");
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                RecordStore operator = RecordStore.of(address, file);
                Records records = new Records(RecordStore.of(address, file)).follow(history.journal.tail(0))) {
            long[] whole = new long[1];
            history.write(7, COMMANDS, () -> {
                assertThat(records.await(history.sequence(), LONG)).isTrue();
                whole[0] = history.sequence();
                does(operator, "ALTER TABLE order_state RENAME TO elsewhere");
            });
            until(records, Records.State.REFUSED);

            Records.Health health = records.health();
            assertThat(health.sequence()).isBetween(whole[0], history.sequence() - 1);
            assertThat(health.fault()).contains("refuses").contains("order_state");
            assertThat(health.since()).isPresent();
            assertThat(health.sequence()).as("rows and position together").isEqualTo(operator.sequence());

            does(operator, "ALTER TABLE elsewhere RENAME TO order_state");
            assertThat(records.await(history.sequence(), LONG)).isTrue();
            until(records, Records.State.FOLLOWING);
            assertThat(records.health())
                    .isEqualTo(new Records.Health(Records.State.FOLLOWING, history.sequence(), "", Optional.empty()));
            try (RecordStore anew = kind.store(data)) {
                assertThat(Checksum.of(records.store()))
                        .isEqualTo(Rebuild.of(history.directory, anew, Long.MAX_VALUE, (frames, read, total) -> {}));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void indexesThatMadeWayForAWriterWhoBrokeOffAreMadeAgain(TestDatabase kind) throws Exception {
        DatabaseAddress address = kind.create(data);
        Path file = data.resolve("records.db");
        List<String> all;
        try (RecordStore first = RecordStore.of(address, file).migrate()) {
            all = indexes(first);
            first.beginMany();
            assertThat(indexes(first)).hasSizeLessThan(all.size());
        }
        try (RecordStore next = RecordStore.of(address, file).migrate()) {
            assertThat(indexes(next)).isEqualTo(all).contains("orders_open", "event_by_type");
            next.beginMany();
            next.endMany();
            assertThat(indexes(next)).isEqualTo(all);
        }
    }

    private static List<String> indexes(RecordStore store) {
        String query = store.database().isEmbedded()
                ? "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
                : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname";
        return store.ask(handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static void does(RecordStore operator, String statement) {
        operator.ask(handle -> handle.execute(statement));
    }

    private static void until(Records records, Records.State state) {
        while (records.health().state() != state) LockSupport.parkNanos(1_000_000);
    }
}
