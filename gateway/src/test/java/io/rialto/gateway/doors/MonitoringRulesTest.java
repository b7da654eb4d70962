package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import io.rialto.gateway.measures.Measure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringRulesTest {
    private static final String BELOW = "/api/v1/monitoring";
    private static final Map<String, String> MONEY = Map.of("BTC", "1000", "USD", "1000000");

    @TempDir
    Path data;

    /** A little ahead of the machine's, so that what is signed by that clock is still young enough by this one. */
    private final TurnedClock clock = new TurnedClock(Instant.now().plusSeconds(20));

    private VenueUnderTest venue;
    private Client administrator;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("access.window", "60000"), clock);
        administrator = venue.administrator();
        alice = venue.trader("alice", MONEY);
        bob = venue.trader("bob", MONEY);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void onlyAdministratorsAreTold() {
        for (String path : List.of(
                "/health", "/metrics/api", "/latency", "/dashboard", "/system/status", "/notifications/stats")) {
            assertThat(alice.client().get(BELOW + path).status()).as(path).isEqualTo(403);
        }
        assertThat(alice.client().post(BELOW + "/metrics/reset", "").status()).isEqualTo(403);
        assertThat(alice.client().get("/metrics").status()).isEqualTo(403);
    }

    @Test
    void everyKindIsToldOnceOnTheDashboard() {
        JsonNode dashboard = get("/dashboard");

        List<String> kinds = Stream.of("api", "trading", "websocket", "database", "notifications")
                .flatMap(group -> kinds(dashboard.get(group)).stream())
                .toList();
        assertThat(kinds)
                .hasSize(18)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Measure.values()).map(Enum::name).toList());
        assertThat(dashboard.get("status").asText()).isEqualTo("HEALTHY");
    }

    @Test
    void ordersAreCountedAndThoseThatTradeOnArrival() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        ok(bob.places("BUY", "0.5", "50000.00"));
        ok(bob.places("BUY", "0.5", "49000.00"));
        ok(bob.places("BUY", "0.5", "48000.00"));
        assertThat(bob.places("BUY", "30", "49000.00").status()).isEqualTo(422);
        turn(Duration.ofSeconds(2));

        JsonNode trading = get("/metrics/trading?period=PT1M");

        assertThat(trading.get("period").asText()).isEqualTo("PT1M");
        JsonNode fills = kind(trading, Measure.FILL_RATE);
        assertThat(fills.get("count").asLong()).isEqualTo(4);
        assertThat(fills.get("mean").asDouble()).isEqualTo(0.25);
        JsonNode matching = kind(trading, Measure.ORDER_MATCHING_LATENCY);
        assertThat(matching.get("count").asLong()).isEqualTo(5);
        assertThat(matching.get("p99").asDouble()).isPositive();
        JsonNode throughput = kind(trading, Measure.ORDER_THROUGHPUT);
        assertThat(throughput.get("max").asDouble()).isCloseTo(2.5, within(0.0025));
        assertThat(kind(trading, Measure.JOURNAL_COMMIT_LATENCY).get("count").asLong())
                .isPositive();
    }

    @Test
    void latenciesAreToldCorrectedTooAndByTheTimeOfTheirMeasuring() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        ok(bob.places("BUY", "0.5", "50000.00"));
        turn(Duration.ofSeconds(2));

        JsonNode matching = kind(get("/metrics/trading?period=PT1M"), Measure.ORDER_MATCHING_LATENCY);
        JsonNode corrected = matching.get("corrected");
        assertThat(corrected.get("count").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(corrected.get("p99").asDouble())
                .isGreaterThanOrEqualTo(matching.get("p99").asDouble());
        JsonNode batches = kind(get("/metrics/trading?period=PT1M"), Measure.JOURNAL_BATCH_FRAMES);
        assertThat(batches.get("corrected").isNull()).isTrue();
        assertThat(batches.get("sum").asLong()).isGreaterThanOrEqualTo(2);

        JsonNode heat = get("/latency?kind=ORDER_MATCHING_LATENCY&period=PT1M");
        long counted = 0;
        for (JsonNode column : heat.get("columns")) {
            assertThat(column.get("counts")).hasSameSizeAs(heat.get("upTo"));
            for (JsonNode count : column.get("counts")) counted += count.asLong();
        }
        assertThat(counted).isEqualTo(matching.get("count").asLong());
        assertThat(administrator.get(BELOW + "/latency?kind=FILL_RATE").code()).isEqualTo("INVALID_VALUE");
        assertThat(administrator.get(BELOW + "/latency").code()).isEqualTo("MISSING_FIELD");
    }

    @Test
    void aReportIsKeptForTenSeconds() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        assertThat(fills("PT1H")).isEqualTo(1);
        ok(alice.places("SELL", "0.5", "50000.00"));
        turn(Duration.ofMillis(9_999));
        assertThat(fills("PT1H")).isEqualTo(1);
        assertThat(fills("PT59M")).as("another report").isEqualTo(2);
        turn(Duration.ofMillis(1));
        assertThat(fills("PT1H")).isEqualTo(2);
    }

    @Test
    void aPeriodSeesItsOwnTimeAndAnHourIsKept() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        assertThat(fills("PT1H")).isEqualTo(1);
        turn(Duration.ofMinutes(30));
        assertThat(fills("PT1H")).isEqualTo(1);
        assertThat(fills("PT29M")).isZero();
        turn(Duration.ofMinutes(31));
        assertThat(fills("PT1H")).isZero();
    }

    @Test
    void aPeriodIsALengthUpToAnHour() {
        for (String period : List.of("PT61M", "PT0S", "-PT5M", "P1D", "5m", "PT0.5S", "")) {
            Client.Answer refused = asks("GET", BELOW + "/metrics/api?period=" + period, "");
            assertThat(refused.status()).as(period).isEqualTo(400);
            assertThat(refused.text("field")).as(period).isEqualTo("period");
        }
    }

    @Test
    void aResetForgetsAllAndACleanupWhatIsOlder() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        assertThat(fills("PT1H")).isEqualTo(1);
        turn(Duration.ofMinutes(20));
        assertThat(fills("PT1H")).isEqualTo(1);

        assertThat(ok(asks("POST", BELOW + "/cleanup", "{\"olderThan\":\"PT30M\"}"))
                        .json()
                        .get("intervals")
                        .asInt())
                .isZero();
        assertThat(fills("PT1H")).isEqualTo(1);
        assertThat(ok(asks("POST", BELOW + "/cleanup", "{\"olderThan\":\"PT10M\"}"))
                        .json()
                        .get("intervals")
                        .asInt())
                .isPositive();
        assertThat(fills("PT1H")).isZero();

        ok(asks("DELETE", "/api/v1/orders", ""));
        assertThat(matched()).isEqualTo(1);
        ok(asks("POST", BELOW + "/metrics/reset", ""));
        assertThat(matched()).isZero();
    }

    @Test
    void everyComponentIsLookedAt() {
        JsonNode health = get("/health");

        assertThat(health.get("status").asText()).isEqualTo("HEALTHY");
        List<String> names = new ArrayList<>();
        health.get("components").forEach(each -> names.add(each.get("name").asText()));
        assertThat(names)
                .containsExactly(
                        "API",
                        "ORDERS",
                        "DATABASE",
                        "RING",
                        "JOURNAL",
                        "DISK",
                        "CLOCK",
                        "FEEDS",
                        "AUDIT",
                        "CONNECTIONS",
                        "POOL_ANSWERS",
                        "POOL_CONTROL");
        JsonNode status = get("/system/status");
        assertThat(status.get("alerts")).isEmpty();
        assertThat(status.at("/system/heapUsedBytes").asLong()).isPositive();
    }

    @Test
    void socketsAndStatementsAreMeasured() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        socket.signs(alice.client(), "");
        socket.asks("order.cancelAll", 1, "{}");
        turn(Duration.ofSeconds(1));

        JsonNode sockets = get("/metrics/websocket");
        assertThat(kind(sockets, Measure.CONNECTION_COUNT).get("max").asInt()).isEqualTo(1);
        assertThat(kind(sockets, Measure.BROADCAST_COUNT).get("sum").asInt()).isEqualTo(2);
        JsonNode database = get("/metrics/database");
        assertThat(kind(database, Measure.DATABASE_QUERY_LATENCY).get("count").asInt())
                .isPositive();
        assertThat(kind(database, Measure.SLOW_QUERY_COUNT).get("count").asInt())
                .isZero();
        assertThat(kind(get("/notifications/stats"), Measure.NOTIFICATION_LATENCY)
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void prometheusReadsWithAKeyOrFromADeclaredAddress() throws Exception {
        assertThat(alice.client().get("/api/v1/orders/1").status()).isEqualTo(404);
        assertThat(venue.nobody().raw("GET", "/metrics", "", Map.of()).status()).isEqualTo(401);
        Client.Answer page = ok(administrator.get("/metrics"));
        assertThat(page.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(page.response().body())
                .contains("rialto_api_latency_seconds_count")
                .contains("rialto_http_answers_total{status=\"4xx\"}")
                .contains("rialto_ring_occupancy 0.0")
                .contains("jvm_memory_used_bytes");
        close();

        venue = VenueUnderTest.open(data, Map.of("security.scrapers", "10.0.0.0/8,127.0.0.1"), clock);
        ok(venue.nobody().raw("GET", "/metrics", "", Map.of()));
        assertThat(venue.nobody().raw("GET", BELOW + "/health", "", Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void theStagesOfAnOrderAreToldToWhoAsks() {
        String body = VenueUnderTest.order("BUY", "0.5", "50000.00");
        Map<String, String> asked = Map.of("X-Rialto-Timings", "true");

        Client.Answer timed = ok(alice.client().send("POST", "/api/v1/orders", body, asked));

        assertThat(timed.header("Server-Timing"))
                .matches("ring;dur=[0-9.]+, decide;dur=[0-9.]+, journal;dur=[0-9.]+, reply;dur=[0-9.]+");
        assertThat(ok(alice.client().post("/api/v1/orders", body)).header("Server-Timing"))
                .isEmpty();
        assertThat(ok(alice.client().send("GET", "/api/v1/orders", "", asked)).header("Server-Timing"))
                .isEmpty();
    }

    private void turn(Duration by) {
        clock.turn(by);
    }

    private JsonNode get(String path) {
        return ok(asks("GET", BELOW + path, "")).json();
    }

    /** Signed at the time that the test's clock tells. */
    private Client.Answer asks(String method, String path, String body) {
        Client client = path.startsWith("/api/v1/orders") ? alice.client() : administrator;
        Map<String, String> now = Map.of("X-API-Timestamp", Long.toString(clock.millis()));
        return client.raw(method, path, body, client.signed(method, path, body, now));
    }

    private long fills(String period) {
        return kind(get("/metrics/trading?period=" + period), Measure.FILL_RATE)
                .get("count")
                .asLong();
    }

    private long matched() {
        return kind(get("/metrics/trading?period=PT10M"), Measure.ORDER_MATCHING_LATENCY)
                .get("count")
                .asLong();
    }

    private static JsonNode kind(JsonNode metrics, Measure kind) {
        for (JsonNode each : metrics.get("metrics")) {
            if (each.get("kind").asText().equals(kind.name())) return each;
        }
        throw new AssertionError("not told: " + kind);
    }

    private static List<String> kinds(JsonNode group) {
        List<String> kinds = new ArrayList<>();
        group.forEach(each -> kinds.add(each.get("kind").asText()));
        return kinds;
    }
}
