package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and Bob have 1,000,000 dollars and 1,000 bitcoin each, and trade. */
class PastRulesTest extends TwoTraders {
    @BeforeEach
    void marks() {
        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/mark-price", "{\"price\":\"100.00\"}"));
        ok(administrator.post(
                "/api/v1/admin/instruments/BTC-USD/parameters", "{\"parameter\":\"TAKER_FEE_RATE\",\"value\":\"0\"}"));
        ok(administrator.post(
                "/api/v1/admin/instruments/BTC-USD/parameters", "{\"parameter\":\"MAKER_FEE_RATE\",\"value\":\"0\"}"));
    }

    private void trade(int quantity) {
        ok(bob.places("SELL", Integer.toString(quantity), "100.00"));
        ok(alice.places("BUY", Integer.toString(quantity), "100.00"));
    }

    private JsonNode get(String path) {
        return ok(alice.client().get("/api/v1/portfolio/" + path)).json();
    }

    private static Map<String, BigDecimal> totals(JsonNode balances) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (JsonNode item : balances.get("items")) {
            totals.put(
                    item.get("asset").asText(), new BigDecimal(item.get("total").asText()));
        }
        return totals;
    }

    @Test
    void aBalanceOfThePastIsTheLedgerUpToThere() {
        Map<Long, Map<String, BigDecimal>> told = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            trade(i);
            told.put(venue.sequence(), totals(get("balances")));
        }
        told.forEach((sequence, totals) -> {
            JsonNode then = get("balances?at=" + sequence);
            assertThat(totals(then)).isEqualTo(totals);
            assertThat(then.get("sequence").asLong()).isEqualTo(sequence);
            assertThat(then.get("items").get(0).get("held").isNull()).isTrue();
            assertThat(summedUp(sequence)).isEqualTo(totals);
        });
        assertThat(totals(get("balances?at=0")).values()).allMatch(total -> total.signum() == 0);
    }

    private Map<String, BigDecimal> summedUp(long sequence) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        JsonNode ledger = ok(alice.client().get("/api/v1/ledger?limit=1000&toSequence=" + sequence))
                .json();
        for (JsonNode item : ledger.get("items")) {
            sums.merge(
                    item.get("asset").asText(),
                    new BigDecimal(item.get("amount").asText()),
                    BigDecimal::add);
        }
        return sums;
    }

    @Test
    void nobodyAsksForABalanceOfTheFuture() {
        Client.Answer refused = alice.client().get("/api/v1/portfolio/balances?at=" + (venue.sequence() + 1_000_000));
        assertThat(refused.code()).isEqualTo("INVALID_VALUE");
        assertThat(refused.text("field")).isEqualTo("at");
    }

    @Test
    void aPeriodTellsItsReturnsAndWhatTheyCameFrom() {
        trade(10);
        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/mark-price", "{\"price\":\"110.00\"}"));
        JsonNode period = get("performance?method=FIFO&interval=5m").get("period");

        assertThat(period.get("whole").asBoolean()).isTrue();
        assertThat(period.get("flows").asInt()).isEqualTo(2);
        JsonNode source = period.at("/attribution/items/0");
        assertThat(source.get("symbol").asText()).isEqualTo("BTC-USD");
        is(source, "unrealised", "100");
        is(source, "price", "10000");
        is(period.get("attribution"), "other", "0");
        is(period.get("attribution"), "total", period.at("/change/profit").asText());
        BigDecimal parts = List.of("realised", "unrealised", "fees", "funding", "price").stream()
                .map(part -> new BigDecimal(source.get(part).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        is(source, "total", parts.toPlainString());
        assertThat(period.at("/timeWeighted/rate").asText()).startsWith("0.009");
        assertThat(period.at("/timeWeighted/annualised").isNull()).isTrue();
        is(period.get("maxDrawdown"), "fraction", "0");
    }

    private static void is(JsonNode body, String field, String value) {
        assertThat(new BigDecimal(body.get(field).asText())).as(field).isEqualByComparingTo(value);
    }

    @Test
    void theCurveIsToldAtAnyInterval() {
        trade(1);
        for (String interval : List.of("1m", "3m", "1h", "1d", "1w", "1M")) {
            JsonNode told = get("history?interval=" + interval);
            assertThat(told.get("interval").asText()).isEqualTo(interval);
            assertThat(told.at("/now/equity")).isEqualTo(get("performance").at("/now/equity"));
            assertThat(told.get("wholeFrom").isNull()).isTrue();
        }
        for (String refused :
                List.of("interval=1s", "interval=2m", "limit=0", "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")) {
            assertThat(alice.client()
                            .get("/api/v1/portfolio/history?" + refused)
                            .status())
                    .isEqualTo(400);
        }
        JsonNode future = get("history?interval=1m&from=2099-01-01T00:00:00Z");
        assertThat(future.get("items")).isEmpty();
        assertThat(future.get("next").isNull()).isTrue();
    }
}
