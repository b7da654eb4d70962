package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteRulesTest {
    private static final String QUOTES = "/api/v1/quotes";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader maker;
    private Trader taker;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        maker = venue.trader("maker", Map.of("BTC", "100", "ETH", "100", "USD", "1000000"));
        taker = venue.trader("taker", Map.of("BTC", "100", "USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void severalMarketsAreQuotedAtOnceAndWhatOnlyGotSmallerKeepsItsOrder() {
        JsonNode first = quotes(
                quote("BTC-USD", "49000.00", "2", "51000.00", "2"), quote("ETH-USD", "2900.00", "3", "3100.00", "3"));
        assertThat(first.get("accepted").asInt()).isEqualTo(4);
        assertThat(first.get("orders")).hasSize(4);

        JsonNode second = quotes(quote("BTC-USD", "49000.00", "1", "52000.00", "2"));

        assertThat(second.get("accepted").asInt()).isEqualTo(2);
        assertThat(second.get("orders")).hasSize(1);
        assertThat(second.get("orders").get(0).get("price").asText()).isEqualTo("52000.00");
        JsonNode reduced = second.get("reduced").get(0);
        assertThat(reduced.get("id")).isEqualTo(first.get("orders").get(0).get("id"));
        assertThat(reduced.get("remaining").asText()).isEqualTo("1.00000");
        assertThat(latest(reduced).get("version").asInt()).isEqualTo(2);
        JsonNode gone = latest(first.get("orders").get(1));
        assertThat(gone.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(gone.get("reason").asText()).isEqualTo("QUOTE_REPLACED");
    }

    @Test
    void aSideThatIsRefusedIsTold() {
        JsonNode done = quotes(quote("BTC-USD", "49000.00", "2", "51000.00", "101"));

        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        JsonNode refused = done.get("refused").get(0);
        assertThat(refused.get("quote").asInt()).isZero();
        assertThat(refused.get("side").asText()).isEqualTo("SELL");
        assertThat(refused.get("reason").asText()).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void protectionPullsAllQuotesUntilTheyAreReset() {
        ok(maker.client()
                .post(
                        QUOTES + "/protection",
                        "{\"symbol\":\"BTC-USD\",\"windowMillis\":60000,\"maxQuantity\":\"1\",\"maxFills\":9}"));
        JsonNode quoted = quotes(
                quote("BTC-USD", "49000.00", "2", "51000.00", "2"), quote("ETH-USD", "2900.00", "3", "3100.00", "3"));
        ok(taker.places("BUY", "1", "51000.00"));

        for (JsonNode order : quoted.get("orders")) {
            assertThat(latest(order).get("reason").asText()).isEqualTo("QUOTES_PULLED");
        }
        String again = "{\"quotes\":[" + quote("BTC-USD", "49000.00", "2", "51000.00", "2") + "]}";
        Client.Answer refused = maker.client().post(QUOTES, again);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("QUOTES_PULLED");

        ok(maker.client().post(QUOTES + "/reset", "{}"));
        assertThat(ok(maker.client().post(QUOTES, again)).json().get("accepted").asInt())
                .isEqualTo(2);
    }

    @Test
    void thePresentQuotesAndTheirProtectionAreTold() {
        ok(maker.client()
                .post(
                        QUOTES + "/protection",
                        "{\"symbol\":\"BTC-USD\",\"windowMillis\":60000,\"maxDelta\":\"5\",\"maxFills\":9}"));
        ok(maker.client()
                .post(
                        QUOTES + "/protection",
                        "{\"group\":0,\"windowMillis\":500,\"maxValue\":\"90000.00\"," + "\"valueAsset\":\"USD\"}"));
        ok(maker.client().post(QUOTES + "/groups", "{\"symbol\":\"BTC-USD\",\"group\":7,\"deltaWeightBps\":5000}"));
        JsonNode quoted = quotes(quote("BTC-USD", "49000.00", "2", "51000.00", "2"));
        ok(taker.places("BUY", "0.5", "51000.00"));

        JsonNode standing = ok(maker.client().get(QUOTES)).json();

        JsonNode item = standing.get("items").get(0);
        assertThat(item.get("symbol").asText()).isEqualTo("BTC-USD");
        assertThat(item.get("bid")).isEqualTo(quoted.get("orders").get(0));
        assertThat(item.get("bid").get("quote").asBoolean()).isTrue();
        assertThat(item.get("ask").get("remaining").asText()).isEqualTo("1.50000");
        assertThat(item.get("group").asInt()).isEqualTo(7);
        assertThat(item.get("deltaWeightBps").asInt()).isEqualTo(5000);
        assertThat(item.get("pulled").asBoolean()).isFalse();
        assertThat(item.get("protection").get("maxDelta").asText()).isEqualTo("5.00000");
        assertThat(item.get("protection").get("maxQuantity").isNull()).isTrue();
        JsonNode all = standing.get("groups").get(0);
        assertThat(all.get("group").asInt()).isZero();
        assertThat(all.get("protection").get("maxValue").asText()).isEqualTo("90000.00000000");
        assertThat(all.get("pulled").isNull()).isTrue();
        ok(maker.client().delete("/api/v1/orders/" + item.get("bid").get("id").asText()));
        assertThat(ok(maker.client().get(QUOTES))
                        .json()
                        .get("items")
                        .get(0)
                        .get("bid")
                        .isNull())
                .isTrue();
        assertThat(ok(taker.client().get(QUOTES)).json().get("items")).isEmpty();
    }

    @Test
    void aGroupOfInstrumentsIsPulledByItsDelta() {
        for (String symbol : List.of("BTC-USD", "ETH-USD")) {
            ok(maker.client().post(QUOTES + "/groups", "{\"symbol\":\"" + symbol + "\",\"group\":1}"));
        }
        ok(maker.client().post(QUOTES + "/protection", "{\"group\":1,\"windowMillis\":60000,\"maxDeltaLots\":100000}"));
        String again = quote("ETH-USD", "2900.00", "3", "3100.00", "3");
        JsonNode orders = quotes(quote("BTC-USD", "49000.00", "2", "51000.00", "2"), again)
                .get("orders");

        ok(taker.places("BUY", "1", "51000.00"));

        for (JsonNode order : orders) {
            assertThat(latest(order).get("reason").asText()).isEqualTo("QUOTES_PULLED");
        }
        JsonNode standing = ok(maker.client().get(QUOTES)).json();
        assertThat(standing.get("items").get(1).get("pulled").asBoolean()).isTrue();
        JsonNode pulled = standing.get("groups").get(1).get("pulled");
        assertThat(pulled.get("weightedDelta").asLong()).isEqualTo(-1_000_000_000L);
        assertThat(maker.client().post(QUOTES, "{\"quotes\":[" + again + "]}").code())
                .isEqualTo("QUOTES_PULLED");
        ok(maker.client().post(QUOTES + "/reset", "{}"));
        assertThat(quotes(again).get("accepted").asInt()).isEqualTo(2);
        Client.Answer refused = maker.client().post(QUOTES + "/groups", "{\"symbol\":\"BTC-USD\",\"group\":101}");
        assertThat(refused.code()).isEqualTo("UNKNOWN_QUOTE_GROUP");
        assertThat(refused.text("field")).isEqualTo("group");
    }

    @Test
    void quotesThatCrossThemselvesAreRefusedByPart() {
        Client.Answer refused = maker.client()
                .post(QUOTES, "{\"quotes\":[" + quote("BTC-USD", "51000.00", "2", "51000.00", "2") + "]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("QUOTE_CROSSES_ITSELF");
    }

    private JsonNode quotes(String... quotes) {
        return ok(maker.client().post(QUOTES, "{\"quotes\":[" + String.join(",", quotes) + "]}"))
                .json();
    }

    private JsonNode latest(JsonNode order) {
        return ok(maker.client().get("/api/v1/orders/" + order.get("id").asText()))
                .json();
    }

    private static String quote(String symbol, String bid, String bidQuantity, String ask, String askQuantity) {
        return "{\"symbol\":\"" + symbol + "\",\"bidPrice\":\"" + bid + "\",\"bidQuantity\":\"" + bidQuantity
                + "\",\"askPrice\":\"" + ask + "\",\"askQuantity\":\"" + askQuantity + "\"}";
    }
}
