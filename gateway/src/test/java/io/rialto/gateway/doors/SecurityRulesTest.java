package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue that faces the internet behind a proxy on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityRulesTest {
    private static final String PAGE = "https://app.example.com";
    private static final String STRANGER = "https://evil.example.net";

    private VenueUnderTest venue;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(
                data,
                Map.of(
                        "security.preset",
                        "production",
                        "security.hosts",
                        "venue.example.com, *.trade.example.com, 127.0.0.1",
                        "security.origins",
                        PAGE,
                        "security.proxies",
                        "127.0.0.0/8"));
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @CsvSource({
        "venue.example.com, 200",
        "VENUE.example.com:443, 200",
        "eu.trade.example.com, 200",
        "a.b.trade.example.com, 200",
        "trade.example.com, 421",
        "xtrade.example.com, 421",
        "venue.example.com.evil.net, 421",
        "evil.example.net, 421",
        "10.0.0.1, 421",
        "[::1], 421"
    })
    void itAnswersToItsNamesAlone(String host, int status) throws IOException {
        String answer = exchange("GET /api/v1/time HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 421) assertThat(answer).contains("\"code\":\"UNKNOWN_HOST\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/time, venue.example.com, 200",
        "GET /nowhere, venue.example.com, 404",
        "DELETE /api/v1/time, venue.example.com, 405",
        "GET /api/v1/portfolio, venue.example.com, 401",
        "GET /api/v1/time, evil.example.net, 421",
        "GET /%%zz, venue.example.com, 400"
    })
    void everyAnswerHasTheHeaders(String request, String host, int status) throws IOException {
        String answer = exchange(request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains")
                .contains("Content-Security-Policy: default-src 'self'")
                .contains("X-Frame-Options: DENY")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("Permissions-Policy: camera=()")
                .contains("X-XSS-Protection: 0")
                .doesNotContain("unsafe-inline", "Server:");
    }

    @Test
    void aPageInTheListMayAsk() {
        Client.Answer asked = preflight(PAGE);
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("X-API-Signature", "Idempotency-Key");
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(asked.header("Vary")).isEqualTo("Origin");
        Client.Answer read = time(PAGE);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(read.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        STRANGER,
        "http://app.example.com",
        "https://app.example.com:8443",
        "https://app.example.com.evil.net",
        "https://APP.example.com",
        "http://localhost:3000",
        "null"
    })
    void noOtherPageMay(String origin) {
        Client.Answer asked = preflight(origin);
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.code()).isEqualTo("ORIGIN_NOT_ALLOWED");
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(time(origin).header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aStrangersPageOpensNoSocket() throws IOException {
        assertThat(exchange(upgrade(STRANGER))).startsWith("HTTP/1.1 403").contains("ORIGIN_NOT_ALLOWED");
        assertThat(exchange(upgrade(PAGE))).startsWith("HTTP/1.1 101");
    }

    private static String upgrade(String origin) {
        return "GET /api/v1/ws HTTP/1.1\r\nHost: venue.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: " + origin
                + "\r\n\r\n";
    }

    private Client.Answer preflight(String origin) {
        return venue.nobody()
                .raw(
                        "OPTIONS",
                        "/api/v1/orders",
                        "",
                        Map.of("Origin", origin, "Access-Control-Request-Method", "POST"));
    }

    private Client.Answer time(String origin) {
        return venue.nobody().raw("GET", "/api/v1/time", "", Map.of("Origin", origin));
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", venue.port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = new byte[8_192];
            int length = 0;
            while (!isWhole(answer, length)) {
                int read = socket.getInputStream().read(answer, length, answer.length - length);
                if (read < 0) break;
                length += read;
            }
            return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** What asks for an upgrade stays open; everything else ends. */
    private static boolean isWhole(byte[] answer, int length) {
        String text = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        return text.contains("correlationId") || text.startsWith("HTTP/1.1 101") && text.contains("\r\n\r\n");
    }
}
