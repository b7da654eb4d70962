package io.rialto.gateway.wire;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who speaks a byte at a time is cut off; who is merely patient is served. */
class SlowClientRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aByteAtATimeHoldsNoConnection() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.header-timeout", "2000", "http.least-rate", "500"));
        Trader trader = venue.trader("tess", Map.of("USD", "1000"));
        String start = "GET /api/v1/time HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        String order = order(trader, 30_000);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<Speaker> honest = says(threads, order, 200);
            List<CompletableFuture<Speaker>> slow = List.of(
                    says(threads, start + "X-Slow: " + "a".repeat(7_000), 1),
                    says(threads, "G".repeat(7_000), 1),
                    says(threads, "\r\n".repeat(7_000), 1),
                    says(threads, post(30_000) + "a".repeat(29_999), 5));

            for (CompletableFuture<Speaker> each : slow)
                assertThat(each.get().isClosed()).isTrue();
            assertThat(honest.get().hears("createdAt")).contains("HTTP/1.1 201", "\"status\":\"NEW\"");
        } finally {
            threads.shutdown();
        }
        assertThat(measured("rialto_http_slow_clients_total")).isEqualTo(4);
    }

    @Test
    void aSilentConnectionIsNotSlowAndNoneIsBetweenTwoRequests() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.header-timeout", "100"));
        try (Speaker silent = new Speaker(venue.port());
                Speaker kept = new Speaker(venue.port());
                Speaker slow = new Speaker(venue.port())) {
            kept.asksTheTime();
            assertThat(slow.saysSlowly("G".repeat(7_000), 1).isClosed()).isTrue();
            assertThat(kept.asksTheTime()).contains("HTTP/1.1 200");
            assertThat(silent.asksTheTime()).contains("HTTP/1.1 200");
        }
        assertThat(measured("rialto_http_slow_clients_total")).isEqualTo(1);
    }

    @Test
    void bodiesThatAreStillOnTheirWayHoldNoThread() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.header-timeout", "600000", "http.threads", "8"));
        Trader trader = venue.trader("tess", Map.of("USD", "1000"));
        List<Speaker> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Speaker each = new Speaker(venue.port());
            each.says(post(1_000) + "a".repeat(500));
            slow.add(each);
        }

        ok(trader.places("BUY", "0.5", "100.00"));

        assertThat(measured("rialto_http_slow_clients_total")).isZero();
        for (Speaker each : slow) {
            each.says("a".repeat(500));
            assertThat(each.hears("correlationId")).contains("HTTP/1.1 401");
            each.close();
        }
    }

    private CompletableFuture<Speaker> says(ExecutorService threads, String text, int piece) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Speaker(venue.port()).saysSlowly(text, piece);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                threads);
    }

    private static String post(int length) {
        return "POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    /** A good one, with much room in it. */
    private static String order(Trader trader, int length) {
        String order = VenueUnderTest.order("BUY", "0.5", "100.00");
        String body = order + " ".repeat(length - order.length());
        StringBuilder head = new StringBuilder(post(length).replace("\r\n\r\n", "\r\n"));
        trader.client().signed("POST", "/api/v1/orders", body, Map.of()).forEach((name, value) -> {
            if (!name.equals("Content-Type"))
                head.append(name).append(": ").append(value).append("\r\n");
        });
        return head.append("\r\n").append(body).toString();
    }

    private long measured(String counter) throws Exception {
        String page = ok(venue.administrator().get("/metrics")).response().body();
        return page.lines()
                .filter(line -> line.startsWith(counter + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(counter.length())))
                .findFirst()
                .orElseThrow();
    }
}
