package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.RealPostgres;
import io.rialto.gateway.settings.VenueConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditRulesTest {
    private static final String AUDIT = "/api/v1/admin/audit";
    private static final String HALT = "/api/v1/admin/halt";

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private final TurnedClock clock = new TurnedClock(Instant.parse("2027-01-15T08:00:00Z"));
    private VenueUnderTest venue;
    private Client first;
    private Map<String, String> options = Map.of();
    private VenueConfig.Control control = VenueConfig.Control.EMBEDDED;

    private void open(BothDatabases kind) throws Exception {
        if (kind == BothDatabases.POSTGRESQL) {
            options = RealPostgres.settings(elsewhere);
            control = RealPostgres.config(options);
        }
        venue = VenueUnderTest.open(data, options, clock);
        first = venue.administrator();
    }

    @AfterEach
    void close() {
        if (venue != null) venue.close();
    }

    private Client.Answer get(String path) {
        return send("GET", path, "");
    }

    private Client.Answer send(String method, String path, String body) {
        return first.send(method, path, body, Map.of("User-Agent", "rules/1"));
    }

    private List<JsonNode> items(String query) {
        List<JsonNode> items = new ArrayList<>();
        ok(get(AUDIT + query)).json().get("items").forEach(items::add);
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorsChangeIsInTheListWithItsOutcomeAndItsFrame(BothDatabases kind) throws Exception {
        open(kind);
        Client.Answer halted = send("POST", HALT, "{\"symbol\":\"BTC-USD\",\"reason\":\"a word with O'Neil\"}");
        long sequence = ok(halted).json().get("sequence").asLong();
        JsonNode item = items("").get(0);
        assertThat(item.get("kind").asText()).isEqualTo("CHANGE");
        assertThat(item.get("action").asText()).isEqualTo("POST " + HALT);
        assertThat(item.get("path").asText()).isEqualTo(HALT);
        assertThat(item.get("reason").asText()).isEqualTo("a word with O'Neil");
        assertThat(item.get("actor").asText()).startsWith("key:");
        assertThat(item.get("actorNumber").asInt()).isEqualTo(1);
        assertThat(item.get("actorName").asText()).isEqualTo("bootstrap");
        assertThat(item.get("status").asInt()).isEqualTo(200);
        assertThat(item.get("outcome").asText()).isEqualTo("OK");
        assertThat(item.get("sequence").asLong()).isEqualTo(sequence);
        assertThat(item.get("address").asText()).isEqualTo("127.0.0.1");
        assertThat(item.get("userAgent").asText()).isEqualTo("rules/1");
        assertThat(item.get("correlationId").asText()).isEqualTo(halted.header("X-Correlation-Id"));
        assertThat(item.get("time").asText()).startsWith("2027-01-15T08:00:00");

        send("POST", "/api/v1/admin/deposits", body("account", "99", "asset", "USD", "amount", "1"));
        assertThat(items("").get(0).get("outcome").asText()).isEqualTo("UNKNOWN_ACCOUNT");
        Client.Answer whole = ok(get(AUDIT + "/verify"));
        assertThat(whole.json().get("whole").asBoolean()).isTrue();
        assertThat(whole.json().get("entries").asInt()).isEqualTo(4);
    }

    @Test
    void theListIsPagedAndFiltered() throws Exception {
        open(BothDatabases.EMBEDDED);
        Client.Answer halted = send("POST", HALT, "{}");
        clock.turn(Duration.ofMinutes(1));
        send("POST", "/api/v1/admin/resume", "{}");
        send("POST", HALT, "{\"symbol\":\"NONE\"}");
        List<JsonNode> all = items("");
        assertThat(all).hasSize(3);
        JsonNode page = ok(get(AUDIT + "?limit=2")).json();
        assertThat(page.get("items")).hasSize(2);
        assertThat(items("?cursor=" + page.get("next").asText())).containsExactly(all.get(2));
        assertThat(items("?action=" + encoded("POST " + HALT))).containsExactly(all.get(0), all.get(2));
        assertThat(items("?outcome=UNKNOWN_INSTRUMENT")).containsExactly(all.get(0));
        assertThat(items("?outcome=MISSING")).isEmpty();
        assertThat(items("?actor=user:1")).isEmpty();
        assertThat(items("?actor=" + all.get(0).get("actor").asText())).hasSize(3);
        assertThat(items("?correlation=" + halted.header("X-Correlation-Id"))).containsExactly(all.get(2));
        assertThat(items("?from=2027-01-15T08:01:00Z")).hasSize(2);
        assertThat(items("?to=2027-01-15T08:01:00Z")).containsExactly(all.get(2));
    }

    @ParameterizedTest
    @EnumSource
    void whoComesInAndWhoTriedIsInTheListAndNoSecretIs(BothDatabases kind) throws Exception {
        open(kind);
        PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "RISK");
        nora.logIn("not that password");
        String reused = nora.refreshToken();
        ok(nora.refresh());
        nora.refresh(reused);
        ok(nora.logIn(PASSWORD));
        ok(nora.send("PUT", "/api/v1/users/me/password", body("password", PASSWORD, "newPassword", PASSWORD + "!")));
        ok(nora.post("/api/v1/users/me/second-factor", body("password", PASSWORD + "!")));
        nora.get("/metrics");
        nora.get("/api/v1/monitoring/health");
        nora.get(AUDIT);
        ok(nora.post("/api/v1/auth/logout", ""));
        List<String> told = new ArrayList<>();
        for (JsonNode item : items("")) {
            told.add(String.join(
                    " ",
                    item.get("kind").asText(),
                    item.get("actor").asText().replaceFirst("key:.*", "key"),
                    item.get("action").asText().replace("/api/v1", ""),
                    item.get("outcome").asText(),
                    item.get("subject").asText("-")));
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "CHANGE user:1 POST /auth/logout OK -",
                        "REFUSED user:1 GET /admin/audit FORBIDDEN -",
                        "REFUSED user:1 GET /monitoring/health FORBIDDEN -",
                        "REFUSED user:1 GET /metrics FORBIDDEN -",
                        "CHANGE user:1 POST /users/me/second-factor OK -",
                        "CHANGE user:1 PUT /users/me/password OK -",
                        "ENTRANCE nobody POST /auth/login OK user:1",
                        "ENTRANCE nobody POST /auth/refresh TOKEN_REUSED -",
                        "ENTRANCE nobody POST /auth/login WRONG_CREDENTIALS user:1",
                        "CHANGE key POST /admin/users/{id}/role OK user:1 TRADER -> RISK",
                        "ENTRANCE nobody POST /auth/login OK user:1",
                        "ENTRANCE nobody POST /auth/register OK user:1");
        assertThat(get(AUDIT + "?limit=1000").response().body())
                .doesNotContain(PASSWORD, "not that password", reused, nora.accessToken(), "nora@example.com");
    }

    @Test
    void auditorsAndAdministratorsReadItAndNobodyElse() throws Exception {
        open(BothDatabases.EMBEDDED);
        for (String role : List.of("AUDITOR", "ADMIN", "RISK", "TRADER", "BROKER")) {
            PersonClient person = PersonClient.withRole(venue, role + "@example.com", role);
            boolean isReader = role.startsWith("A");
            for (String path : List.of(AUDIT, AUDIT + "/verify")) {
                assertThat(person.get(path).status()).as(role).isEqualTo(isReader ? 200 : 403);
            }
        }
    }

    @Test
    void aKeyIsInItsOwnLogAndInTheListWhoeverMadeIt() throws Exception {
        open(BothDatabases.EMBEDDED);
        Client.Answer made = ok(send("POST", "/api/v1/admin/administrators", "{}"));
        JsonNode item = items("").get(0);
        assertThat(item.get("subject").asText()).isEqualTo("key:" + made.text("key"));
        JsonNode log = ok(get("/api/v1/api-keys/" + made.text("key") + "/audit-logs"))
                .json()
                .get("items");
        assertThat(log.get(0).get("operation").asText()).isEqualTo("CREATE");
        send("DELETE", "/api/v1/api-keys/" + made.text("key"), "");
        assertThat(items("").get(0).get("action").asText()).isEqualTo("DELETE /api/v1/api-keys/{id}");
    }

    @Test
    void aFloodOfRefusalsIsWrittenInPartAndCounted() throws Exception {
        open(BothDatabases.EMBEDDED);
        for (int i = 0; i < 30; i++) venue.nobody().raw("POST", HALT, "{}", Map.of());
        assertThat(items("?outcome=MISSING_CREDENTIALS")).hasSize(20);
        assertThat(items("")).hasSize(20);
        clock.turn(Duration.ofMinutes(1));
        JsonNode beyond = items("").get(0);
        assertThat(beyond.get("kind").asText()).isEqualTo("SUPPRESSED");
        assertThat(beyond.get("times").asInt()).isEqualTo(10);
        assertThat(beyond.get("address").asText()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeAuditedIsNotDoneAndReadsGoOn(BothDatabases kind) throws Exception {
        open(kind);
        String account = ok(send("POST", "/api/v1/admin/accounts", "{\"name\":\"alice\"}"))
                .text("id");
        String deposit = body("account", account, "asset", "USD", "amount", "5");
        String balances = "/api/v1/portfolio/balances?account=" + account;
        PersonClient nora = PersonClient.member(venue, "nora@example.com");
        long before = venue.sequence();
        try (ControlDatabase beside = ControlDatabase.open(data, control)) {
            beside.sql().useHandle(handle -> handle.execute("ALTER TABLE audit_entry RENAME TO audit_away"));
            Client.Answer refused = send("POST", "/api/v1/admin/deposits", deposit);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("AUDIT_AWAY");
            Client.Answer noEntrance = nora.logIn(PASSWORD);
            assertThat(noEntrance.code()).isEqualTo("AUDIT_AWAY");
            assertThat(noEntrance.response().body()).doesNotContain("accessToken");
            assertThat(venue.sequence()).isEqualTo(before);
            ok(get(balances));
            beside.sql().useHandle(handle -> handle.execute("ALTER TABLE audit_away RENAME TO audit_entry"));
        }
        ok(send("POST", "/api/v1/admin/deposits", deposit));
        assertThat(get(AUDIT + "/verify").json().get("whole").asBoolean()).isTrue();
    }

    @Test
    void aHaltIsNotHeldUpByAListThatIsAway() throws Exception {
        open(BothDatabases.EMBEDDED);
        long before = venue.sequence();
        try (ControlDatabase beside = ControlDatabase.open(data, control)) {
            beside.sql().useHandle(handle -> handle.execute("ALTER TABLE audit_entry RENAME TO audit_away"));
            assertThat(ok(send("POST", HALT, "{}")).json().get("sequence").asLong())
                    .isGreaterThan(before);
            beside.sql().useHandle(handle -> handle.execute("ALTER TABLE audit_away RENAME TO audit_entry"));
        }
        clock.turn(Duration.ofMinutes(1));
        JsonNode counted = items("").get(0);
        assertThat(counted.get("kind").asText()).isEqualTo("SUPPRESSED");
        assertThat(counted.get("times").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasBegunAndHasNoOutcomeIsSeen() throws Exception {
        open(BothDatabases.EMBEDDED);
        try (ControlDatabase beside = ControlDatabase.open(data, control)) {
            beside.sql()
                    .useHandle(handle -> handle.execute("CREATE TRIGGER no_outcome BEFORE INSERT ON audit_entry"
                            + " WHEN NEW.about > 0 BEGIN SELECT RAISE(ABORT, 'the process ended here'); END"));
            ok(send("POST", HALT, "{}"));
        }
        JsonNode item = items("?outcome=MISSING").get(0);
        assertThat(item.get("outcome").asText()).isEqualTo("MISSING");
        assertThat(item.get("status").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatWasChangedBehindTheTriggersIsFoundWhileItRunsAndAtTheNextStart(BothDatabases kind) throws Exception {
        open(kind);
        send("POST", HALT, "{}");
        send("POST", "/api/v1/admin/resume", "{}");
        try (ControlDatabase beside = ControlDatabase.open(data, control)) {
            beside.sql().useHandle(handle -> {
                handle.execute(
                        kind == BothDatabases.EMBEDDED
                                ? "DROP TRIGGER audit_entry_is_not_changed"
                                : "DROP TRIGGER audit_entry_is_kept ON audit_entry");
                handle.execute("UPDATE audit_entry SET actor = 'key:somebody' WHERE number = 1");
            });
        }
        JsonNode found = ok(get(AUDIT + "/verify")).json();
        assertThat(found.get("whole").asBoolean()).isFalse();
        assertThat(found.get("fault").asText()).isEqualTo("entry 1 is not what was written");
        assertThat(component("AUDIT").get("status").asText()).isEqualTo("UNHEALTHY");
        venue.close();
        venue = VenueUnderTest.open(data, options, clock);
        first = venue.administrator();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!component("AUDIT").get("status").asText().equals("UNHEALTHY") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(component("AUDIT").get("detail").asText()).isEqualTo("entry 1 is not what was written");
    }

    /** Reports are answered from memory for a while: a turned clock asks for a new one. */
    private JsonNode component(String name) {
        clock.turn(Duration.ofSeconds(10));
        for (JsonNode each : ok(get("/api/v1/monitoring/system/status")).json().get("components")) {
            if (each.get("name").asText().equals(name)) return each;
        }
        throw new AssertionError("no component " + name);
    }
}
