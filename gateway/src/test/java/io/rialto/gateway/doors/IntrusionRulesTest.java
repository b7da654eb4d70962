package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntrusionRulesTest {
    private static final String ORDER =
            "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"price\":\"1.00\","
                    + "\"quantity\":\"1\",\"clientOrderId\":\"%s\"}";

    @TempDir
    private Path data;

    private final TurnedClock clock = new TurnedClock(Instant.parse("2027-01-15T08:00:00Z"));
    private VenueUnderTest venue;
    private Client administrator;
    private Trader alice;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data, Map.of(), clock);
        administrator = venue.administrator();
        alice = venue.trader("alice", Map.of("USD", "1000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    /** The door tells what was asked when the answer is out: the list is asked until it is there. */
    private List<JsonNode> attacks(Predicate<List<JsonNode>> wanted) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        List<JsonNode> found = new ArrayList<>();
        do {
            found.clear();
            for (JsonNode item : ok(administrator.get("/api/v1/admin/audit?limit=1000"))
                    .json()
                    .get("items")) {
                if (item.get("kind").asText().equals("ATTACK")) found.add(item);
            }
        } while (!wanted.test(found) && System.nanoTime() < deadline);
        return found;
    }

    @Test
    void whatLooksLikeAnAttackIsAnsweredAsItWouldBeAndTold() {
        String label = "x' or 1=1";
        Client.Answer made =
                ok(alice.client().post("/api/v1/api-keys", "{\"label\":\"" + label + "\",\"scopes\":[\"read\"]}"));
        assertThat(made.text("label")).isEqualTo(label);
        JsonNode told = attacks(found -> found.size() == 1).get(0);
        assertThat(told.get("actor").asText()).isEqualTo("key:" + alice.key());
        assertThat(told.get("action").asText()).isEqualTo("POST /api/v1/api-keys");
        assertThat(told.get("subject").asText()).isEqualTo("[SQL_CONDITION] in the body");
        assertThat(told.get("correlationId").asText()).isEqualTo(made.header("X-Correlation-Id"));
        assertThat(told.toString()).doesNotContain("1=1");
    }

    @Test
    void pathsAreLookedAtWhetherARouteTakesThemOrNot() {
        Client nobody = venue.nobody();
        assertThat(nobody.raw("GET", "/api/v1/%2e%2e/%2e%2e/etc/passwd", "", Map.of())
                        .status())
                .isBetween(400, 499);
        assertThat(nobody.raw("GET", "/nowhere/etc/passwd", "", Map.of()).status())
                .isEqualTo(404);
        assertThat(nobody.raw("GET", "/api/v1/market/BTC-USD/trades?limit=1%20or%201=1", "", Map.of())
                        .status())
                .isEqualTo(400);
        List<JsonNode> told = attacks(found -> found.size() == 3);
        assertThat(told)
                .extracting(each -> each.get("subject").asText())
                .containsExactlyInAnyOrder(
                        "[DOT_SEGMENT, HIDDEN_SEGMENT, SYSTEM_FILE] in the address",
                        "[SYSTEM_FILE] in the address",
                        "[SQL_CONDITION] in the address");
        assertThat(told).allMatch(each -> each.get("address").asText().equals("127.0.0.1"));
    }

    @Test
    void theyAreCountedWhereOperatorsLook() {
        for (int i = 0; i < 25; i++) alice.client().post("/api/v1/orders", ORDER.formatted("x' or 1=1"));
        clock.turn(Duration.ofSeconds(10));
        JsonNode status =
                ok(administrator.get("/api/v1/monitoring/system/status")).json();
        assertThat(status.at("/attacks/SQL_CONDITION").asInt()).isEqualTo(25);
        assertThat(status.at("/attacks/DOT_SEGMENT").asInt()).isZero();
        assertThat(ok(administrator.get("/metrics")).response().body())
                .contains("rialto_attacks_total{pattern=\"SQL_CONDITION\"} 25.0");
        assertThat(attacks(found -> found.size() == 20))
                .as("the list is not flooded")
                .hasSize(20);
    }

    @Test
    void whatPeopleWriteIsNoAttack() {
        ok(administrator.post("/api/v1/admin/accounts", "{\"name\":\"Seán O'Neil & Sons; d'Or\"}"));
        alice.client().post("/api/v1/orders", ORDER.formatted("desk--7;a"));
        alice.client().post("/api/v1/orders", ORDER.formatted("x' or 1=1"));
        assertThat(attacks(found -> !found.isEmpty())).as("the last one alone").hasSize(1);
    }
}
