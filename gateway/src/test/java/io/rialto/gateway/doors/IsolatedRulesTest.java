package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice has 6,000 and buys a coin at 100,000 from Bob, with a margin of its own: 5,000, kept by half a per cent. */
class IsolatedRulesTest extends TwoTraders {
    private static final String INSTRUMENTS = "/api/v1/admin/instruments";

    @BeforeEach
    void aliceBuys() {
        ok(administrator.post(
                INSTRUMENTS,
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"collar\":\"50.00\",\"referencePrice\":\"100000.00\"}"));
        ok(administrator.post(
                INSTRUMENTS + "/BTC-PERP/margin-tiers",
                "{\"tiers\":[{\"upTo\":\"1000000.00\",\"initialRate\":\"0.05\",\"maintenanceRate\":\"0.005\"}]}"));
        moves(alice, "6000");
        moves(bob, "10000");
        ok(mode("ISOLATED"));
        places(bob, "SELL");
        places(alice, "BUY");
    }

    @Test
    void itsPricesAreThoseAtWhichItEnds() {
        JsonNode contract = contract(alice);
        assertThat(contract.get("marginMode").asText()).isEqualTo("ISOLATED");
        assertThat(new BigDecimal(contract.get("positionMargin").asText())).isEqualByComparingTo("5000.00");
        assertThat(contract.get("liquidationPrice").asText()).isEqualTo("95477.39");
        assertThat(contract.get("bankruptcyPrice").asText()).isEqualTo("95000.00");
        assertThat(contract(bob).get("marginMode").asText()).isEqualTo("CROSS");
        assertThat(contract(bob).get("positionMargin").isNull()).isTrue();
        assertThat(contract(bob).get("bankruptcyPrice").asText()).isEqualTo("110000.00");

        mark("95477.39");
        assertThat(contract(alice).get("state").asText()).isEqualTo("ACTIVE");
        assertThat(contract(alice).get("calledPercent").asInt()).isEqualTo(90);
        mark("95477.38");
        assertThat(contract(alice).get("side").asText()).isEqualTo("FLAT");
        assertThat(new BigDecimal(contract(alice).get("realised").asText())).isEqualByComparingTo("-5000.00");
        JsonNode purse = purse(alice);
        assertThat(new BigDecimal(purse.get("margin").asText())).isEqualByComparingTo("1000.00");
        assertThat(purse.get("state").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void thePortfolioTellsThemToo() {
        JsonNode position = ok(alice.client().get("/api/v1/portfolio/positions"))
                .json()
                .get("items")
                .get(0);
        assertThat(position.get("symbol").asText()).isEqualTo("BTC-PERP");
        assertThat(position.get("marginMode").asText()).isEqualTo("ISOLATED");
        assertThat(new BigDecimal(position.get("positionMargin").asText())).isEqualByComparingTo("5000.00");
        assertThat(position.get("liquidationPrice").asText()).isEqualTo("95477.39");
        assertThat(position.get("bankruptcyPrice").asText()).isEqualTo("95000.00");
    }

    @Test
    void moneyGoesInAndComesOutAsFarAsItIsNotNeeded() {
        Client.Answer in = ok(assigns("500.00", "IN"));
        assertThat(in.status()).isEqualTo(201);
        assertThat(new BigDecimal(contract(alice).get("positionMargin").asText()))
                .isEqualByComparingTo("5500.00");
        assertThat(contract(alice).get("liquidationPrice").asText()).isEqualTo("94974.88");
        assertThat(new BigDecimal(purse(alice).get("margin").asText())).isEqualByComparingTo("500.00");
        assertThat(assigns("500.01", "IN").code()).isEqualTo("INSUFFICIENT_MARGIN");
        Client.Answer needed = assigns("500.01", "OUT");
        assertThat(needed.code()).isEqualTo("POSITION_MARGIN_NEEDED");
        assertThat(needed.text("field")).isEqualTo("amount");
        ok(assigns("500.00", "OUT"));
        assertThat(new BigDecimal(contract(alice).get("positionMargin").asText()))
                .isEqualByComparingTo("5000.00");
        assertThat(assigns("0.000000001", "IN").status()).isEqualTo(400);
        assertThat(mode("CROSS").code()).isEqualTo("MARGIN_MODE_IN_USE");
        assertThat(mode("BOTH").status()).isEqualTo(400);
        assertThat(bob.client()
                        .post("/api/v1/margin/assignments", assignment("1.00", "IN"))
                        .code())
                .isEqualTo("POSITION_NOT_ISOLATED");
    }

    @Test
    void theStatementTellsItsMoneyApart() {
        JsonNode lines = ok(alice.client().get("/api/v1/statements")).json().get("items");
        JsonNode own = null;
        for (JsonNode line : lines) if (line.get("purse").asText().equals("POSITION")) own = line;
        assertThat(own).as(lines.toString()).isNotNull();
        assertThat(new BigDecimal(own.get("closing").asText())).isEqualByComparingTo("5000.00");
    }

    private Client.Answer mode(String mode) {
        return alice.client().post("/api/v1/margin/mode", "{\"symbol\":\"BTC-PERP\",\"mode\":\"" + mode + "\"}");
    }

    private Client.Answer assigns(String amount, String direction) {
        return alice.client().post("/api/v1/margin/assignments", assignment(amount, direction));
    }

    private static String assignment(String amount, String direction) {
        return "{\"symbol\":\"BTC-PERP\",\"amount\":\"" + amount + "\",\"direction\":\"" + direction + "\"}";
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

    private static void places(Trader trader, String side) {
        ok(trader.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-PERP\",\"side\":\"" + side
                                + "\",\"type\":\"LIMIT\",\"quantity\":\"1\",\"price\":\"100000.00\"}"));
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
}
