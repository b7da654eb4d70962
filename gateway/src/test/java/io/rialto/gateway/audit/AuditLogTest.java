package io.rialto.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.settings.VenueConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {
    private static final Chain CHAIN = new Chain(new Sealing(new SecretKeySpec(new byte[32], "AES")));
    private static final Filter ALL = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());
    private static final int THREADS = 4;
    private static final int EACH = 25;

    @TempDir
    private Path data;

    private static Entry ban(int times) {
        return Entry.of(Entry.Kind.BAN, "192.0.2.7", "O'Neil ünd 'quotes'", times, 1_800_000_000_000L);
    }

    private static String verdict(AuditLog log, Head... seen) {
        return new Inspection(log, CHAIN).run(List.of(seen), () -> true).fault();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseItselfRefusesToChangeRemoveOrReplace(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            AuditLog log = new AuditLog(control, CHAIN);
            for (int i = 1; i <= 3; i++) log.append(ban(i));
            List<String> attempts = new ArrayList<>(List.of(
                    "UPDATE audit_entry SET actor = 'key:other' WHERE number = 2",
                    "UPDATE audit_entry SET hash = hash",
                    "DELETE FROM audit_entry WHERE number = 3",
                    "DELETE FROM audit_entry",
                    "INSERT INTO audit_entry SELECT * FROM audit_entry WHERE number = 1"));
            attempts.add(
                    kind == BothDatabases.EMBEDDED
                            ? "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 1"
                            : "TRUNCATE audit_entry");
            for (String attempt : attempts) {
                assertThatThrownBy(() -> control.sql().useHandle(handle -> handle.execute(attempt)))
                        .as(attempt)
                        .isInstanceOf(RuntimeException.class);
            }
            assertThat(log.entries(ALL, Long.MAX_VALUE, 10))
                    .extracting(told -> told.entry().times())
                    .containsExactly(3, 2, 1);
            assertThat(verdict(log)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoGatewaysAtOnceWriteOneChain(BothDatabases kind) throws Exception {
        VenueConfig.Control config = kind.create(data);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ControlDatabase one = ControlDatabase.open(data, config);
                ControlDatabase other = ControlDatabase.open(data, config)) {
            List<AuditLog> logs = List.of(new AuditLog(one, CHAIN), new AuditLog(other, CHAIN));
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                AuditLog log = logs.get(i % 2);
                writing.add(threads.submit(() -> {
                    for (int k = 0; k < EACH; k++) log.append(ban(k));
                }));
            }
            for (Future<?> each : writing) each.get();
            assertThat(new Inspection(logs.get(0), CHAIN)
                            .run(List.of(logs.get(1).newest()), () -> true))
                    .matches(Inspection.Verdict::isWhole)
                    .extracting(Inspection.Verdict::entries)
                    .isEqualTo((long) THREADS * EACH);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneBehindTheTriggersIsFoundOut(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            AuditLog log = new AuditLog(control, CHAIN);
            for (int i = 1; i <= 5; i++) log.append(ban(i));
            Head seen = log.newest();
            assertThat(verdict(log, seen)).isEmpty();

            behindTheTriggers(control, kind, "UPDATE audit_entry SET subject = 'nobody at all' WHERE number = 2");
            assertThat(verdict(log, seen)).isEqualTo("entry 2 is not what was written");
            behindTheTriggers(
                    control, kind, "UPDATE audit_entry SET subject = 'O''Neil ünd ''quotes''' WHERE number = 2");
            assertThat(verdict(log, seen)).isEmpty();

            behindTheTriggers(control, kind, "DELETE FROM audit_entry WHERE number = 3");
            assertThat(verdict(log, seen)).isEqualTo("entry 3 is missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListWhoseEndWasCutOffIsFoundOut(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            AuditLog log = new AuditLog(control, CHAIN);
            for (int i = 1; i <= 5; i++) log.append(ban(i));
            Head seen = log.newest();
            behindTheTriggers(control, kind, "DELETE FROM audit_entry WHERE number > 3");
            assertThat(verdict(log)).isEqualTo("the entries after 3 are missing");

            control.sql()
                    .useHandle(handle -> handle.execute("UPDATE newest_number SET number = 3 WHERE kind = 'audit'"));
            assertThat(verdict(log)).as("nothing in the database says so").isEmpty();
            assertThat(verdict(log, seen)).isEqualTo("the entries after 3 are missing");
            for (int i = 1; i <= 5; i++) log.append(ban(9));
            assertThat(verdict(log, seen)).isEqualTo("entry 5 is another than this venue wrote");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasTheDatabaseAloneCannotWriteTheChainAnew(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            byte[] guessed = new byte[32];
            guessed[0] = 1;
            new AuditLog(control, new Chain(new Sealing(new SecretKeySpec(guessed, "AES")))).append(ban(1));
            assertThat(verdict(new AuditLog(control, CHAIN))).isEqualTo("entry 1 is not what was written");
        }
    }

    /** As who runs the database could. */
    static void behindTheTriggers(ControlDatabase control, BothDatabases kind, String statement) {
        List<String> triggers = kind == BothDatabases.EMBEDDED
                ? List.of("audit_entry_is_not_changed", "audit_entry_is_not_removed")
                : List.of("audit_entry_is_kept");
        control.sql().useHandle(handle -> {
            for (String trigger : triggers) {
                handle.execute("DROP TRIGGER IF EXISTS " + trigger
                        + (kind == BothDatabases.POSTGRESQL ? " ON audit_entry" : ""));
            }
            handle.execute(statement);
        });
    }
}
