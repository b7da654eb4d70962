package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice has bought 10 of a perpetual at 100.00 from Bob on margins of 100,000; each has 1,000 bitcoin at 100.00 beside them. */
class AnalysisRulesTest extends TwoTraders {
    @BeforeEach
    void trade() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"referencePrice\":\"100.00\"}"));
        marks("BTC-USD", "100.00");
        for (Trader trader : List.of(bob, alice)) {
            ok(trader.client()
                    .post(
                            "/api/v1/margin/transfers",
                            "{\"asset\":\"USD\",\"amount\":\"100000\",\"direction\":\"IN\"}"));
            ok(trader.client()
                    .post(
                            "/api/v1/orders",
                            "{\"symbol\":\"BTC-PERP\",\"side\":\"" + (trader == bob ? "SELL" : "BUY")
                                    + "\",\"type\":\"LIMIT\",\"price\":\"100.00\",\"quantity\":\"10\"}"));
        }
    }

    private void marks(String symbol, String price) {
        ok(administrator.post("/api/v1/admin/instruments/" + symbol + "/mark-price", "{\"price\":\"" + price + "\"}"));
    }

    private static void tells(JsonNode body, String... fieldsAndValues) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            assertThat(new BigDecimal(body.get(fieldsAndValues[i]).asText()))
                    .as("%s of %s", fieldsAndValues[i], body)
                    .isEqualByComparingTo(fieldsAndValues[i + 1]);
        }
    }

    @Test
    void thePortfolioIsToldWithItsFormulas() {
        marks("BTC-PERP", "90.00");
        JsonNode risk =
                ok(alice.client().get("/api/v1/risk-rules/portfolio-risk")).json();
        tells(risk, "accountValue", "1099900", "totalPositionValue", "100900", "cash", "1000000");
        tells(risk, "numberOfPositions", "2", "totalUnrealised", "-100", "totalUnrealisedPercent", "-10");
        tells(risk, "leverage", "0.0917", "buyingPower", "999000");
        assertThat(risk.get("asset").asText()).isEqualTo("USD");
        assertThat(risk.get("formulas").get("leverage").asText()).contains("/");
        assertThat(risk.get("maxDrawdownPercent").asText()).isNotEmpty();
    }

    @Test
    void figuresOfFewDaysAreNullWithTheReason() {
        JsonNode analysis = ok(alice.client().get("/api/v1/risk/analysis")).json();
        JsonNode figure = analysis.get("valueAtRisk95");
        assertThat(figure.get("value").isNull()).isTrue();
        assertThat(figure.get("minimum").asInt()).isEqualTo(250);
        assertThat(figure.get("reason").asText()).isEqualTo("fewer than 250 daily returns");
        assertThat(figure.get("formula").asText()).contains("k-th worst");
        tells(analysis.get("concentration"), "value", "0.99009901");
        assertThat(analysis.get("concentration").get("largest").asText()).isEqualTo("BTC");
        assertThat(administrator
                        .get("/api/v1/risk/analysis?account=" + bob.account())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shocksAreAnsweredByTheCoreAndChangeNothing() {
        JsonNode stressed = ok(alice.client()
                        .post(
                                "/api/v1/risk/stress",
                                "{\"asset\":\"USD\",\"shocks\":[{\"percent\":\"-20\"},"
                                        + "{\"symbol\":\"BTC-PERP\",\"percent\":\"2.5\"}]}"))
                .json();
        JsonNode fall = stressed.get("shocks").get(0);
        tells(fall, "percent", "-20", "equity", "99800", "required", "800", "maintenance", "400", "available", "99000");
        assertThat(fall.get("symbol").isNull()).isTrue();
        assertThat(fall.get("call").isNull()).isTrue();
        tells(stressed.get("shocks").get(1), "equity", "100025", "required", "1025");
        JsonNode margin = ok(alice.client().get("/api/v1/margin")).json();
        tells(margin.get("margins").get(0), "equity", "100000");
        assertThat(alice.client()
                        .post("/api/v1/risk/stress", "{\"asset\":\"USD\",\"shocks\":[{\"percent\":\"-101\"}]}")
                        .code())
                .isEqualTo("SHOCK_NOT_POSSIBLE");
        assertThat(alice.client()
                        .post(
                                "/api/v1/risk/stress",
                                "{\"asset\":\"USD\",\"shocks\":[{\"symbol\":\"BTC-USD\",\"percent\":\"1\"}]}")
                        .code())
                .isEqualTo("NOT_A_CONTRACT");
        assertThat(alice.client()
                        .post(
                                "/api/v1/risk/stress",
                                "{\"account\":\"" + bob.account()
                                        + "\",\"asset\":\"USD\",\"shocks\":[{\"percent\":\"1\"}]}")
                        .code())
                .isEqualTo("UNKNOWN_ACCOUNT");
    }
}
