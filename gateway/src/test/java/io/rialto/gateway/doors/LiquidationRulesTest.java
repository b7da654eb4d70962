package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice has bought 100 at 100 from Bob on a margin of 1,000, kept by a twentieth: at 94 she has 400 and needs 470. */
class LiquidationRulesTest extends TwoTraders {
    private static final String INSTRUMENTS = "/api/v1/admin/instruments";

    @BeforeEach
    void aliceBuys() {
        ok(administrator.post(
                INSTRUMENTS,
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"collar\":\"50.00\",\"referencePrice\":\"100.00\"}"));
        ok(administrator.post(
                INSTRUMENTS + "/BTC-PERP/margin-tiers",
                "{\"tiers\":[{\"upTo\":\"1000000.00\",\"initialRate\":\"0.05\",\"maintenanceRate\":\"0.05\"}]}"));
        moves(alice, "1000");
        moves(bob, "10000");
        places(bob, "SELL", "100", "100.00");
        places(alice, "BUY", "100", "100.00");
    }

    @Test
    void theTapeFlagsLiquidationsAndTheMarginTellsTheState() {
        mark("96.00");
        assertThat(purse(alice).get("state").asText()).isEqualTo("ACTIVE");
        assertThat(purse(alice).get("marginRatio").asText()).isEqualTo("80.00");
        assertThat(contract(alice).get("deleveragingQueue").isNull()).isTrue();
        assertThat(contract(bob).get("deleveragingQueue").asInt()).isEqualTo(5);

        places(bob, "BUY", "50", "94.00");
        mark("94.00");
        assertThat(purse(alice).get("state").asText()).isEqualTo("ACTIVE");
        tells(purse(alice), "equity", "400", "maintenance", "361.9", "marginRatio", "90.48");
        tells(contract(alice), "position", "77");
        JsonNode trades = ok(venue.nobody().raw("GET", "/api/v1/market/BTC-PERP/trades", "", Map.of()))
                .json()
                .get("items");
        tells(trades.get(0), "quantity", "23", "price", "94");
        assertThat(trades.get(0).get("liquidation").asBoolean()).isTrue();
        assertThat(trades.get(1).get("liquidation").asBoolean()).isFalse();
    }

    @Test
    void whatTheFundTakesOverStandsInItsLedger() {
        ok(alice.places("BUY", "900", "1000.00"));
        ok(bob.places("SELL", "900", "1000.00"));
        ok(administrator.post("/api/v1/admin/insurance-fund", "{\"asset\":\"USD\",\"amount\":\"100\"}"));
        mark("94.00");

        JsonNode ledger = ok(bob.client().get("/api/v1/market/insurance-fund")).json();
        tells(ledger.get("positions").get(0), "quantity", "100", "cost", "9000", "unrealised", "400");
        JsonNode entry = ledger.get("items").get(0);
        assertThat(List.of(entry.get("kind").asText(), entry.get("symbol").asText()))
                .containsExactly("TAKEOVER", "BTC-PERP");
        tells(entry, "quantity", "100", "price", "90", "amount", "0", "balance", "100");
        JsonNode fund = ok(administrator.get("/api/v1/margin?account=4")).json();
        tells(fund.get("margins").get(0), "margin", "100", "equity", "500", "maintenance", "470");
        tells(contract(alice), "position", "0", "realised", "-1000");
    }

    @Test
    void whoIsLiquidatedIsToldWhyHisOrdersAreRefused() {
        ok(administrator.post(INSTRUMENTS + "/BTC-PERP/phase", "{\"phase\":\"HALT\",\"reason\":\"storm\"}"));
        mark("94.00");
        assertThat(purse(alice).get("state").asText()).isEqualTo("LIQUIDATING");
        assertThat(purse(alice).get("calledPercent").asInt()).isEqualTo(100);
        assertThat(alice.client()
                        .post("/api/v1/orders", order("SELL", "1", "94.00"))
                        .code())
                .isEqualTo("ACCOUNT_LIQUIDATING");
    }

    private void mark(String price) {
        ok(administrator.post(INSTRUMENTS + "/BTC-PERP/mark-price", "{\"price\":\"" + price + "\"}"));
    }

    private static void moves(Trader trader, String amount) {
        ok(trader.client()
                .post(
                        "/api/v1/margin/transfers",
                        "{\"asset\":\"USD\",\"amount\":\"" + amount + "\",\"direction\":\"IN\"}"));
    }

    private static String order(String side, String quantity, String price) {
        return "{\"symbol\":\"BTC-PERP\",\"side\":\"" + side + "\",\"type\":\"LIMIT\",\"quantity\":\"" + quantity
                + "\",\"price\":\"" + price + "\"}";
    }

    private static void places(Trader trader, String side, String quantity, String price) {
        ok(trader.client().post("/api/v1/orders", order(side, quantity, price)));
    }

    private static JsonNode contract(Trader trader) {
        return margin(trader).get("contracts").get(0);
    }

    private static JsonNode purse(Trader trader) {
        return margin(trader).get("margins").get(0);
    }

    private static JsonNode margin(Trader trader) {
        return ok(trader.client().get("/api/v1/margin")).json();
    }

    private static void tells(JsonNode body, String... fieldsAndValues) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            assertThat(new BigDecimal(body.get(fieldsAndValues[i]).asText()))
                    .as(fieldsAndValues[i])
                    .isEqualByComparingTo(fieldsAndValues[i + 1]);
        }
    }
}
