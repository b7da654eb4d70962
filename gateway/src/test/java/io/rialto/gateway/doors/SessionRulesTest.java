package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRulesTest {
    private static final String EMAIL = "nora@example.com";
    private static final String ME = "/api/v1/users/me";
    private static final String SESSIONS = ME + "/sessions";

    @TempDir
    private Path data;

    private final TurnedClock clock = new TurnedClock(Instant.now());

    @Test
    void anAccessTokenCountsForItsMinutesAndARefreshTokenBringsTheNext() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("people.access-token", "900"), clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            clock.turn(Duration.ofSeconds(899));
            assertThat(nora.get(ME).status()).isEqualTo(200);
            clock.turn(Duration.ofSeconds(2));
            assertThat(nora.get(ME).code()).isEqualTo("TOKEN_EXPIRED");
            ok(nora.refresh());
            assertThat(nora.get(ME).status()).isEqualTo(200);
        }
    }

    @Test
    void aRefreshTokenThatIsShownTwiceEndsItsWholeFamily() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            PersonClient other = nora.elsewhere();
            String stolen = nora.refreshToken();
            ok(nora.refresh());
            ok(nora.refresh());
            assertThat(nora.refresh(stolen).code()).isEqualTo("TOKEN_REUSED");
            assertThat(nora.get(ME).code()).isEqualTo("SESSION_ENDED");
            assertThat(nora.refresh().code()).isEqualTo("SESSION_ENDED");
            assertThat(other.get(ME).status()).isEqualTo(200);
            assertThat(nora.refresh("made-up").code()).isEqualTo("INVALID_TOKEN");
        }
    }

    @Test
    void aSessionEndsWhenItsTimeIsOverHoweverOftenItWasRenewed() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("people.session", "2"), clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            clock.turn(Duration.ofMinutes(110));
            ok(nora.refresh());
            clock.turn(Duration.ofMinutes(9));
            assertThat(nora.get(ME).status()).isEqualTo(200);
            clock.turn(Duration.ofSeconds(61));
            assertThat(nora.refresh().code()).isEqualTo("SESSION_ENDED");
            assertThat(nora.get(ME).status()).isEqualTo(401);
        }
    }

    @Test
    void onlyTokensOfThisVenueByItsOneAlgorithmAreTaken() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            String good = nora.accessToken();
            String[] parts = good.split("\\.");
            String session = JWT.decode(good).getClaim("sid").asString();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            Algorithm rsa = Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
            for (String bad : List.of(
                    parts[0] + "." + parts[1] + "." + flipped(parts[2]),
                    parts[0] + "." + flipped(parts[1]) + "." + parts[2],
                    parts[0] + "." + parts[1] + ".",
                    parts[0] + "." + parts[1],
                    "a.b.c",
                    "x",
                    claims(session).sign(Algorithm.none()),
                    claims(session).sign(rsa),
                    claims(session).sign(Algorithm.HMAC256("guessed")),
                    claims(session).sign(Algorithm.HMAC512("guessed")),
                    claims(session).sign(Algorithm.HMAC256("" + "\0".repeat(32))))) {
                assertThat(nora.bears(bad).get(ME).code()).as(bad).isEqualTo("INVALID_TOKEN");
            }
            assertThat(nora.bears(good).get(ME).status()).isEqualTo(200);
            Client nobody = venue.nobody();
            for (String header : List.of("Basic abc", "Bearer", "Bearer a b", good)) {
                assertThat(nobody.raw("GET", ME, "", Map.of("Authorization", header))
                                .code())
                        .as(header)
                        .isEqualTo("INVALID_TOKEN");
            }
            assertThat(nora.bears(nora.refreshToken()).get(ME).code()).isEqualTo("INVALID_TOKEN");
        }
    }

    private JWTCreator.Builder claims(String session) {
        return JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withIssuer("rialto")
                .withAudience("rialto")
                .withSubject("1")
                .withClaim("sid", session)
                .withIssuedAt(clock.instant())
                .withExpiresAt(clock.instant().plusSeconds(600));
    }

    private static String flipped(String part) {
        char middle = part.charAt(part.length() / 2);
        return part.substring(0, part.length() / 2)
                + (middle == 'A' ? 'B' : 'A')
                + part.substring(part.length() / 2 + 1);
    }

    @Test
    void sessionsAreListedWithWhereTheyAreAndEndedAtOnce() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient here = PersonClient.member(venue, EMAIL);
            clock.turn(Duration.ofMinutes(2));
            PersonClient there = here.elsewhere();
            JsonNode listed = here.get(SESSIONS).json().get("items");
            assertThat(listed).hasSize(2);
            JsonNode theirs = listed.get(0);
            assertThat(theirs.get("current").asBoolean()).isFalse();
            assertThat(listed.get(1).get("current").asBoolean()).isTrue();
            assertThat(listed.get(1).get("lastSeenAt"))
                    .isNotEqualTo(listed.get(1).get("createdAt"));
            assertThat(theirs.get("address").asText()).isEqualTo("127.0.0.1");
            assertThat(theirs.get("userAgent").asText()).isEqualTo("a screen");
            String id = theirs.get("id").asText();

            PersonClient stranger = PersonClient.member(venue, "stranger@example.com");
            assertThat(stranger.send("DELETE", SESSIONS + "/" + id, "").code()).isEqualTo("UNKNOWN_SESSION");
            assertThat(there.get(ME).status()).isEqualTo(200);
            ok(here.send("DELETE", SESSIONS + "/" + id, ""));
            assertThat(there.get(ME).code()).isEqualTo("SESSION_ENDED");
            assertThat(there.refresh().code()).isEqualTo("SESSION_ENDED");
            assertThat(here.send("DELETE", SESSIONS + "/" + id, "").status()).isEqualTo(404);

            ok(here.post("/api/v1/auth/logout", ""));
            assertThat(here.get(ME).code()).isEqualTo("SESSION_ENDED");
            assertThat(here.refresh().code()).isEqualTo("SESSION_ENDED");
        }
    }

    @Test
    void aConnectionTakesATokenAndAsksAgainWhetherItsSessionCounts() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            PersonClient other = nora.elsewhere();
            SocketClient socket = SocketClient.at(venue.port());
            assertThat(socket.asks("auth", 1, body("token", "a.b.c"))
                            .get("code")
                            .asText())
                    .isEqualTo("INVALID_TOKEN");
            JsonNode signed = socket.asks("auth", 2, body("token", nora.accessToken()));
            assertThat(signed.get("status").asInt()).isEqualTo(200);
            assertThat(socket.asks("order.place", 3, order("BUY", "1", "10.00"))
                            .get("code")
                            .asText())
                    .isEqualTo("INSUFFICIENT_FUNDS");
            String session = JWT.decode(nora.accessToken()).getClaim("sid").asString();
            ok(other.send("DELETE", SESSIONS + "/" + session, ""));
            assertThat(socket.asks("order.place", 4, order("BUY", "1", "10.00"))
                            .get("code")
                            .asText())
                    .isEqualTo("SESSION_ENDED");
        }
    }
}
