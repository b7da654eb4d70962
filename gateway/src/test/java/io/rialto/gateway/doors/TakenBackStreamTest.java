package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Whoever was told of a trade is told when it is taken back. */
class TakenBackStreamTest extends TwoTraders {
    private static final String TRADES = ",\"channel\":\"trades\",\"symbol\":\"BTC-USD\"";
    private static final String DAYS = ",\"channel\":\"candles\",\"symbol\":\"BTC-USD\",\"interval\":\"1d\"";

    @Test
    void aBustedTradeIsToldOnceMore() {
        settlesLater();
        StreamClient client = subscribed(TRADES);
        trades("100.00");
        JsonNode made = client.of("trades");
        assertThat(made.at("/data/takenBack").isNull()).isTrue();

        long busted = bust(1);

        JsonNode told = client.of("trades");
        assertThat(told.get("sequence").asLong()).isEqualTo(busted);
        assertThat(told.at("/data/takenBack").asText()).isEqualTo("BUSTED");
        for (String same : new String[] {"id", "price", "quantity", "takerSide", "time", "sequence"})
            assertThat(told.at("/data/" + same)).as(same).isEqualTo(made.at("/data/" + same));
    }

    @Test
    void aCorrectionStandsInThePlaceOfItsOriginalAndIsTakenBackThere() {
        settlesLater();
        StreamClient client = subscribed(TRADES);
        trades("100.00");
        client.of("trades");

        correct(1, "90.00", "0.2");

        JsonNode corrected = client.of("trades");
        assertThat(corrected.at("/data/id").asText()).isEqualTo("1");
        assertThat(corrected.at("/data/price").asText()).isEqualTo("100.00");
        assertThat(corrected.at("/data/takenBack").asText()).isEqualTo("CORRECTED");
        assertThat(corrected.at("/data/correction").toString())
                .isEqualTo("{\"id\":\"2\",\"price\":\"90.00\",\"quantity\":\"0.20000\"}");
        assertThat(tape()).isEqualTo(corrected.get("data"));

        bust(2);

        JsonNode gone = client.of("trades");
        assertThat(gone.at("/data/id").asText()).isEqualTo("1");
        assertThat(gone.at("/data/takenBack").asText()).isEqualTo("BUSTED");
        assertThat(gone.at("/data/correction").isNull()).isTrue();
        assertThat(tape()).isEqualTo(gone.get("data"));
        assertThat(newest(TRADES)).isEqualTo(gone.get("data"));
    }

    @Test
    void whatWasTakenBackMeanwhileIsAmongWhatWasMissed() {
        settlesLater();
        StreamClient first = subscribed(TRADES);
        trades("100.00");
        long seen = first.of("trades").get("sequence").asLong();
        first.close();
        long busted = bust(1);

        StreamClient again = new StreamClient(venue.port());
        assertThat(again.answer(again.asks("resume", TRADES + ",\"from\":" + seen))
                        .get("op")
                        .asText())
                .isEqualTo("resumed");

        JsonNode told = again.of("trades");
        assertThat(told.get("sequence").asLong()).isEqualTo(busted);
        assertThat(told.at("/data/takenBack").asText()).isEqualTo("BUSTED");
    }

    @Test
    void aReversedTradeIsToldAndStaysInCandles() {
        StreamClient client = subscribed(TRADES);
        trades("100.00");
        client.of("trades");

        ok(administrator.post("/api/v1/admin/trades/1/bust", "{\"afterSettlement\":true}"));

        assertThat(client.of("trades").at("/data/takenBack").asText()).isEqualTo("REVERSED");
        JsonNode day = newest(DAYS);
        assertThat(day.get("trades").asInt()).isEqualTo(1);
    }

    @Test
    void aCandleIsToldAgainWithoutTheTradeAndTheDayToo() {
        settlesLater();
        trades("100.00");
        trades("110.00");
        StreamClient client = subscribed(DAYS);
        StreamClient day = subscribed(",\"channel\":\"ticker\",\"symbol\":\"BTC-USD\"");

        bust(2);

        JsonNode left = client.of("candles");
        assertThat(left.at("/data/high").asText()).isEqualTo("100.00");
        assertThat(left.at("/data/trades").asInt()).isEqualTo(1);
        assertThat(day.next(message -> message.at("/data/trades").asInt() == 1)
                        .at("/data/lastPrice")
                        .asText())
                .isEqualTo("100.00");

        bust(1);

        JsonNode gone = client.of("candles");
        assertThat(gone.at("/data/openTime")).isEqualTo(left.at("/data/openTime"));
        assertThat(gone.at("/data/trades").asInt()).isZero();
        assertThat(gone.at("/data/close").isNull()).isTrue();
    }

    private void settlesLater() {
        ok(administrator.post(
                "/api/v1/admin/settlement/terms", "{\"symbol\":\"BTC-USD\",\"days\":2,\"buyInCycles\":1}"));
    }

    private void trades(String price) {
        ok(alice.places("SELL", "0.1", price));
        ok(bob.places("BUY", "0.1", price));
    }

    private long bust(int trade) {
        return ok(administrator.post("/api/v1/admin/trades/" + trade + "/bust", "{\"afterSettlement\":false}"))
                .json()
                .get("sequence")
                .asLong();
    }

    private void correct(int trade, String price, String quantity) {
        ok(administrator.post(
                "/api/v1/admin/trades/" + trade + "/correction",
                "{\"symbol\":\"BTC-USD\",\"price\":\"" + price + "\",\"quantity\":\"" + quantity + "\"}"));
    }

    private JsonNode tape() {
        return ok(bob.client().get("/api/v1/market/BTC-USD/trades")).json().at("/items/0");
    }

    private StreamClient subscribed(String fields) {
        StreamClient client = new StreamClient(venue.port());
        client.answer(client.asks("subscribe", fields));
        client.next(message -> message.path("type").asText().equals("SNAPSHOT"));
        return client;
    }

    /** The newest that the channel begins with. */
    private JsonNode newest(String fields) {
        StreamClient client = new StreamClient(venue.port());
        client.answer(client.asks("subscribe", fields));
        JsonNode items = client.next(message -> message.path("type").asText().equals("SNAPSHOT"))
                .at("/data/items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
