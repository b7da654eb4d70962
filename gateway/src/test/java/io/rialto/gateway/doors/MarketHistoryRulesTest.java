package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketHistoryRulesTest {
    private static final String MARKET = "/api/v1/market/";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private VenueUnderTest.Trader alice;
    private VenueUnderTest.Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "10", "USD", "1000000"));
        bob = venue.trader("bob", Map.of("BTC", "10", "USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private JsonNode market(String path) {
        return ok(venue.nobody().raw("GET", MARKET + path, "", Map.of())).json();
    }

    /** Bob buys of two orders at one price and of one at another, then sells some. */
    private void trade() {
        ok(alice.places("SELL", "0.4", "50000.00"));
        ok(alice.places("SELL", "0.2", "50000.00"));
        ok(alice.places("SELL", "0.1", "50100.00"));
        ok(bob.places("BUY", "0.7", "50100.00"));
        ok(alice.places("BUY", "0.3", "49000.00"));
        ok(bob.places("SELL", "0.1", "49000.00"));
    }

    @Test
    void aMonthsCandleTellsWhatWasTradedInDecimals() {
        trade();
        JsonNode page = market("BTC-USD/candles?interval=1M&limit=1");
        JsonNode candle = page.get("items").get(0);
        assertThat(candle.get("open").asText()).isEqualTo("50000.00");
        assertThat(candle.get("high").asText()).isEqualTo("50100.00");
        assertThat(candle.get("low").asText()).isEqualTo("49000.00");
        assertThat(candle.get("close").asText()).isEqualTo("49000.00");
        assertThat(candle.get("volume").asText()).isEqualTo("0.80000");
        assertThat(candle.get("takerBuyVolume").asText()).isEqualTo("0.70000");
        assertThat(candle.get("quoteVolume").asText()).startsWith("39910.00");
        assertThat(candle.get("trades").asInt()).isEqualTo(4);
        assertThat(candle.get("closed").asBoolean()).isFalse();
        assertThat(candle.get("sequence")).isEqualTo(candle.get("lastSequence"));
        assertThat(page.get("sequence").asLong()).isEqualTo(venue.sequence());
        assertThat(page.get("uncorrected").asInt()).isZero();
        assertThat(page.get("wholeFrom").isNull()).isTrue();
    }

    @Test
    void theTickerTellsTheDayAndTheBestPrices() {
        trade();
        JsonNode ticker = market("BTC-USD/ticker");
        Map.of(
                        "lastPrice", "49000.00",
                        "openPrice", "50000.00",
                        "highPrice", "50100.00",
                        "lowPrice", "49000.00",
                        "change", "-1000.00",
                        "changePercent", "-2.0000",
                        "volume", "0.80000",
                        "averagePrice", "49887.50",
                        "bestBid", "49000.00",
                        "bestBidQuantity", "0.20000")
                .forEach((name, value) ->
                        assertThat(ticker.get(name).asText()).as(name).isEqualTo(value));
        assertThat(ticker.get("bestAsk").isNull()).isTrue();
        assertThat(ticker.get("previousClose").isNull()).isTrue();
        assertThat(ticker.get("trades").asInt()).isEqualTo(4);
        JsonNode all = market("tickers").get("items");
        assertThat(all.findValuesAsText("symbol")).contains("BTC-USD");
        JsonNode best = market("BTC-USD/best");
        assertThat(best.get("bid").asText()).isEqualTo("49000.00");
        assertThat(best.get("bidOrders").asInt()).isEqualTo(1);
        assertThat(best.get("ask").isNull()).isTrue();
    }

    @Test
    void aMarketWithoutTradesHasAnEmptyDay() {
        JsonNode ticker = market("BTC-USD/ticker");
        assertThat(ticker.get("lastPrice").isNull()).isTrue();
        assertThat(ticker.get("averagePrice").isNull()).isTrue();
        assertThat(ticker.get("volume").asText()).isEqualTo("0.00000");
        assertThat(market("BTC-USD/candles?interval=1m&fill=true").get("items")).isEmpty();
        assertThat(market("BTC-USD/volume-profile").get("items")).isEmpty();
        assertThat(market("BTC-USD/vwap").get("averagePrice").isNull()).isTrue();
        assertThat(market("BTC-USD/aggregated-trades").get("items")).isEmpty();
    }

    @Test
    void fillsOfOneTakerAtOnePriceAreOneAggregatedTrade() {
        trade();
        JsonNode newest = market("BTC-USD/aggregated-trades?limit=2");
        List<String> told = new ArrayList<>();
        newest.get("items").forEach(item -> told.add(aggregated(item)));
        market("BTC-USD/aggregated-trades?cursor=" + newest.get("next").asText())
                .get("items")
                .forEach(item -> told.add(aggregated(item)));
        assertThat(told)
                .containsExactly(
                        "4-4 1 SELL 0.10000 at 49000.00",
                        "3-3 1 BUY 0.10000 at 50100.00",
                        "1-2 2 BUY 0.60000 at 50000.00");
    }

    private static String aggregated(JsonNode item) {
        return item.get("firstTrade").asText() + "-" + item.get("lastTrade").asText() + " "
                + item.get("fills").asInt() + " " + item.get("takerSide").asText() + " "
                + item.get("quantity").asText() + " at " + item.get("price").asText();
    }

    @Test
    void theBookOrderByOrderTellsNobodysOrder() {
        String first = ok(alice.places("SELL", "0.4", "50000.00")).text("id");
        String second = ok(bob.places("SELL", "0.2", "50000.00")).text("id");
        ok(alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"price\":\"50000.00\","
                                + "\"quantity\":\"5\",\"displayQuantity\":\"0.5\"}"));
        ok(alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"price\":\"49999.00\","
                                + "\"quantity\":\"1\",\"hidden\":true}"));
        ok(bob.places("BUY", "0.1", "49000.00"));

        JsonNode book = market("BTC-USD/orders");
        assertThat(book.get("asks").findValuesAsText("quantity")).containsExactly("0.40000", "0.20000", "0.50000");
        assertThat(book.get("asks").findValuesAsText("price")).containsOnly("50000.00");
        assertThat(book.get("asks").findValuesAsText("id"))
                .containsExactly("1", "2", "3")
                .doesNotContain(first, second);
        assertThat(book.get("bids").findValuesAsText("quantity")).containsExactly("0.10000");
        assertThat(book.get("whole").asBoolean()).isTrue();
        assertThat(book.toString()).doesNotContain("account", first, second);
        assertThat(market("BTC-USD/orders?limit=1").get("whole").asBoolean()).isFalse();
    }

    @Test
    void theVolumeProfileTellsWhereWasTradedMost() {
        trade();
        JsonNode profile = market("BTC-USD/volume-profile");
        assertThat(profile.get("items").findValuesAsText("price")).containsExactly("49000.00", "50000.00", "50100.00");
        assertThat(profile.get("items").findValuesAsText("volume")).containsExactly("0.10000", "0.60000", "0.10000");
        assertThat(profile.get("peakPrice").asText()).isEqualTo("50000.00");
        assertThat(market("BTC-USD/volume-profile?step=1000.00").get("items").findValuesAsText("volume"))
                .containsExactly("0.10000", "0.70000");
        JsonNode average = market("BTC-USD/vwap?from=2020-01-01T00:00:00Z");
        assertThat(average.get("averagePrice").asText()).isEqualTo("49887.50");
        assertThat(average.get("quoteVolume").asText()).startsWith("39910.00");
        assertThat(market("BTC-USD/vwap?to=2020-01-01T00:00:00Z").get("trades").asInt())
                .isZero();
    }

    @Test
    void aBustIsTakenOutOfCandlesAndDayAtOnce() throws Exception {
        Client administrator = venue.administrator();
        ok(administrator.post(
                "/api/v1/admin/settlement/terms", "{\"symbol\":\"BTC-USD\",\"days\":2,\"buyInCycles\":1}"));
        trade();
        ok(administrator.post("/api/v1/admin/trades/4/bust", "{\"afterSettlement\":false}"));
        JsonNode ticker = market("BTC-USD/ticker");
        assertThat(ticker.get("lastPrice").asText()).isEqualTo("50100.00");
        assertThat(ticker.get("lowPrice").asText()).isEqualTo("50000.00");
        assertThat(ticker.get("volume").asText()).isEqualTo("0.70000");
        JsonNode candle = market("BTC-USD/candles?interval=1M").get("items").get(0);
        assertThat(candle.get("low").asText()).isEqualTo("50000.00");
        assertThat(candle.get("sequence").asLong()).isEqualTo(venue.sequence());

        ok(administrator.post(
                "/api/v1/admin/trades/3/correction",
                "{\"symbol\":\"BTC-USD\",\"price\":\"50300.00\",\"quantity\":\"0.05\"}"));
        candle = market("BTC-USD/candles?interval=1M").get("items").get(0);
        assertThat(candle.get("high").asText()).isEqualTo("50300.00");
        assertThat(candle.get("close").asText()).isEqualTo("50300.00");
        assertThat(candle.get("volume").asText()).isEqualTo("0.65000");
        assertThat(candle.get("trades").asInt()).isEqualTo(3);
    }

    @Test
    void aRestartTellsTheSameCandlesFromTheJournal() throws Exception {
        trade();
        List<JsonNode> before = all();
        venue.close();
        venue = VenueUnderTest.open(data);
        assertThat(all()).isEqualTo(before);
        ok(venue.again(bob.key(), bob.secret())
                .post("/api/v1/orders", VenueUnderTest.order("SELL", "0.2", "49000.00")));
        assertThat(market("BTC-USD/ticker").get("volume").asText()).isEqualTo("1.00000");
    }

    private List<JsonNode> all() {
        List<JsonNode> pages = new ArrayList<>();
        for (String interval : "1s 5s 15s 30s 1m 3m 5m 15m 30m 1h 2h 4h 6h 12h 1d 1w 1M".split(" ")) {
            JsonNode page = market("BTC-USD/candles?interval=" + interval);
            assertThat(page.get("items")).isNotEmpty();
            ((ObjectNode) page).remove("sequence");
            page.get("items").forEach(item -> ((ObjectNode) item).remove("closed"));
            pages.add(page);
        }
        return pages;
    }
}
