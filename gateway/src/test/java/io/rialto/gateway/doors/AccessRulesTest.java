package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessRulesTest {
    private static final String BALANCES = "/api/v1/portfolio/balances";

    @TempDir
    private Path data;

    @Test
    void whatIsWrongWithASignatureIsSaidAndChangesNothing() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader alice = venue.trader("alice", Map.of("USD", "1000"));
            Client client = alice.client();
            long before = venue.sequence();
            String body = order("BUY", "1", "1.00");
            Map<String, String> good = client.signed("POST", "/api/v1/orders", body, Map.of());

            for (String header : List.of("X-API-Key", "X-API-Timestamp", "X-API-Nonce", "X-API-Signature")) {
                refused(client.send("POST", "/api/v1/orders", body, Map.of(header, "")), "MISSING_CREDENTIALS", header);
            }
            refused(client.send("GET", BALANCES, "", Map.of("X-API-Key", "none")), "UNKNOWN_KEY", "X-API-Key");
            refused(
                    client.send("GET", BALANCES, "", Map.of("X-API-Signature", "00".repeat(32))),
                    "INVALID_SIGNATURE",
                    "X-API-Signature");
            refused(
                    client.raw("POST", "/api/v1/orders", body.replace("1.00", "2.00"), good),
                    "INVALID_SIGNATURE",
                    "X-API-Signature");
            refused(client.raw("GET", BALANCES, "", good), "INVALID_SIGNATURE", "X-API-Signature");
            refused(
                    client.raw("GET", BALANCES + "?limit=1", "", client.signed("GET", BALANCES, "", Map.of())),
                    "INVALID_SIGNATURE",
                    "X-API-Signature");
            String upper = good.get("X-API-Signature").toUpperCase(java.util.Locale.ROOT);
            refused(
                    client.send("GET", BALANCES, "", Map.of("X-API-Signature", upper)),
                    "INVALID_SIGNATURE",
                    "X-API-Signature");
            assertThat(venue.sequence()).isEqualTo(before);
        }
    }

    @Test
    void aRequestIsTakenWithinItsWindowOnly() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client client = venue.trader("alice", Map.of()).client();

            refused(timed(client, -5_500, Map.of()), "STALE_TIMESTAMP", "X-API-Timestamp");
            refused(timed(client, 3_000, Map.of()), "STALE_TIMESTAMP", "X-API-Timestamp");
            assertThat(timed(client, -20_000, Map.of("X-API-Window", "30000")).status())
                    .isEqualTo(200);
            assertThat(timed(client, -4_000, Map.of()).status()).isEqualTo(200);
            refused(
                    client.send("GET", BALANCES, "", Map.of("X-API-Timestamp", "now")),
                    "STALE_TIMESTAMP",
                    "X-API-Timestamp");
            Client.Answer wide = timed(client, 0, Map.of("X-API-Window", "60001"));
            assertThat(wide.status()).isEqualTo(400);
            assertThat(wide.text("field")).isEqualTo("X-API-Window");
        }
    }

    @Test
    void aNonceIsTakenOnceAlsoAcrossARestart() throws Exception {
        Map<String, String> signed;
        Trader alice;
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            alice = venue.trader("alice", Map.of());
            signed = alice.client().signed("GET", BALANCES, "", Map.of("X-API-Window", "60000"));

            assertThat(alice.client().raw("GET", BALANCES, "", signed).status()).isEqualTo(200);
            refused(alice.client().raw("GET", BALANCES, "", signed), "NONCE_REUSED", "X-API-Nonce");
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client client = venue.again(alice.key(), alice.secret());
            refused(client.raw("GET", BALANCES, "", signed), "NONCE_REUSED", "X-API-Nonce");
            assertThat(client.get(BALANCES).status()).isEqualTo(200);
        }
    }

    @Test
    void aRefusedRequestDoesNotSpendItsNonce() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client client = venue.trader("alice", Map.of()).client();
            Map<String, String> nonce = Map.of("X-API-Nonce", "once");
            Map<String, String> good = client.signed("GET", BALANCES, "", nonce);

            refused(
                    client.send("GET", BALANCES, "", Map.of("X-API-Nonce", "once", "X-API-Signature", "00")),
                    "INVALID_SIGNATURE",
                    "X-API-Signature");
            assertThat(client.raw("GET", BALANCES, "", good).status()).isEqualTo(200);
        }
    }

    @Test
    void theDataDirectoryKeepsItsSecrets() throws Exception {
        String secret;
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader alice = venue.trader("alice in person", Map.of("USD", "1000"));
            alice.places("BUY", "1", "1.00");
            secret = alice.secret();
            String bootstrap = Files.readString(data.resolve("bootstrap-admin.json"));

            for (String file : List.of("bootstrap-admin.json", "master.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThat(venue.said()).noneMatch(line -> line.contains(secret) || bootstrap.contains(line));
            assertThat(String.join("\n", venue.said())).contains("bootstrap-admin.json");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(contains(file, secret)).as("%s holds a secret", file).isFalse();
            }
        }
        try (Stream<Path> files = Files.walk(data.resolve("journal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(contains(file, "alice in person"))
                        .as("%s holds a name", file)
                        .isFalse();
            }
        }
    }

    private static boolean contains(Path file, String text) throws Exception {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
    }

    private static Client.Answer timed(Client client, long millis, Map<String, String> more) {
        String timestamp = Long.toString(System.currentTimeMillis() + millis);
        Map<String, String> headers = client.signed("GET", BALANCES, "", Map.of("X-API-Timestamp", timestamp));
        headers.putAll(more);
        return client.raw("GET", BALANCES, "", headers);
    }

    private static void refused(Client.Answer answer, String code, String field) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("field")).isEqualTo(field);
    }
}
