package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and Bob trade bitcoin and a perpetual on it, both with fees. */
class StatementRulesTest extends TwoTraders {
    @BeforeEach
    void list() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"referencePrice\":\"100.00\",\"takerFeeRate\":\"0.001\"}"));
        for (String rate : List.of("MAKER_FEE_RATE", "TAKER_FEE_RATE")) {
            ok(administrator.post(
                    "/api/v1/admin/instruments/BTC-USD/parameters",
                    "{\"parameter\":\"" + rate + "\",\"value\":\"0.002\"}"));
        }
    }

    private void trade(Trader buyer, Trader seller, String symbol, String quantity, String price) {
        for (Trader trader : List.of(seller, buyer)) {
            String side = trader == buyer ? "BUY" : "SELL";
            ok(trader.client()
                    .post(
                            "/api/v1/orders",
                            "{\"symbol\":\"" + symbol + "\",\"side\":\"" + side + "\",\"type\":\"LIMIT\",\"price\":\""
                                    + price + "\",\"quantity\":\"" + quantity + "\"}"));
        }
    }

    private void tradeAll(int times) {
        for (int i = 0; i < times; i++) {
            trade(alice, bob, "BTC-USD", "3", "100.0" + i);
            trade(bob, alice, "BTC-PERP", "2", "10" + i + ".00");
            trade(bob, alice, "BTC-USD", "1", "99.0" + i);
            trade(alice, bob, "BTC-PERP", "3", "9" + i + ".00");
        }
    }

    private static void moves(Trader trader, String amount, String direction) {
        ok(trader.client()
                .post(
                        "/api/v1/margin/transfers",
                        "{\"asset\":\"USD\",\"amount\":\"" + amount + "\",\"direction\":\"" + direction + "\"}"));
    }

    /** By asset and purse, as the balances and the margin are told. */
    private static Map<String, BigDecimal> told(Trader trader) {
        Map<String, BigDecimal> all = new TreeMap<>();
        JsonNode balances =
                ok(trader.client().get("/api/v1/portfolio/balances")).json();
        for (JsonNode item : balances.get("items")) {
            all.put(item.get("asset").asText() + " BALANCE", decimal(item, "total"));
        }
        for (JsonNode item : ok(trader.client().get("/api/v1/margin")).json().get("margins")) {
            all.put(item.get("asset").asText() + " MARGIN", decimal(item, "margin"));
        }
        return all;
    }

    private static BigDecimal decimal(JsonNode item, String field) {
        return new BigDecimal(item.get(field).asText());
    }

    private static Map<String, BigDecimal> column(JsonNode statement, String field) {
        Map<String, BigDecimal> all = new TreeMap<>();
        for (JsonNode line : statement.get("items")) {
            all.put(line.get("asset").asText() + " " + line.get("purse").asText(), decimal(line, field));
        }
        return all;
    }

    private static BigDecimal sum(JsonNode line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode amount : line.get("moved")) sum = sum.add(new BigDecimal(amount.asText()));
        return sum;
    }

    @Test
    void openingAndMovementsAreClosing() {
        for (Trader trader : List.of(alice, bob)) moves(trader, "10000", "IN");
        tradeAll(2);
        long from = venue.sequence();
        Map<String, BigDecimal> before = told(alice);
        tradeAll(3);
        moves(alice, "50", "OUT");
        long to = venue.sequence();
        Map<String, BigDecimal> after = told(alice);
        tradeAll(1);

        JsonNode statement = ok(alice.client().get("/api/v1/statements?afterSequence=" + from + "&toSequence=" + to))
                .json();

        assertThat(statement.get("whole").asBoolean()).isTrue();
        assertThat(column(statement, "opening")).isEqualTo(before);
        assertThat(column(statement, "closing")).isEqualTo(after);
        for (JsonNode line : statement.get("items")) {
            assertThat(decimal(line, "opening").add(sum(line)))
                    .as("%s", line)
                    .isEqualByComparingTo(decimal(line, "closing"));
        }
        JsonNode margin = statement.get("items").get(2);
        assertThat(margin.get("purse").asText()).isEqualTo("MARGIN");
        assertThat(margin.get("moved").fieldNames()).toIterable().containsExactly("FEE", "REALISED", "MARGIN");
        assertThat(new BigDecimal(margin.get("moved").get("MARGIN").asText())).isEqualByComparingTo("-50");
    }

    @Test
    void theLedgerTellsEveryMovementNewestFirst() {
        ok(administrator.post(
                "/api/v1/admin/withdrawals",
                "{\"account\":\"" + alice.account() + "\",\"asset\":\"USD\",\"amount\":\"5\"}"));
        trade(alice, bob, "BTC-USD", "1", "100.00");

        JsonNode ledger = ok(alice.client().get("/api/v1/ledger?limit=3")).json();
        assertThat(ledger.get("items").findValuesAsText("kind")).containsExactly("FEE", "TRADE", "TRADE");
        assertThat(ledger.get("items").findValuesAsText("asset")).containsExactly("BTC", "BTC", "USD");
        assertThat(decimal(ledger.get("items").get(0), "amount")).isEqualByComparingTo("-0.002");
        assertThat(decimal(ledger.get("items").get(0), "after")).isEqualByComparingTo("1000.998");
        JsonNode older = ok(alice.client()
                        .get("/api/v1/ledger?limit=3&cursor="
                                + ledger.get("next").asText()))
                .json();
        assertThat(older.get("items").findValuesAsText("kind")).containsExactly("WITHDRAWAL", "DEPOSIT", "DEPOSIT");
        assertThat(older.get("next").isNull()).isTrue();
        assertThat(ok(alice.client().get("/api/v1/ledger?asset=BTC")).json().get("items"))
                .hasSize(3);
        JsonNode income =
                ok(administrator.get("/api/v1/ledger?account=2")).json().get("items");
        assertThat(income.findValuesAsText("kind")).containsOnly("FEE");
    }

    @Test
    void aPeriodIsSaidInSequencesOrTimes() {
        long middle = venue.sequence();
        String now = ok(alice.client().get("/api/v1/time")).text("time");
        ok(administrator.post(
                "/api/v1/admin/deposits",
                "{\"account\":\"" + alice.account() + "\",\"asset\":\"USD\",\"amount\":\"7\"}"));

        for (String period : List.of("afterSequence=" + middle, "from=" + now)) {
            JsonNode later =
                    ok(alice.client().get("/api/v1/statements?" + period)).json();
            assertThat(column(later, "opening").get("USD BALANCE")).isEqualByComparingTo("1000000");
            assertThat(column(later, "closing").get("USD BALANCE")).isEqualByComparingTo("1000007");
        }
        JsonNode earlier = ok(alice.client().get("/api/v1/statements?toSequence=" + middle))
                .json();
        assertThat(column(earlier, "opening").get("USD BALANCE")).isEqualByComparingTo("0");
        assertThat(column(earlier, "closing").get("USD BALANCE")).isEqualByComparingTo("1000000");
        Client.Answer turned = alice.client().get("/api/v1/statements?afterSequence=9&toSequence=8");
        assertThat(turned.code()).isEqualTo("INVALID_VALUE");
        assertThat(turned.text("field")).isEqualTo("toSequence");
    }
}
