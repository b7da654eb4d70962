package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and Bob have 1,000,000 dollars and 1,000 bitcoin each; the venue values in dollars. */
class PortfolioRulesTest extends TwoTraders {
    @BeforeEach
    void list() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"referencePrice\":\"100.00\",\"takerFeeRate\":\"0.001\"}"));
        ok(administrator.post(
                "/api/v1/admin/instruments/BTC-USD/parameters", "{\"parameter\":\"TAKER_FEE_RATE\",\"value\":\"0\"}"));
        marks("BTC-USD", "100.00");
    }

    private void marks(String symbol, String price) {
        ok(administrator.post("/api/v1/admin/instruments/" + symbol + "/mark-price", "{\"price\":\"" + price + "\"}"));
    }

    private static void trade(Trader buyer, Trader seller, String symbol, String quantity, String price) {
        for (Trader trader : List.of(seller, buyer)) {
            String side = trader == buyer ? "BUY" : "SELL";
            ok(trader.client()
                    .post(
                            "/api/v1/orders",
                            "{\"symbol\":\"" + symbol + "\",\"side\":\"" + side + "\",\"type\":\"LIMIT\",\"price\":\""
                                    + price + "\",\"quantity\":\"" + quantity + "\"}"));
        }
    }

    private void tenBoughtTwiceAndSoldOnce(String symbol) {
        trade(alice, bob, symbol, "10", "100.00");
        trade(alice, bob, symbol, "10", "110.00");
        trade(bob, alice, symbol, "10", "120.00");
    }

    private void hasMargin(Trader... traders) {
        for (Trader trader : traders) {
            ok(trader.client()
                    .post(
                            "/api/v1/margin/transfers",
                            "{\"asset\":\"USD\",\"amount\":\"100000\",\"direction\":\"IN\"}"));
        }
    }

    private static JsonNode position(Trader trader, String method) {
        return ok(trader.client().get("/api/v1/portfolio/positions?method=" + method))
                .json()
                .get("items")
                .get(0);
    }

    private static JsonNode portfolio(Trader trader) {
        return ok(trader.client().get("/api/v1/portfolio")).json();
    }

    private static BigDecimal decimal(JsonNode body, String field) {
        return new BigDecimal(body.get(field).asText());
    }

    private static void tells(JsonNode body, String... fieldsAndValues) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            assertThat(decimal(body, fieldsAndValues[i]))
                    .as(fieldsAndValues[i])
                    .isEqualByComparingTo(fieldsAndValues[i + 1]);
        }
    }

    private static void partsAreTheEquity(JsonNode body) {
        BigDecimal parts = decimal(body, "price")
                .add(decimal(body, "fees"))
                .add(decimal(body, "funding"))
                .add(decimal(body, "transfers"));
        assertThat(parts).as("%s", body).isEqualByComparingTo(decimal(body, "equity"));
        assertThat(decimal(body, "equity").subtract(decimal(body, "transfers")))
                .isEqualByComparingTo(decimal(body, "profit"));
    }

    @Test
    void whoIsSoldFirstDecidesWhatIsRealised() {
        hasMargin(alice, bob);
        tenBoughtTwiceAndSoldOnce("BTC-PERP");
        marks("BTC-PERP", "115.00");
        tells(
                position(alice, "AVERAGE"),
                "realised",
                "150",
                "cost",
                "1050",
                "unrealised",
                "100",
                "averagePrice",
                "105");
        tells(position(alice, "FIFO"), "realised", "200", "cost", "1100", "unrealised", "50", "averagePrice", "110");
        tells(position(alice, "LIFO"), "realised", "100", "cost", "1000", "unrealised", "150", "averagePrice", "100");
        tells(position(bob, "FIFO"), "realised", "-200", "unrealised", "-50", "quantity", "-10");
        tells(position(alice, "FIFO"), "fees", "2.1", "funding", "0", "markPrice", "115");
    }

    @Test
    void spotIsSeenInTheSameViews() {
        tenBoughtTwiceAndSoldOnce("BTC-USD");
        marks("BTC-USD", "115.00");
        tells(position(alice, "AVERAGE"), "realised", "150", "unrealised", "100", "quantity", "10");
        tells(position(alice, "FIFO"), "realised", "200", "unrealised", "50");
        tells(position(alice, "LIFO"), "realised", "100", "unrealised", "150");
        ok(administrator.post(
                "/api/v1/admin/instruments/BTC-USD/parameters",
                "{\"parameter\":\"TAKER_FEE_RATE\",\"value\":\"0.01\"}"));
        trade(alice, bob, "BTC-USD", "10", "115.00");
        tells(position(alice, "LIFO"), "owned", "19.9", "fees", "12.1", "realised", "100");
    }

    @Test
    void equityIsTheSumOfItsParts() {
        JsonNode before = portfolio(alice);
        assertThat(before.get("asset").asText()).isEqualTo("USD");
        tells(before, "equity", "1100000", "transfers", "1100000", "profit", "0");

        hasMargin(alice, bob);
        trade(alice, bob, "BTC-PERP", "10", "100.00");
        marks("BTC-PERP", "103.00");
        tells(portfolio(alice), "equity", "1100029", "price", "30", "fees", "-1", "funding", "0", "profit", "29");
        tells(portfolio(bob), "equity", "1099970", "price", "-30", "fees", "0");

        trade(alice, bob, "BTC-USD", "5", "90.00");
        marks("BTC-USD", "101.00");
        JsonNode after = portfolio(alice);
        tells(after, "price", "1085", "equity", "1101084"); // 5 at 10 below the mark, and 1,005 gained 1 each
        for (Trader trader : List.of(alice, bob)) partsAreTheEquity(portfolio(trader));
        for (JsonNode item : after.get("items")) {
            if (item.get("asset").asText().equals("BTC"))
                tells(item, "amount", "1005", "price", "101", "value", "101505");
        }
    }

    @Test
    void depositsAreNoProfit() {
        ok(administrator.post(
                "/api/v1/admin/deposits",
                "{\"account\":\"" + alice.account() + "\",\"asset\":\"BTC\",\"amount\":\"2\"}"));
        ok(administrator.post(
                "/api/v1/admin/withdrawals",
                "{\"account\":\"" + alice.account() + "\",\"asset\":\"USD\",\"amount\":\"50\"}"));
        tells(portfolio(alice), "equity", "1100150", "transfers", "1100150", "profit", "0");
        marks("BTC-USD", "90.00");
        tells(portfolio(alice), "profit", "-10020", "transfers", "1100150");
        tells(portfolio(alice).get("drawdown"), "amount", "10020", "peak", "1100150");
    }

    @Test
    void performanceTellsFromWhatAndSinceWhen() {
        hasMargin(alice, bob);
        tenBoughtTwiceAndSoldOnce("BTC-PERP");
        JsonNode told = ok(alice.client().get("/api/v1/portfolio/performance?method=FIFO"))
                .json();

        tells(told.get("gains").get(0), "realised", "200", "unrealised", "-100", "fees", "2.1");
        partsAreTheEquity(told.get("now"));
        tells(told.get("now"), "price", "100", "fees", "-2.1", "profit", "97.9");
        tells(told.get("change"), "profit", "97.9");
        assertThat(told.get("curve").get(told.get("curve").size() - 1)).isEqualTo(told.get("now"));
        assertThat(told.get("sequence")).isEqualTo(told.get("now").get("sequence"));
        assertThat(told.get("wholeFrom").isNull()).isTrue();
        JsonNode nothing = ok(alice.client().get("/api/v1/portfolio/performance?from=2099-01-01T00:00:00Z"))
                .json();
        assertThat(nothing.get("curve")).isEmpty();
        tells(nothing.get("change"), "equity", "0", "profit", "0");
        Client.Answer refused = alice.client().get("/api/v1/portfolio/performance?method=BEST");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("method");
    }
}
