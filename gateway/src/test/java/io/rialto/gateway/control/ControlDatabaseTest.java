package io.rialto.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.settings.VenueConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
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
