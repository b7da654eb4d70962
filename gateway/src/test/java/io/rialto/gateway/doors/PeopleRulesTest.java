package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.RealPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleRulesTest {
    private static final String EMAIL = "nora@example.com";
    private static final String ME = "/api/v1/users/me";

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoRegistersHasAnAccountAndTradesByHisTokenAlone(boolean isPostgres) throws Exception {
        Map<String, String> options = isPostgres ? RealPostgres.settings(elsewhere) : Map.of();
        try (VenueUnderTest venue = VenueUnderTest.open(data, options)) {
            PersonClient nora = PersonClient.at(venue, "Nora@Example.com");
            Client.Answer registered = nora.register(PASSWORD);
            assertThat(registered.status()).isEqualTo(202);
            assertThat(registered.text("email")).isEqualTo(EMAIL);
            assertThat(nora.get(ME).code()).isEqualTo("MISSING_CREDENTIALS");
            ok(nora.logIn(PASSWORD));
            assertThat(nora.get(ME).text("role")).isEqualTo("TRADER");
            String account = nora.get(ME).text("account");
            ok(venue.administrator()
                    .post("/api/v1/admin/deposits", body("account", account, "asset", "USD", "amount", "1000")));

            Client.Answer placed = nora.post("/api/v1/orders", order("BUY", "1", "10.00"));
            assertThat(placed.status()).isEqualTo(201);
            assertThat(placed.text("account")).isEqualTo(account);
            assertThat(nora.get("/api/v1/orders?status=OPEN").json().get("items"))
                    .hasSize(1);
            assertThat(nora.get("/api/v1/admin/accounts").status()).isEqualTo(403);
            assertThat(nora.get("/api/v1/portfolio/balances?account=101").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoRegistersDoesNotLearnWhetherTheAddressIsTaken() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            long before = venue.sequence();
            PersonClient nora = PersonClient.at(venue, EMAIL);
            Client.Answer first = ok(nora.register(PASSWORD));
            Client.Answer again = PersonClient.at(venue, "NORA@example.com").register("another quiet morning");
            assertThat(again.status()).isEqualTo(first.status());
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(venue.sequence()).as("neither opens an account").isEqualTo(before);
            assertThat(nora.logIn("another quiet morning").code()).isEqualTo("WRONG_CREDENTIALS");
            ok(nora.logIn(PASSWORD));
            assertThat(nora.get(ME).text("account")).isEqualTo("100");
        }
    }

    @Test
    void aWeakPasswordIsRefusedByItsRuleAndNeverShown() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient nora = PersonClient.at(venue, "noraquist@example.com");
            long before = venue.sequence();
            for (String weak : List.of(
                    "short-one",
                    "x".repeat(129),
                    "abababababab",
                    "abcdefghijklmn",
                    "987654321098",
                    "Password1234",
                    "iloveyouforever",
                    "dear NoraQuist, hello")) {
                Client.Answer refused = nora.register(weak);
                assertThat(refused.code()).as(weak).isEqualTo("WEAK_PASSWORD");
                assertThat(refused.text("field")).isEqualTo("password");
                assertThat(refused.response().body()).doesNotContain(weak);
            }
            Client.Answer number = nora.post(
                    "/api/v1/auth/register", "{\"email\":\"a@b.ch\",\"name\":\"Nora\",\"password\":987612345678}");
            assertThat(number.code()).isEqualTo("WRONG_TYPE");
            assertThat(number.response().body()).doesNotContain("987612345678");
            assertThat(nora.post(
                                    "/api/v1/auth/register",
                                    body("email", "no address", "name", "N", "password", PASSWORD))
                            .text("field"))
                    .isEqualTo("email");
            assertThat(venue.sequence()).isEqualTo(before);
        }
    }

    @Test
    void whatPeopleTellOfThemselvesIsCheckedFieldByFieldAndKept() throws Exception {
        PersonClient nora;
        String all = "{\"name\":\"Nora Q.\",\"profile\":{\"phone\":\"+41441234567\",\"country\":\"CH\"},"
                + "\"preferences\":{\"theme\":\"DARK\",\"language\":\"de\",\"timeZone\":\"Europe/Zurich\","
                + "\"defaultSymbol\":\"BTC-USD\"},\"settings\":{\"confirmOrders\":true}}";
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            nora = PersonClient.member(venue, EMAIL);
            ok(nora.send("PATCH", ME, all));
            for (String bad : List.of(
                    "{\"role\":\"ADMIN\"}",
                    "{\"account\":\"1\"}",
                    "{\"profile\":{\"country\":\"Utopia\"}}",
                    "{\"profile\":{\"admin\":true}}",
                    "{\"preferences\":{\"timeZone\":\"Mars/Olympus\"}}",
                    "{\"settings\":{\"confirmOrders\":\"yes\"}}",
                    "{\"profile\":[]}")) {
                assertThat(nora.send("PATCH", ME, bad).status()).as(bad).isEqualTo(400);
            }
            ok(nora.send("PATCH", ME, "{\"profile\":{\"phone\":null}}"));
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient again = PersonClient.at(venue, EMAIL);
            ok(again.logIn(PASSWORD));
            JsonNode me = again.get(ME).json();
            assertThat(me.get("name").asText()).isEqualTo("Nora Q.");
            assertThat(me.get("role").asText()).isEqualTo("TRADER");
            assertThat(me.get("profile").get("phone").isNull()).isTrue();
            assertThat(me.get("profile").get("country").asText()).isEqualTo("CH");
            assertThat(me.get("preferences").get("theme").asText()).isEqualTo("DARK");
            assertThat(me.get("settings").get("confirmOrders").asBoolean()).isTrue();
            assertThat(me.get("settings").get("showBalances").isNull()).isTrue();
        }
    }

    @Test
    void aPasswordIsChangedByWhoKnowsItAndEndsAllOtherSessions() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient here = PersonClient.member(venue, EMAIL);
            PersonClient there = here.elsewhere();
            String path = ME + "/password";
            String next = "another morning in Gorizia";
            assertThat(here.send("PUT", path, body("password", "not the old one", "newPassword", next))
                            .code())
                    .isEqualTo("WRONG_CREDENTIALS");
            assertThat(here.send("PUT", path, body("password", PASSWORD, "newPassword", "password1234"))
                            .code())
                    .isEqualTo("WEAK_PASSWORD");
            assertThat(there.get(ME).status()).isEqualTo(200);
            ok(here.send("PUT", path, body("password", PASSWORD, "newPassword", next)));
            assertThat(here.get(ME).status()).isEqualTo(200);
            assertThat(there.get(ME).code()).isEqualTo("SESSION_ENDED");
            assertThat(there.refresh().code()).isEqualTo("SESSION_ENDED");
            assertThat(there.logIn(PASSWORD).code()).isEqualTo("WRONG_CREDENTIALS");
            assertThat(there.logIn(next).status()).isEqualTo(200);
        }
    }

    @Test
    void programsHaveNoBusinessWithPeoplesOwnRoutes() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client program = venue.trader("robot", Map.of()).client();
            assertThat(program.get(ME).code()).isEqualTo("FORBIDDEN");
            assertThat(program.get(ME + "/sessions").code()).isEqualTo("FORBIDDEN");
            assertThat(program.post("/api/v1/auth/logout", "").code()).isEqualTo("FORBIDDEN");
            assertThat(program.send("GET", ME, "", Map.of("Authorization", "Bearer a.b.c"))
                            .code())
                    .isEqualTo("INVALID_VALUE");
        }
    }

    @Test
    void noSecretAndNothingPersonalIsInHistoryOrInPlainSightInTheDatabase() throws Exception {
        String access;
        String refresh;
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient nora = PersonClient.member(venue, EMAIL);
            nora.post("/api/v1/orders", order("BUY", "1", "10.00"));
            ok(nora.refresh());
            access = nora.accessToken();
            refresh = nora.refreshToken();
        }
        List<String> secrets = List.of(PASSWORD, access, refresh);
        assertThat(holding(data, secrets)).isEmpty();
        assertThat(holding(data.resolve("journal"), List.of(EMAIL, "Nora Quist")))
                .isEmpty();
    }

    private static List<Path> holding(Path directory, List<String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> texts.stream().anyMatch(content(file)::contains))
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
