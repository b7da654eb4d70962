package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseRulesTest extends TwoTraders {
    private static final String DESK = "/api/v1/admin/instruments/BTC-USD";

    private JsonNode market(String what) {
        return ok(venue.nobody().raw("GET", "/api/v1/market/BTC-USD/" + what, "", Map.of()))
                .json();
    }

    @Test
    void aCallShowsWhatItWouldTradeAndLeavingItTradesAtOnePrice() {
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CALL\",\"reason\":\"opening\"}"));
        ok(bob.places("BUY", "3", "102.00"));
        ok(bob.places("BUY", "2", "101.00"));
        ok(bob.places("BUY", "4", "100.00"));
        ok(alice.places("SELL", "5", "99.00"));
        JsonNode ask = ok(alice.places("SELL", "2.5", "100.00")).json();

        assertThat(ask.get("status").asText()).isEqualTo("NEW");
        JsonNode auction = market("auction");
        assertThat(auction.get("phase").asText()).isEqualTo("CALL");
        assertThat(auction.get("indicativePrice").asText()).isEqualTo("100.00");
        assertThat(auction.get("indicativeVolume").asText()).isEqualTo("7.50000");
        assertThat(auction.get("imbalance").asText()).isEqualTo("1.50000");
        assertThat(auction.get("imbalanceSide").asText()).isEqualTo("BUY");
        assertThat(market("book").get("bids")).hasSize(3);
        assertThat(market("book").get("asks")).hasSize(2);

        JsonNode moved = ok(administrator.post(DESK + "/phase", "{\"phase\":\"CONTINUOUS\"}"))
                .json();

        assertThat(moved.get("phase").asText()).isEqualTo("CONTINUOUS");
        assertThat(moved.get("auctionPrice").asText()).isEqualTo("100.00");
        assertThat(moved.get("auctionVolume").asText()).isEqualTo("7.50000");
        assertThat(market("auction").get("last").get("price").asText()).isEqualTo("100.00");
        assertThat(market("auction").get("indicativePrice").isNull()).isTrue();
        assertThat(market("book").get("bids").toString()).isEqualTo("[[\"100.00\",\"1.50000\",1]]");
        assertThat(market("book").get("asks")).isEmpty();
        assertThat(alice.client()
                        .get("/api/v1/orders/" + ask.get("id").asText())
                        .text("status"))
                .isEqualTo("FILLED");
        assertThat(market("trades").get("items"))
                .allMatch(trade -> trade.get("price").asText().equals("100.00"));
    }

    @Test
    void aHaltedMarketTakesCancelsOnlyAndResumesThroughAnAuction() {
        String id = ok(alice.places("SELL", "1", "100.00")).text("id");
        ok(administrator.post("/api/v1/admin/halt", "{\"symbol\":\"BTC-USD\",\"reason\":\"news\"}"));

        assertThat(bob.places("BUY", "1", "100.00").code()).isEqualTo("MARKET_HALTED");
        assertThat(ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-USD", "", Map.of()))
                        .text("phase"))
                .isEqualTo("HALT");
        ok(alice.client().delete("/api/v1/orders/" + id));

        ok(administrator.post("/api/v1/admin/resume", "{\"symbol\":\"BTC-USD\"}"));

        assertThat(bob.places("BUY", "1", "100.00").status()).isEqualTo(201);
    }

    @Test
    void aTimedCallTellsWhenItEndsAndWhatFollows() {
        Client.Answer moved = administrator.post(
                DESK + "/phase", "{\"phase\":\"CALL\",\"kind\":\"INTRADAY\",\"seconds\":600,\"next\":\"CONTINUOUS\"}");

        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        JsonNode auction = market("auction");
        assertThat(auction.get("kind").asText()).isEqualTo("INTRADAY");
        assertThat(auction.get("earliestEnd").isTextual()).isTrue();
        assertThat(auction.get("next").asText()).isEqualTo("CONTINUOUS");
    }

    @Test
    void aHiddenOrderStaysHiddenInACallAndTradesInIt() {
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CALL\"}"));
        ok(alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"price\":\"100.00\","
                                + "\"quantity\":\"2\",\"hidden\":true}"));
        JsonNode bid = ok(bob.places("BUY", "1", "101.00")).json();

        assertThat(market("book").get("asks")).isEmpty();
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CONTINUOUS\"}"));

        assertThat(bob.client().get("/api/v1/orders/" + bid.get("id").asText()).text("status"))
                .isEqualTo("FILLED");
    }

    @Test
    void aMarketOrderForTheAuctionWaitsOutsideOfTheBookAndTradesInIt() {
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CALL\"}"));
        JsonNode ask = ok(sellsAtMarket("2", "GOOD_FOR_AUCTION")).json();
        ok(bob.places("BUY", "1", "101.00"));

        assertThat(ask.get("waitsFor").asText()).isEqualTo("AUCTION");
        assertThat(market("book").get("asks")).isEmpty();
        assertThat(market("auction").get("indicativePrice").asText()).isEqualTo("101.00");
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CONTINUOUS\"}"));

        JsonNode done = order(ask);
        assertThat(done.get("status").asText()).isEqualTo("EXPIRED");
        assertThat(done.get("executed").asText()).isEqualTo("1.00000");
    }

    @Test
    void anOrderAtTheCloseWaitsForTheClosingCall() {
        JsonNode ask = ok(sellsAtMarket("1", "AT_CLOSE")).json();
        ok(bob.places("BUY", "1", "101.00"));
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CALL\",\"kind\":\"CLOSING\",\"next\":\"CLOSED\"}"));

        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CLOSED\"}"));

        assertThat(order(ask).get("status").asText()).isEqualTo("FILLED");
    }

    @Test
    void anAuctionThatPreventsOwnTradesCancelsTheYounger() {
        ok(administrator.post(DESK + "/parameters", "{\"parameter\":\"AUCTION_SELF_TRADES\",\"value\":\"1\"}"));
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CALL\"}"));
        JsonNode older = ok(alice.places("BUY", "3", "101.00")).json();
        JsonNode younger = ok(alice.places("SELL", "2", "100.00")).json();
        ok(bob.places("SELL", "1", "101.00"));

        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CONTINUOUS\"}"));

        assertThat(order(younger).get("status").asText()).isEqualTo("EXPIRED");
        assertThat(order(younger).get("reason").asText()).isEqualTo("SELF_TRADE_PREVENTED");
        assertThat(order(older).get("executed").asText()).isEqualTo("1.00000");
        assertThat(market("auction").get("last").get("volume").asText()).isEqualTo("1.00000");
    }

    private Client.Answer sellsAtMarket(String quantity, String timeInForce) {
        return alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"MARKET\",\"quantity\":\"" + quantity
                                + "\",\"timeInForce\":\"" + timeInForce + "\"}");
    }

    private JsonNode order(JsonNode placed) {
        return ok(alice.client().get("/api/v1/orders/" + placed.get("id").asText()))
                .json();
    }
}
