package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class RiskRulesTest extends TwoTraders {
    private static final String RULES = "/api/v1/risk-rules";
    private static final String SIZE = RULES + "/calculate-position-size";

    private String value(String limit, String action, String account) {
        return "{\"name\":\"no large orders\",\"type\":\"MAX_ORDER_VALUE\",\"limit\":\"" + limit
                + "\",\"scope\":{\"account\":\"" + account + "\",\"symbol\":\"BTC-USD\"},\"action\":\"" + action
                + "\",\"severity\":\"HIGH\"}";
    }

    private JsonNode make(String rule) {
        return ok(administrator.post(RULES, rule)).json();
    }

    @Test
    void aRuleIsMadeReadChangedAndRemoved() {
        Client.Answer made = administrator.post(RULES, value("500.00", "BLOCK", bob.account()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("id").asText()).isEqualTo("1");
        assertThat(made.json().get("version").asInt()).isEqualTo(1);
        assertThat(made.json().get("limit").asText()).startsWith("500.00");
        assertThat(made.json().get("scope").get("symbol").asText()).isEqualTo("BTC-USD");
        JsonNode read = ok(administrator.get(RULES + "/1")).json();
        assertThat(read).isEqualTo(made.json());
        JsonNode changed = ok(administrator.put(RULES + "/1", value("700.00", "ALERT", bob.account())))
                .json();
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(ok(administrator.get(RULES + "/1/versions")).json().get("items"))
                .hasSize(2);

        assertThat(ok(administrator.delete(RULES + "/1")).json().get("version").asInt())
                .isEqualTo(2);

        assertThat(administrator.get(RULES + "/1").status()).isEqualTo(404);
        assertThat(ok(administrator.get(RULES)).json().get("items")).isEmpty();
        assertThat(administrator.delete(RULES + "/1").code()).isEqualTo("UNKNOWN_RISK_RULE");
        assertThat(make(value("1.00", "BLOCK", bob.account())).get("id").asText())
                .isEqualTo("2");
    }

    @Test
    void aBlockedOrderIsRefusedAndTheBreachIsTold() {
        make(value("500.00", "BLOCK", bob.account()));

        assertThat(bob.places("BUY", "6", "100.00").code()).isEqualTo("BLOCKED_BY_RISK_RULE");
        ok(bob.places("BUY", "5", "100.00"));
        ok(alice.places("BUY", "6", "90.00"));

        JsonNode alerts = ok(bob.client().get("/api/v1/risk/alerts")).json().get("items");
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).get("rule").asText()).isEqualTo("1");
        assertThat(alerts.get(0).get("measured").asText()).startsWith("600.00");
        assertThat(alerts.get(0).get("limit").asText()).startsWith("500.00");
        assertThat(alerts.get(0).get("action").asText()).isEqualTo("BLOCK");
        assertThat(ok(alice.client().get("/api/v1/risk/alerts")).json().get("items"))
                .isEmpty();
        assertThat(ok(administrator.get("/api/v1/risk/alerts")).json().get("items"))
                .hasSize(1);
        JsonNode rule = ok(bob.client().get(RULES + "/1")).json();
        assertThat(rule.get("breachCount").asInt()).isEqualTo(1);
        assertThat(rule.get("lastBreachAt").asText())
                .isEqualTo(alerts.get(0).get("time").asText());
        JsonNode standing =
                ok(bob.client().get("/api/v1/risk/status")).json().get("rules").get(0);
        assertThat(standing.get("count").asInt()).isEqualTo(1);
    }

    @Test
    void aTraderSeesTheRulesThatConcernHimAndMakesNone() {
        make(value("500.00", "BLOCK", bob.account()));
        make("{\"type\":\"MAX_OPEN_ORDERS\",\"limit\":\"3\",\"action\":\"ALERT\",\"coolDownMillis\":1000,"
                + "\"escalate\":[{\"breaches\":3,\"action\":\"BLOCK\"}]}");

        assertThat(ok(bob.client().get(RULES)).json().get("items")).hasSize(2);
        JsonNode own = ok(alice.client().get(RULES)).json().get("items");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("escalate").get(0).get("breaches").asInt()).isEqualTo(3);
        assertThat(own.get(0).get("coolDownMillis").asInt()).isEqualTo(1_000);
        assertThat(alice.client().get(RULES + "/1").status()).isEqualTo(404);
        assertThat(bob.client()
                        .post(RULES, value("1.00", "BLOCK", bob.account()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hoursAreWrittenAsTimesOfDay() {
        JsonNode hours = make(
                "{\"type\":\"ALLOWED_HOURS\",\"from\":\"22:00\",\"to\":\"06:30\",\"scope\":{\"firm\":1},\"action\":\"BLOCK\"}");

        assertThat(hours.get("from").asText()).isEqualTo("22:00");
        assertThat(hours.get("to").asText()).isEqualTo("06:30");
        assertThat(hours.get("limit").isNull()).isTrue();
        assertThat(hours.get("scope").get("firm").asInt()).isEqualTo(1);
    }

    @Test
    void aRuleThatCannotBeIsRefusedByItsReason() {
        String position = "{\"type\":\"MAX_POSITION_SIZE\",\"limit\":\"1\",\"action\":\"BLOCK\"}";
        assertThat(administrator.post(RULES, position).code()).isEqualTo("RISK_SCOPE_NOT_POSSIBLE");
        String rate = "{\"type\":\"MAX_ORDER_RATE\",\"limit\":\"0\",\"windowMillis\":1000,\"action\":\"BLOCK\"}";
        assertThat(administrator.post(RULES, rate).code()).isEqualTo("RISK_LIMIT_NOT_POSSIBLE");
        assertThat(administrator
                        .post(RULES, rate.replace("1000", "0").replace("\"0\"", "\"1\""))
                        .code())
                .isEqualTo("RISK_WINDOW_NOT_POSSIBLE");
        assertThat(administrator
                        .post(RULES, value("-1", "BLOCK", bob.account()))
                        .code())
                .isEqualTo("INVALID_DECIMAL");
        assertThat(administrator
                        .post(RULES, value("1", "PUNISH", bob.account()))
                        .code())
                .isEqualTo("INVALID_VALUE");
        assertThat(administrator
                        .put(RULES + "/9", value("1", "BLOCK", bob.account()))
                        .code())
                .isEqualTo("UNKNOWN_RISK_RULE");
    }

    @Test
    void aRuleIsTriedOutBeforeItIsMade() {
        ok(bob.places("BUY", "6", "90.00"));
        ok(bob.places("BUY", "7", "90.00"));
        ok(bob.places("BUY", "1", "90.00"));
        String order =
                "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"6\",\"price\":\"100.00\"}";
        String tried = "{\"rule\":" + value("500.00", "BLOCK", bob.account()) + ",\"order\":" + order + "}";

        JsonNode tested = ok(bob.client().post(RULES + "/test", tried)).json();

        assertThat(tested.get("accepted").asBoolean()).isFalse();
        assertThat(tested.get("asked").asBoolean()).isTrue();
        assertThat(tested.get("breach").asBoolean()).isTrue();
        assertThat(tested.get("measured").asText()).startsWith("600.00");
        assertThat(tested.get("limit").asText()).startsWith("500.00");
        assertThat(tested.get("reason").asText()).isEqualTo("BLOCKED_BY_RISK_RULE");
        assertThat(tested.get("recent").get("orders").asInt()).isEqualTo(3);
        assertThat(tested.get("recent").get("beyond").asInt()).isEqualTo(2);
        assertThat(tested.get("recent").get("breaches").asInt()).isEqualTo(1);
        ok(bob.places("BUY", "6", "90.00"));
        assertThat(ok(administrator.get(RULES)).json().get("items")).isEmpty();
        JsonNode ofAlice = ok(administrator.post(
                        RULES + "/test", tried.replaceFirst("\\{", "{\"account\":\"" + alice.account() + "\",")))
                .json();
        assertThat(ofAlice.get("asked").asBoolean()).isFalse();
        assertThat(ofAlice.get("accepted").asBoolean()).isTrue();
        assertThat(bob.client()
                        .post(RULES + "/test", tried.replace("500.00", "0.000000001"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void thePositionSizeOfTheRulebook() {
        String trade = "{\"equity\":\"50000\",\"riskPercent\":\"1\",\"entryPrice\":\"100\",\"stopPrice\":\"97.50\"";
        JsonNode plain = ok(bob.client().post(SIZE, trade + "}")).json();
        assertThat(plain.get("quantity").asText()).isEqualTo("200");
        assertThat(plain.get("riskAmount").asText()).isEqualTo("500.00");
        assertThat(plain.get("bindingConstraint").asText()).isEqualTo("RISK");
        JsonNode withFees =
                ok(bob.client().post(SIZE, trade + ",\"feeRate\":\"0.001\"}")).json();
        assertThat(withFees.get("quantity").asText()).isEqualTo("185");
        JsonNode poor = ok(bob.client().post(SIZE, trade + ",\"buyingPower\":\"1050\",\"lotSize\":\"0.1\"}"))
                .json();
        assertThat(poor.get("quantity").asText()).isEqualTo("10.5");
        assertThat(poor.get("bindingConstraint").asText()).isEqualTo("BUYING_POWER");
        JsonNode bounded = ok(bob.client().post(SIZE, trade + ",\"maxPosition\":\"20\",\"maxOrder\":\"7\"}"))
                .json();
        assertThat(bounded.get("quantity").asText()).isEqualTo("7");
        assertThat(bounded.get("bindingConstraint").asText()).isEqualTo("MAX_ORDER");
        assertThat(bob.client().post(SIZE, trade.replace("97.50", "100") + "}").code())
                .isEqualTo("INVALID_VALUE");
    }
}
