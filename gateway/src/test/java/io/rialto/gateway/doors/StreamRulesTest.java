package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamRulesTest extends TwoTraders {
    private static final String BOOK = ",\"channel\":\"book\",\"symbol\":\"BTC-USD\",\"depth\":5";
    private static final String L3 = ",\"channel\":\"l3\",\"symbol\":\"BTC-USD\"";
    private static final String TRADES = ",\"channel\":\"trades\",\"symbol\":\"BTC-USD\"";

    @Test
    void aBookBeginsWithASnapshotAndItsChangesJoin() {
        alice.places("BUY", "0.5", "100.00");
        StreamClient client = client();

        JsonNode answer = client.answer(client.asks("subscribe", BOOK));
        assertThat(answer.get("op").asText()).isEqualTo("subscribed");
        assertThat(answer.get("speed").asText()).isEqualTo("REAL_TIME");
        JsonNode snapshot = client.of("book");
        assertThat(snapshot.get("type").asText()).isEqualTo("SNAPSHOT");
        assertThat(snapshot.get("bids").toString()).isEqualTo("[[\"100.00\",\"0.50000\"]]");

        long placed =
                ok(alice.places("SELL", "0.2", "101.00")).json().get("sequence").asLong();
        JsonNode rested = client.of("book");
        assertThat(rested.get("first").asLong()).isEqualTo(snapshot.get("last").asLong() + 1);
        assertThat(rested.get("last").asLong()).isEqualTo(placed);
        assertThat(rested.get("asks").toString()).isEqualTo("[[\"101.00\",\"0.20000\"]]");
        assertThat(rested.get("bids")).isEmpty();

        bob.places("BUY", "0.2", "101.00");
        JsonNode taken = client.of("book");
        assertThat(taken.get("first").asLong()).isEqualTo(placed + 1);
        assertThat(taken.get("asks").toString()).isEqualTo("[[\"101.00\",\"0\"]]");
    }

    @Test
    void aBookShowsItsBestLevelsAndNoMore() {
        StreamClient client = client();
        client.asks("subscribe", BOOK.replace("5", "1"));
        client.of("book");

        alice.places("BUY", "0.1", "100.00");
        assertThat(client.of("book").get("bids").toString()).isEqualTo("[[\"100.00\",\"0.10000\"]]");
        alice.places("BUY", "0.1", "99.00"); // out of sight
        String better = ok(alice.places("BUY", "0.1", "101.00")).text("id");
        assertThat(client.of("book").get("bids").toString()).isEqualTo("[[\"101.00\",\"0.10000\"],[\"100.00\",\"0\"]]");
        alice.client().delete("/api/v1/orders/" + better);
        assertThat(client.of("book").get("bids").toString()).isEqualTo("[[\"101.00\",\"0\"],[\"100.00\",\"0.10000\"]]");
    }

    @Test
    void whatWasMissedIsToldOnceAndThenWhatHappens() {
        StreamClient first = client();
        first.asks("subscribe", TRADES);
        first.of("trades");
        trades(1);
        long seen = first.of("trades").get("sequence").asLong();
        first.close();
        trades(3);

        StreamClient again = client();
        JsonNode answer = again.answer(again.asks("resume", TRADES + ",\"from\":" + seen));
        trades(2);

        assertThat(answer.get("op").asText()).isEqualTo("resumed");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            numbers.add(again.of("trades").at("/data/id").asText());
        assertThat(numbers).containsExactly("2", "3", "4", "5", "6");
    }

    @Test
    void anAccountResumesOverARestart() throws Exception {
        StreamClient first = signed(alice);
        first.asks("subscribe", ",\"channel\":\"fills\"");
        first.of("fills");
        trades(1);
        long seen = first.of("fills").get("sequence").asLong();
        trades(2);
        venue.close();
        assertThat(first.next(message -> message.path("op").asText().equals("shutdown"))
                        .get("reason")
                        .asText())
                .isEqualTo("the venue is closing");
        assertThat(closed(first)).isEqualTo(1001);
        venue = VenueUnderTest.open(data);
        alice = again(alice);
        bob = again(bob);

        StreamClient back = signed(alice);
        JsonNode answer = back.answer(back.asks("resume", ",\"channel\":\"fills\",\"from\":" + seen));
        trades(1);

        assertThat(answer.get("op").asText()).isEqualTo("resumed");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            numbers.add(back.of("fills").at("/data/tradeId").asText());
        assertThat(numbers).containsExactly("2", "3", "4");
        assertThat(back.answer(back.asks("resume", ",\"channel\":\"fills\",\"from\":9000000000"))
                        .get("op")
                        .asText())
                .isEqualTo("resync");
        assertThat(back.of("fills").at("/data/items")).hasSize(4);
    }

    @Test
    void anAccountIsToldItsOwnAndNobodyElses() {
        StreamClient ofAlice = signed(alice);
        StreamClient ofBob = signed(bob);
        for (String channel : List.of("orders", "fills", "balances")) {
            ofAlice.asks("subscribe", ",\"channel\":\"" + channel + "\"");
            ofBob.asks("subscribe", ",\"channel\":\"" + channel + "\"");
            assertThat(ofAlice.of(channel).get("type").asText()).isEqualTo("SNAPSHOT");
            ofBob.of(channel);
        }

        String order = ok(alice.places("SELL", "0.5", "100.00")).text("id");
        JsonNode rested = ofAlice.of("orders");
        assertThat(rested.at("/data/id").asText()).isEqualTo(order);
        assertThat(rested.at("/data/status").asText()).isEqualTo("NEW");
        assertThat(ofAlice.of("balances").at("/data/held").asText()).isEqualTo("0.50000000");
        long taken =
                ok(bob.places("BUY", "0.5", "100.00")).json().get("sequence").asLong();

        JsonNode filled = ofAlice.of("orders");
        assertThat(filled.get("sequence").asLong()).isEqualTo(taken);
        assertThat(filled.at("/data/status").asText()).isEqualTo("FILLED");
        assertThat(filled.at("/data/fills")).hasSize(1);
        assertThat(ofAlice.of("fills").at("/data/liquidity").asText()).isEqualTo("MAKER");
        JsonNode bobs = ofBob.next();
        assertThat(bobs.toString()).doesNotContain("\"" + order + "\"");
        assertThat(bobs.get("sequence").asLong()).isEqualTo(taken); // nothing of alice's came before
    }

    @Test
    void aPositionIsToldWhenATradeMovedIt() {
        StreamClient client = signed(alice);
        client.asks("subscribe", ",\"channel\":\"positions\"");
        client.of("positions");

        trades(1);

        JsonNode position = client.of("positions");
        assertThat(position.get("type").asText()).isEqualTo("UPDATE");
        assertThat(position.at("/data/symbol").asText()).isEqualTo("BTC-USD");
        assertThat(position.at("/data/side").asText()).isEqualTo("SHORT");
    }

    @Test
    void tickersAndCandlesAreToldAsTradesChangeThem() {
        StreamClient client = client();
        client.asks("subscribe", ",\"channel\":\"ticker\",\"symbol\":\"BTC-USD\"");
        assertThat(client.of("ticker").at("/data/lastPrice").isNull()).isTrue();
        client.asks("subscribe", ",\"channel\":\"candles\",\"symbol\":\"BTC-USD\",\"interval\":\"1d\"");
        assertThat(client.of("candles").at("/data/items")).isEmpty();

        trades(1);

        JsonNode told = client.next(message -> message.at("/data/lastPrice").isTextual()
                || message.at("/data/close").isTextual());
        JsonNode other = client.next(message -> !message.path("channel").equals(told.get("channel"))
                && (message.at("/data/lastPrice").isTextual()
                        || message.at("/data/close").isTextual()));
        assertThat(told.at("/data/volume").asText()).isEqualTo("0.10000");
        assertThat(other.at("/data/volume").asText()).isEqualTo("0.10000");
        refused(client, "subscribe", ",\"channel\":\"candles\",\"symbol\":\"BTC-USD\"", "MISSING_FIELD");
        refused(
                client,
                "subscribe",
                ",\"channel\":\"candles\",\"symbol\":\"BTC-USD\",\"interval\":\"7q\"",
                "INVALID_VALUE");
        refused(
                client,
                "subscribe",
                ",\"channel\":\"ticker\",\"symbol\":\"BTC-USD\",\"speed\":\"REAL_TIME\"",
                "INVALID_VALUE");
    }

    @Test
    void whatIsOfAnAccountNeedsSomebodyWhoMayRead() throws Exception {
        StreamClient client = client();
        refused(client, "subscribe", ",\"channel\":\"orders\"", "MISSING_CREDENTIALS");
        Client.Answer key = ok(administrator.post(
                "/api/v1/admin/accounts/" + alice.account() + "/api-keys",
                "{\"label\":\"blind\",\"scopes\":[\"trade\"]}"));
        assertThat(client.signs(venue.again(key.text("key"), key.text("secret")))
                        .get("status")
                        .asInt())
                .isEqualTo(200);
        refused(client, "subscribe", ",\"channel\":\"orders\"", "FORBIDDEN");
        refused(client, "resume", ",\"channel\":\"orders\",\"from\":0", "FORBIDDEN");
    }

    @Test
    void whatIsWrongIsRefusedAndNeighboursGoOn() {
        StreamClient neighbour = client();
        neighbour.asks("subscribe", TRADES);
        neighbour.of("trades");
        StreamClient client = client();

        refused(client, "subscribe", ",\"channel\":\"gossip\",\"symbol\":\"BTC-USD\"", "INVALID_VALUE");
        refused(client, "subscribe", ",\"channel\":\"book\",\"symbol\":\"NO-SUCH\"", "UNKNOWN_INSTRUMENT");
        refused(client, "subscribe", ",\"channel\":\"book\",\"symbol\":7", "WRONG_TYPE");
        refused(client, "subscribe", ",\"channel\":\"book\"", "MISSING_FIELD");
        refused(client, "subscribe", ",\"symbol\":\"BTC-USD\"", "MISSING_FIELD");
        refused(client, "subscribe", BOOK + "7", "INVALID_VALUE");
        refused(client, "subscribe", BOOK + ",\"speed\":\"WARP\"", "INVALID_VALUE");
        refused(client, "subscribe", BOOK + ",\"more\":1", "UNKNOWN_FIELD");
        refused(client, "subscribe", TRADES + ",\"depth\":5", "UNKNOWN_FIELD");
        refused(client, "subscribe", L3 + ",\"depth\":20", "INVALID_VALUE");
        refused(client, "resume", TRADES, "MISSING_FIELD");
        refused(client, "resume", TRADES + ",\"from\":-1", "INVALID_VALUE");
        refused(client, "unsubscribe", TRADES, "NOT_SUBSCRIBED");
        refused(client, "heartbeat", ",\"channel\":\"book\"", "UNKNOWN_FIELD");
        client.sendsBytes(new byte[] {1, 2, 3});
        assertThat(closed(client)).isEqualTo(1003);
        StreamClient loud = client();
        loud.sends("{\"op\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(closed(loud)).isEqualTo(1009);

        trades(1);
        assertThat(neighbour.of("trades").at("/data/id").asText()).isEqualTo("1");
    }

    @Test
    void aConnectionHasSoManySubscriptionsAndNoMore() {
        StreamClient client = client();
        int had = 0;
        for (int i = 0; had < 100; i++) {
            ok(administrator.post("/api/v1/admin/assets", "{\"code\":\"A" + i + "\",\"scale\":4}"));
            ok(administrator.post(
                    "/api/v1/admin/instruments",
                    "{\"symbol\":\"A" + i + "-USD\",\"base\":\"A" + i + "\",\"quote\":\"USD\",\"tickSize\":\"0.01\","
                            + "\"lotSize\":\"0.01\",\"minQuantity\":\"0.01\",\"maxQuantity\":\"100\","
                            + "\"minNotional\":\"0\",\"makerFeeRate\":\"0\",\"takerFeeRate\":\"0\"}"));
            for (String channel : List.of("book", "trades", "auction", "status")) {
                String fields = ",\"channel\":\"" + channel + "\",\"symbol\":\"A" + i + "-USD\"";
                assertThat(client.answer(client.asks("subscribe", fields))
                                .get("op")
                                .asText())
                        .isEqualTo("subscribed");
                had++;
            }
        }

        refused(client, "subscribe", TRADES, "TOO_MANY_SUBSCRIPTIONS");
        String one = ",\"channel\":\"status\",\"symbol\":\"A3-USD\"";
        assertThat(client.answer(client.asks("subscribe", one)).get("op").asText())
                .isEqualTo("subscribed"); // anew
        client.answer(client.asks("unsubscribe", one));
        assertThat(client.answer(client.asks("subscribe", TRADES)).get("op").asText())
                .isEqualTo("subscribed");
    }

    @Test
    void whoUnsubscribedIsToldNoMore() {
        StreamClient client = client();
        client.asks("subscribe", TRADES);
        client.of("trades");
        client.answer(client.asks("unsubscribe", TRADES));

        trades(1);
        long sequence = venue.sequence();

        JsonNode beat = client.answer(client.asks("heartbeat", ""));
        while (beat.get("sequence").asLong() < sequence) {
            JsonNode next = client.next();
            assertThat(next.has("channel") && !next.has("op"))
                    .as(next.toString())
                    .isFalse();
            if (next.has("id")) beat = client.answer(client.asks("heartbeat", ""));
        }
    }

    @Test
    void phasesAndAuctionsAreTold() {
        StreamClient client = client();
        client.asks("subscribe", ",\"channel\":\"status\",\"symbol\":\"BTC-USD\"");
        assertThat(client.of("status").at("/data/phase").asText()).isEqualTo("CONTINUOUS");
        client.asks("subscribe", ",\"channel\":\"auction\",\"symbol\":\"BTC-USD\"");
        client.of("auction");

        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/phase", "{\"phase\":\"CALL\"}"));
        assertThat(client.of("status").at("/data/phase").asText()).isEqualTo("CALL");
        alice.places("SELL", "0.5", "100.00");
        bob.places("BUY", "0.5", "100.00");
        JsonNode indicated =
                client.next(message -> message.at("/data/indicativePrice").isTextual());
        assertThat(indicated.at("/data/indicativeVolume").asText()).isEqualTo("0.50000");
        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/phase", "{\"phase\":\"CONTINUOUS\"}"));
        JsonNode result = client.next(message -> message.at("/data/last/price").isTextual());
        assertThat(result.at("/data/last/volume").asText()).isEqualTo("0.50000");
    }

    @Test
    void aMessageThatIsNotToldIsFound() {
        StreamClient client = client();
        client.asks("subscribe", TRADES);
        String well = client.of("trades").toString();

        assertThat(DocumentedMessages.faultsOf("trades", well)).isEmpty();
        assertThat(DocumentedMessages.faultsOf("trades", well.replace("\"sequence\"", "\"number\"")))
                .isNotEmpty();
        assertThat(DocumentedMessages.faultsOf("book", well)).isNotEmpty();
    }

    private void trades(int count) {
        for (int i = 0; i < count; i++) {
            ok(alice.places("SELL", "0.1", "100.00"));
            ok(bob.places("BUY", "0.1", "100.00"));
        }
    }

    private StreamClient client() {
        return new StreamClient(venue.port());
    }

    private StreamClient signed(VenueUnderTest.Trader trader) {
        StreamClient client = client();
        assertThat(client.signs(trader.client()).get("status").asInt()).isEqualTo(200);
        return client;
    }

    private VenueUnderTest.Trader again(VenueUnderTest.Trader trader) {
        return new VenueUnderTest.Trader(
                trader.account(), trader.key(), trader.secret(), venue.again(trader.key(), trader.secret()));
    }

    private static int closed(StreamClient client) {
        return client.next(message -> message.path("op").asText().equals("closed"))
                .get("status")
                .asInt();
    }

    private static void refused(StreamClient client, String op, String fields, String code) {
        JsonNode answer = client.answer(client.asks(op, fields));
        assertThat(Map.of(
                        "op",
                        answer.get("op").asText(),
                        "code",
                        answer.path("code").asText()))
                .as(op + fields)
                .isEqualTo(Map.of("op", "error", "code", code));
    }
}
