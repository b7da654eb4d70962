package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.RealPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorRulesTest {
    private static final String EMAIL = "nora@example.com";
    private static final String FACTOR = "/api/v1/users/me/second-factor";
    private static final String KNOWN = body("password", PASSWORD);
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private final TurnedClock clock = new TurnedClock(Instant.now());

    private String secret;
    private final List<String> paper = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsAskedForAtLogInOnceItsFirstCodeWasShown(boolean isPostgres) throws Exception {
        Map<String, String> options = isPostgres ? RealPostgres.settings(elsewhere) : Map.of();
        try (VenueUnderTest venue = VenueUnderTest.open(data, options, clock)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            assertThat(nora.post(FACTOR, body("password", "not that password")).code())
                    .isEqualTo("WRONG_CREDENTIALS");
            Client.Answer begun = ok(nora.post(FACTOR, KNOWN));
            secret = begun.text("secret");
            assertThat(begun.text("uri")).startsWith("otpauth://totp/Rialto%3Anora%40example.com?secret=" + secret);
            ok(nora.logIn(PASSWORD));
            assertThat(nora.post(FACTOR + "/confirm", body("code", wrong())).code())
                    .isEqualTo("WRONG_CODE");
            switchOn(nora);
            assertThat(nora.post(FACTOR, KNOWN).code()).isEqualTo("SECOND_FACTOR_ON");
            assertThat(nora.get("/api/v1/users/me").json().get("secondFactor").asBoolean())
                    .isTrue();

            clock.turn(STEP);
            Client.Answer without = nora.logIn(PASSWORD);
            assertThat(without.status()).isEqualTo(401);
            assertThat(without.code()).isEqualTo("SECOND_FACTOR_REQUIRED");
            assertThat(without.text("field")).isEqualTo("code");
            assertThat(nora.logIn(PASSWORD, wrong()).code()).isEqualTo("WRONG_CODE");
            assertThat(nora.logIn("not that password", code()).code()).isEqualTo("WRONG_CREDENTIALS");
            ok(nora.logIn(PASSWORD, code()));
        }
    }

    @Test
    void aCodeCountsOnceAndOnlyInItsTime() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = withFactor(venue);
            assertThat(nora.logIn(PASSWORD, code()).code())
                    .as("the code that confirmed it")
                    .isEqualTo("WRONG_CODE");
            clock.turn(STEP);
            String first = code();
            ok(nora.logIn(PASSWORD, first));
            assertThat(nora.logIn(PASSWORD, first).code()).isEqualTo("WRONG_CODE");
            clock.turn(STEP);
            String early = at(clock.instant().minus(STEP));
            assertThat(early).isEqualTo(first);
            assertThat(nora.logIn(PASSWORD, early).code()).isEqualTo("WRONG_CODE");
            ok(nora.logIn(PASSWORD, at(clock.instant().plus(STEP))));
            assertThat(nora.logIn(PASSWORD, code()).code())
                    .as("older than one that counted")
                    .isEqualTo("WRONG_CODE");
            clock.turn(STEP.multipliedBy(10));
            assertThat(nora.logIn(PASSWORD, at(clock.instant().minus(STEP.multipliedBy(2))))
                            .code())
                    .isEqualTo("WRONG_CODE");
            assertThat(nora.logIn(PASSWORD, at(clock.instant().plus(STEP.multipliedBy(2))))
                            .code())
                    .isEqualTo("WRONG_CODE");
            ok(nora.logIn(PASSWORD, at(clock.instant().minus(STEP))));
        }
    }

    @Test
    void aCodeOnPaperCountsOnceAndNewOnesTakeItsPlace() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = withFactor(venue);
            assertThat(paper).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("\\w{5}-\\w{5}"));
            ok(nora.logIn(PASSWORD, paper.get(0)));
            assertThat(nora.logIn(PASSWORD, paper.get(0)).code()).isEqualTo("WRONG_CODE");
            ok(nora.logIn(PASSWORD, paper.get(1).toUpperCase(java.util.Locale.ROOT)));
            assertThat(nora.get(FACTOR).json().get("recoveryCodesLeft").asInt()).isEqualTo(8);
            String unused = paper.get(2);
            ok(nora.code(paper.get(3)).post(FACTOR + "/recovery-codes", KNOWN));
            assertThat(nora.get(FACTOR).json().get("recoveryCodesLeft").asInt()).isEqualTo(10);
            assertThat(nora.logIn(PASSWORD, unused).code()).isEqualTo("WRONG_CODE");
        }
    }

    @Test
    void whatIsSensitiveAsksForItAgain() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.withRole(venue, EMAIL, "ADMIN");
            PersonClient other = PersonClient.member(venue, "other@example.com");
            String role = "/api/v1/admin/users/" + other.get("/api/v1/users/me").text("id") + "/role";
            ok(nora.post(role, body("role", "RISK")));
            begin(nora);
            switchOn(nora);
            String next = body("password", PASSWORD, "newPassword", "another morning in Gorizia");
            for (Client.Answer answer : List.of(
                    nora.post(role, body("role", "TRADER")),
                    nora.send("PUT", "/api/v1/users/me/password", next),
                    nora.post(FACTOR + "/disable", KNOWN),
                    nora.post("/api/v1/admin/administrators", "{}"),
                    nora.post("/api/v1/admin/withdrawals", "{}"))) {
                assertThat(answer.code()).isEqualTo("SECOND_FACTOR_REQUIRED");
                assertThat(answer.text("field")).isEqualTo("X-Second-Factor");
            }
            clock.turn(STEP);
            assertThat(nora.code(wrong()).post(role, body("role", "TRADER")).code())
                    .isEqualTo("WRONG_CODE");
            ok(nora.code(code()).post(role, body("role", "TRADER")));
            assertThat(nora.code(code()).post(role, body("role", "RISK")).code())
                    .as("used")
                    .isEqualTo("WRONG_CODE");
            ok(nora.code(paper.get(0)).send("PUT", "/api/v1/users/me/password", next));
            clock.turn(STEP);
            String changed = body("password", "another morning in Gorizia");
            ok(nora.code(code()).post(FACTOR + "/disable", changed));
            ok(nora.logIn("another morning in Gorizia"));
            ok(nora.post(role, body("role", "RISK")));
        }
    }

    @Test
    void guessingCodesWaitsLikeGuessingPasswords() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = withFactor(venue);
            clock.turn(STEP);
            for (int i = 0; i < 5; i++) {
                String path = FACTOR + "/disable";
                assertThat((i % 2 == 0 ? nora.code(wrong()).post(path, KNOWN) : nora.logIn(PASSWORD, wrong())).code())
                        .isEqualTo("WRONG_CODE");
            }
            Client.Answer sixth = nora.code(code()).post(FACTOR + "/disable", KNOWN);
            assertThat(sixth.code()).isEqualTo("TOO_MANY_ATTEMPTS");
            assertThat(sixth.header("Retry-After")).isEqualTo("1");
            clock.turn(Duration.ofSeconds(1));
            ok(nora.code(code()).post(FACTOR + "/disable", KNOWN));
        }
    }

    @Test
    void anAdministratorTakesALostFactorAwayAndItsOwnersSessionsEnd() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient boss = PersonClient.withRole(venue, "boss@example.com", "ADMIN");
            PersonClient nora = withFactor(venue);
            String number = nora.get("/api/v1/users/me").text("id");
            assertThat(nora.post("/api/v1/admin/users/" + number + "/second-factor/disable", "")
                            .status())
                    .isEqualTo(403);
            ok(boss.post("/api/v1/admin/users/" + number + "/second-factor/disable", ""));
            assertThat(nora.get(FACTOR).code()).isEqualTo("SESSION_ENDED");
            ok(nora.logIn(PASSWORD));
        }
    }

    @Test
    void itsSecretsAreInNoFile() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            withFactor(venue);
        }
        byte[] raw = Base32.decode(secret + "=".repeat((8 - secret.length() % 8) % 8));
        List<String> secrets = new ArrayList<>(paper);
        paper.forEach(code -> secrets.add(code.replace("-", "")));
        secrets.add(secret);
        secrets.add(new String(raw, StandardCharsets.ISO_8859_1));
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(secrets).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    private PersonClient withFactor(VenueUnderTest venue) {
        PersonClient nora = PersonClient.member(venue, EMAIL);
        begin(nora);
        switchOn(nora);
        return nora;
    }

    private void begin(PersonClient person) {
        secret = ok(person.post(FACTOR, KNOWN)).text("secret");
    }

    private void switchOn(PersonClient person) {
        JsonNode codes = ok(person.post(FACTOR + "/confirm", body("code", code())))
                .json()
                .get("recoveryCodes");
        codes.forEach(code -> paper.add(code.asText()));
    }

    private String code() {
        return at(clock.instant());
    }

    private String wrong() {
        String right = code();
        return (right.charAt(0) == '9' ? '0' : (char) (right.charAt(0) + 1)) + right.substring(1);
    }

    private String at(Instant moment) {
        byte[] key = Base32.decode(secret + "=".repeat((8 - secret.length() % 8) % 8));
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), moment);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
