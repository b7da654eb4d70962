package io.rialto.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlDatabaseTest {
    private static final int THREADS = 4;
    private static final int EACH = 50;

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void noNumberIsGivenTwiceAlsoToTwoVenuesAtOnce(BothDatabases kind) throws Exception {
        VenueConfig.Control config = kind.create(data);
        Set<Integer> given = new ConcurrentSkipListSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ControlDatabase one = ControlDatabase.open(data, config);
                ControlDatabase other = ControlDatabase.open(data, config)) {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> take(i % 2 == 0 ? one : other, given)))
                    .toList();
            for (Future<?> each : all) each.get();
        } finally {
            threads.shutdown();
        }
        assertThat(given)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
    }

    private static void take(ControlDatabase database, Set<Integer> given) {
        for (int i = 0; i < EACH; i++) {
            given.add(next(database, "firm"));
        }
    }

    private static int next(ControlDatabase database, String kind) {
        return database.sql().inTransaction(handle -> ControlDatabase.nextNumber(handle, kind));
    }

    /** Only what can be made again does not wait for the disk: whatever is done on the same connection afterwards does. */
    @ParameterizedTest
    @EnumSource
    void whatCanBeMadeAgainIsWholeOrNotAtAllAndNothingElseIsLessSafeForIt(BothDatabases kind) throws Exception {
        VenueConfig.Control config = kind.create(data);
        boolean isServer = kind == BothDatabases.POSTGRESQL;
        if (isServer) waitForTheDisk(config);
        try (ControlDatabase database = ControlDatabase.open(data, config)) {
            String asked = isServer ? "SHOW synchronous_commit" : "PRAGMA synchronous";
            String safe = database.sql().withHandle(handle -> answer(handle, asked));
            List<String> meanwhile = new ArrayList<>();

            int first = database.repeatable(handle -> {
                meanwhile.add(answer(handle, asked));
                return ControlDatabase.nextNumber(handle, "firm");
            });
            assertThatThrownBy(() -> database.repeatable(handle -> {
                        ControlDatabase.nextNumber(handle, "firm");
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");

            assertThat(meanwhile).doesNotContain(safe).hasSize(1);
            for (int i = 0; i < 20; i++) {
                assertThat(database.sql().<String, RuntimeException>withHandle(handle -> answer(handle, asked)))
                        .isEqualTo(safe);
            }
            assertThat(next(database, "firm")).isEqualTo(first + 1);
        }
    }

    /** As a server does by default; the one of tests does not, to be quick. */
    private void waitForTheDisk(VenueConfig.Control config) throws IOException {
        try (ControlDatabase database = ControlDatabase.open(data, config)) {
            database.sql().useHandle(handle -> {
                String name = answer(handle, "SELECT current_database()");
                handle.execute("ALTER DATABASE \"" + name + "\" SET synchronous_commit TO on");
            });
        }
    }

    private static String answer(Handle handle, String question) {
        return handle.createQuery(question).mapTo(String.class).one();
    }

    @Test
    void aFileOfAnOlderReleaseKeepsTheNumbersByWhichHistoryKnowsItsKeys() throws Exception {
        String url = "jdbc:sqlite:" + data.resolve("control.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:control/sqlite")
                .target("1")
                .load()
                .migrate();
        Jdbi old = Jdbi.create(url);
        old.useHandle(handle -> {
            for (String id : List.of("first", "second", "third", "fourth")) {
                handle.execute(
                        "INSERT INTO api_key (id, account, label, scopes, sealed_secret, created_millis)"
                                + " VALUES (?, 100, '', 'READ', x'00', 1)",
                        id);
            }
            handle.execute("DELETE FROM api_key WHERE id = 'second'");
            handle.execute("INSERT INTO firm VALUES (7, 'Alice & Co')");
        });

        try (ControlDatabase now = ControlDatabase.open(data, VenueConfig.Control.EMBEDDED)) {
            List<String> keys = now.sql()
                    .withHandle(handle -> handle.createQuery("SELECT number || id FROM api_key ORDER BY 1")
                            .mapTo(String.class)
                            .list());
            assertThat(keys).containsExactly("1first", "3third", "4fourth");
            assertThat(now.hasSecrets()).isTrue();
            assertThat(next(now, "api_key")).isEqualTo(5);
            assertThat(next(now, "firm")).isEqualTo(8);
        }
    }

    @Test
    void aDatabaseThatDoesNotLetUsInIsSaidWithoutThePassword() throws Exception {
        VenueConfig.Control good = BothDatabases.POSTGRESQL.create(data);
        Path wrong = Files.writeString(data.resolve("wrong"), "not-that-password");
        VenueConfig.Control bad = new VenueConfig.Control(good.url(), Optional.of("somebody"), Optional.of(wrong));

        assertThatThrownBy(() -> ControlDatabase.open(data, bad)).satisfies(failure -> {
            for (Throwable at = failure; at != null; at = at.getCause()) {
                assertThat(at.toString()).doesNotContain("not-that-password");
            }
        });
    }

    @Test
    void secretsWithoutTheirMasterKeyAreNotOpenedWithANewOne() throws Exception {
        Sealing.open(data, false);
        Files.delete(data.resolve("master.key"));

        assertThatThrownBy(() -> Sealing.open(data, true)).hasMessageContaining("master key");
        assertThat(data.resolve("master.key")).doesNotExist();
    }
}
