package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no well-behaved client would send, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireRulesTest {
    private VenueUnderTest venue;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data);
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GARBAGE\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "GET / HTTP/1.1\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "GET /health HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "GET /%%zz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "GET /api/v1/market/a%00b/book HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "GET /api/v1/%2e%2e/x HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "POST /api/v1/orders HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -5\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "POST /api/v1/orders HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n|400|MALFORMED_REQUEST",
                "POST /api/v1/orders HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n|400|MALFORMED_REQUEST",
                "POST /api/v1/orders HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 70000\\r\\n\\r\\nLARGE|413|BODY_TOO_LARGE",
                "FOO /api/v1/time HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n|405|METHOD_NOT_ALLOWED",
                "GET /LARGE HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n|414|URI_TOO_LONG",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nX: LARGE\\r\\n\\r\\n|431|HEADERS_TOO_LARGE"
            })
    void whatIsNotWellFormedIsAProblemLikeAllOthers(String request, int status, String code) throws IOException {
        String answer = exchange(request.replace("\\r\\n", "\r\n").replace("LARGE", "a".repeat(70_000)));

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
        assertThat(answer).contains("\"code\":\"" + code + "\"").doesNotContain("jetty", "Exception", "\tat ");
    }

    @Test
    void aCorrelationIdIsTheClientsWhenItIsAUuid() {
        String id = UUID.randomUUID().toString();
        assertThat(time(Map.of("X-Correlation-Id", id))).isEqualTo(id);
        assertThat(time(Map.of("X-Request-Id", id))).isEqualTo(id);
        assertThat(time(Map.of("X-Correlation-Id", "mine")))
                .isNotEqualTo("mine")
                .hasSize(36);
    }

    @Test
    void theOpenRoutesAnswerAnybody() {
        Client nobody = venue.nobody();
        for (String path : new String[] {
            "/health",
            "/health/live",
            "/health/ready",
            "/api/v1/time",
            "/api/v1/limits",
            "/api/v1/assets",
            "/api/v1/instruments",
            "/api/v1/instruments/BTC-USD",
            "/api/v1/fees",
            "/api/v1/market/tickers",
            "/api/v1/market/BTC-USD/book",
            "/api/v1/market/BTC-USD/trades?limit=5",
            "/api/v1/market/BTC-USD/ticker?minSequence=1"
        }) {
            assertThat(nobody.raw("GET", path, "", Map.of()).status()).as(path).isEqualTo(200);
        }
    }

    private String time(Map<String, String> headers) {
        return venue.nobody().raw("GET", "/api/v1/time", "", headers).header("X-Correlation-Id");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", venue.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = new byte[8_192];
            int length = socket.getInputStream().readNBytes(answer, 0, 12);
            while (!new String(answer, 0, length, StandardCharsets.ISO_8859_1).contains("correlationId")) {
                int read = socket.getInputStream().read(answer, length, answer.length - length);
                if (read < 0) break;
                length += read;
            }
            return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
