package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The read model's PostgreSQL goes away while people trade over HTTP: no order is refused, and nothing is missing afterwards. */
@Timeout(180)
class RecordsAwayTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final Pattern STATE = Pattern.compile("rialto_records_state\\{state=\"(\\w+)\"} 1.0");

    private static final long LOOK_EVERY_NANOS = 1_000_000;

    @TempDir
    private Path data;

    @Test
    void noOrderIsRefusedWhileTheDatabaseIsAway() throws Exception {
        outage(Duration.ZERO);
    }

    @Test
    @Tag("long")
    void norInHalfAMinute() throws Exception {
        outage(Duration.ofSeconds(30));
    }

    private void outage(Duration atLeast) throws Exception {
        Path server = data.resolve("postgres");
        EmbeddedPostgres running = postgres(server, 0);
        int port = running.getPort();
        Map<String, String> options = Map.of(
                "records.kept", "on",
                "records.url", "jdbc:postgresql://localhost:" + port + "/postgres",
                "records.user", "postgres");
        try (VenueUnderTest venue = VenueUnderTest.open(data.resolve("venue"), options)) {
            VenueUnderTest.Trader alice = venue.trader("Alice", Map.of("USD", "1000000"));
            Client admin = venue.administrator();
            ok(alice.places("BUY", "0.01", "50.00"));
            await(() -> state(admin).equals("FOLLOWING"));

            running.close();
            long begun = System.nanoTime();
            int orders = 1;
            for (; orders < 20 || System.nanoTime() - begun < atLeast.toNanos(); orders++) {
                ok(alice.places("BUY", "0.01", "50.00"));
            }
            await(() -> state(admin).equals("AWAY"));
            assertThat(admin.get("/api/v1/events").code()).isEqualTo("FEEDS_BEHIND");
            ok(alice.client().get("/api/v1/orders?limit=1"));

            running = postgres(server, port);
            await(() -> state(admin).equals("FOLLOWING"));
            JsonNode told = ok(admin.get("/api/v1/events?type=OrderAccepted&limit=1000"))
                    .json()
                    .get("items");
            assertThat(told.size()).isEqualTo(Math.min(orders, 1_000));
        } finally {
            running.close();
        }
    }

    private static EmbeddedPostgres postgres(Path server, int port) throws Exception {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(server).setCleanDataDirectory(false);
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    /** As Prometheus reads it: reports for people are made anew every ten seconds only. */
    private static String state(Client admin) {
        String page = ok(admin.get("/metrics")).response().body();
        Matcher told = STATE.matcher(page);
        return told.find() ? told.group(1) : "";
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_EVERY_NANOS);
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
