package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.RealPostgres;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRulesTest extends KeyedVenue {
    @ParameterizedTest
    @EnumSource
    void aKeyLivesItsWholeLifeAtEitherDatabase(BothDatabases kind) throws Exception {
        open(kind == BothDatabases.POSTGRESQL ? RealPostgres.settings(data) : Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, "");
        String path = KEYS + "/" + made.text("key");
        Client bot = again(made);
        assertThat(made.status()).isEqualTo(201);
        assertThat(get(bot, BALANCES).status()).isEqualTo(200);
        assertThat(get(alice, path).json().has("secret")).isFalse();
        assertThat(get(alice, path).text("label")).isEqualTo("bot");
        assertThat(get(alice, KEYS).json().get("items")).hasSize(2);

        ok(send(alice, "PUT", path, "{\"label\":\"other\",\"status\":\"INACTIVE\"}"));
        refused(get(bot, BALANCES), 401, "KEY_INACTIVE");
        ok(send(alice, "PUT", path, "{\"status\":\"ACTIVE\"}"));
        assertThat(get(bot, BALANCES).status()).isEqualTo(200);
        assertThat(get(alice, path).text("label")).isEqualTo("other");

        assertThat(ok(send(alice, "DELETE", path, "")).text("status")).isEqualTo("REVOKED");
        refused(get(bot, BALANCES), 401, "KEY_REVOKED");
        refused(send(alice, "PUT", path, "{\"status\":\"ACTIVE\"}"), 409, "KEY_ENDED");
        refused(send(alice, "POST", path + "/rotate", "{}"), 409, "KEY_ENDED");
    }

    @Test
    void aForeignKeyIsAnsweredLikeAnAbsentOne() throws Exception {
        open(Map.of());
        String own = KEYS + "/" + makes(trader("alice").client(), "").text("key");
        Client bob = trader("bob").client();
        for (String[] each : List.of(
                new String[] {"GET", "", ""},
                new String[] {"PUT", "", "{\"label\":\"x\"}"},
                new String[] {"DELETE", "", ""},
                new String[] {"POST", "/rotate", "{}"},
                new String[] {"POST", "/verify", "{}"},
                new String[] {"GET", "/audit-logs", ""})) {
            JsonNode foreign = send(bob, each[0], own + each[1], each[2]).json();
            JsonNode absent =
                    send(bob, each[0], KEYS + "/absent" + each[1], each[2]).json();
            for (String field : List.of("status", "code", "detail", "field")) {
                assertThat(foreign.get(field)).as("%s %s", each[0], field).isEqualTo(absent.get(field));
            }
            assertThat(foreign.get("status").asInt()).isEqualTo(404);
        }
    }

    @Test
    void aPersonMakesKeysForHisAccountAndSeesThemAsItsOtherKeysDo() throws Exception {
        venue = VenueUnderTest.open(data);
        PersonClient nora = PersonClient.member(venue, "nora@example.com");
        Client.Answer made = ok(nora.post(KEYS, "{\"scopes\":[\"read\",\"trade\"]}"));
        JsonNode seen = ok(again(made).get(KEYS)).json().get("items");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("id").asText()).isEqualTo(made.text("key"));
        refused(nora.post(KEYS, "{\"scopes\":[\"admin\"]}"), 403, "FORBIDDEN");
        JsonNode log =
                ok(nora.get(KEYS + "/" + made.text("key") + "/audit-logs")).json();
        assertThat(log.at("/items/0/actor").asText()).endsWith(" session");
    }

    @Test
    void afterARotationTheOldSecretIsGoodUntilTheChosenMoment() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, "");
        String path = KEYS + "/" + made.text("key");
        Client.Answer rotated = ok(send(alice, "POST", path + "/rotate", "{\"overlapSeconds\":60}"));
        assertThat(rotated.text("secret")).isNotEmpty().isNotEqualTo(made.text("secret"));
        assertThat(get(again(rotated), BALANCES).status()).isEqualTo(200);
        clock.turn(Duration.ofMillis(59_999));
        assertThat(get(again(made), BALANCES).status()).isEqualTo(200);
        clock.turn(Duration.ofMillis(1));
        refused(get(again(made), BALANCES), 401, "INVALID_SIGNATURE");

        Client.Answer atOnce = ok(send(alice, "POST", path + "/rotate", "{}"));
        refused(get(again(rotated), BALANCES), 401, "INVALID_SIGNATURE");
        assertThat(get(again(atOnce), BALANCES).status()).isEqualTo(200);
        refused(send(alice, "POST", path + "/rotate", "{\"overlapSeconds\":86401}"), 400, "INVALID_VALUE");
        venue.close();
        open(Map.of());
        assertThat(get(again(atOnce), BALANCES).status()).isEqualTo(200);
    }

    @Test
    void verifySaysWhetherAKeyWouldBeTaken() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, ",\"addresses\":[\"127.0.0.0/8\"]");
        String path = KEYS + "/" + made.text("key") + "/verify";
        String signature = again(made).signatureOf("a text");
        Client.Answer good = ok(send(alice, "POST", path, "{\"text\":\"a text\",\"signature\":\"" + signature + "\"}"));
        assertThat(good.json().get("valid").asBoolean()).isTrue();
        assertThat(good.text("signature")).isEqualTo("CURRENT");
        Client.Answer wrong =
                ok(send(alice, "POST", path, "{\"text\":\"another\",\"signature\":\"" + signature + "\"}"));
        assertThat(wrong.json().get("valid").asBoolean()).isFalse();
        assertThat(ok(send(alice, "POST", path, "{\"address\":\"192.0.2.1\"}"))
                        .json()
                        .get("valid")
                        .asBoolean())
                .isFalse();
        assertThat(ok(send(alice, "POST", path, "{}")).json().get("valid").asBoolean())
                .isTrue();
    }

    @Test
    void useAndErrorsAreCountedAcrossARestart() throws Exception {
        open(Map.of());
        Trader trader = trader("alice");
        Client alice = trader.client();
        Client.Answer made = makes(alice, "");
        String path = KEYS + "/" + made.text("key");
        assertThat(get(alice, path).json().get("lastUsedAt").isNull()).isTrue();
        for (int i = 0; i < 3; i++) get(again(made), BALANCES);
        send(again(made), "POST", ORDERS, "{\"symbol\":\"NONE\"}");
        get(venue.again(made.text("key"), "wrong"), BALANCES);
        assertCounts(get(alice, path), 4, 2);
        venue.close();
        open(Map.of());
        assertCounts(get(venue.again(trader.key(), trader.secret()), path), 4, 2);
    }

    private static void assertCounts(Client.Answer key, int uses, int errors) {
        assertThat(key.json().get("uses").asInt()).isEqualTo(uses);
        assertThat(key.json().get("errors").asInt()).isEqualTo(errors);
        assertThat(key.text("lastUsedAt")).startsWith("2027-01-15T08:00:00");
    }

    @Test
    void everyOperationIsLoggedWithAddressAndProgramSuccessOrNot() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client bob = trader("bob").client();
        String path = KEYS + "/" + makes(alice, "").text("key");
        get(alice, path);
        send(alice, "PUT", path, "{\"status\":\"EXPIRED\"}");
        send(bob, "DELETE", path, "");
        send(alice, "POST", path + "/rotate", "{}");
        send(alice, "POST", path + "/verify", "{}");
        send(alice, "DELETE", path, "");
        List<String> log = new ArrayList<>();
        JsonNode items = get(alice, path + "/audit-logs").json().get("items");
        for (JsonNode item : items) {
            log.add(item.get("operation").asText() + " " + item.get("outcome").asText());
            assertThat(item.get("address").asText()).isEqualTo("127.0.0.1");
            assertThat(item.get("userAgent").asText()).isEqualTo("rules/1");
        }
        assertThat(log)
                .containsExactly(
                        "REVOKE OK",
                        "VERIFY OK",
                        "ROTATE OK",
                        "REVOKE UNKNOWN_API_KEY",
                        "CHANGE INVALID_VALUE",
                        "READ OK",
                        "CREATE OK");
        JsonNode first = get(alice, KEYS).json().get("items").get(0);
        JsonNode made = get(alice, KEYS + "/" + first.get("key").asText() + "/audit-logs")
                .json()
                .get("items")
                .get(0);
        assertThat(made.get("operation").asText()).isEqualTo("CREATE");
        assertThat(made.get("actor").asText()).startsWith("account:0 key:");
        JsonNode page = get(alice, path + "/audit-logs?limit=3").json();
        assertThat(page.get("items")).hasSize(3);
        JsonNode rest = get(
                        alice, path + "/audit-logs?cursor=" + page.get("next").asText())
                .json();
        assertThat(rest.at("/items/0/operation").asText()).isEqualTo("ROTATE");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void anAdministratorRevokesAnybodysKey() throws Exception {
        open(Map.of());
        Trader alice = trader("alice");
        String path = "/api/v1/admin/api-keys/" + alice.key();
        refused(send(alice.client(), "DELETE", path, ""), 403, "FORBIDDEN");
        refused(send(venue.administrator(), "DELETE", path + "x", ""), 404, "UNKNOWN_API_KEY");
        assertThat(ok(send(venue.administrator(), "DELETE", path, "")).text("status"))
                .isEqualTo("REVOKED");
        refused(get(alice.client(), BALANCES), 401, "KEY_REVOKED");
        assertThat(ok(send(venue.administrator(), "DELETE", path, "")).text("status"))
                .isEqualTo("REVOKED");
        JsonNode audited = ok(get(venue.administrator(), "/api/v1/admin/audit?outcome=OK"))
                .json()
                .get("items");
        assertThat(audited.get(0).get("path").asText()).isEqualTo(path);
    }

    @Test
    void aConnectionEndsWithItsKey() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, "");
        SocketClient socket = SocketClient.at(venue.port());
        Map<String, String> now = Map.of("X-API-Timestamp", Long.toString(clock.millis()));
        assertThat(socket.signs(again(made), now, "").get("status").asInt()).isEqualTo(200);
        ok(send(alice, "DELETE", KEYS + "/" + made.text("key"), ""));
        assertThat(socket.next().get("op").asText()).isEqualTo("closed");
    }

    @Test
    void aKeyThatOneGatewayRevokesIsRevokedAtTheOther(@TempDir Path other) throws Exception {
        Map<String, String> shared = RealPostgres.settings(data);
        open(shared);
        Files.copy(data.resolve("master.key"), other.resolve("master.key"));
        Trader alice = trader("alice");
        Client.Answer made = makes(alice.client(), "");
        try (VenueUnderTest second = VenueUnderTest.open(other, shared, clock)) {
            Client bot = second.again(made.text("key"), made.text("secret"));
            assertThat(get(bot, "/api/v1/api-keys").status()).isEqualTo(200);
            ok(send(alice.client(), "DELETE", KEYS + "/" + made.text("key"), ""));
            await(() -> get(bot, "/api/v1/api-keys").code().equals("KEY_REVOKED"));
        }
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
