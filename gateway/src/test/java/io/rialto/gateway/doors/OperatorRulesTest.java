package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the venue's own people do to a market and to its members while it runs. */
class OperatorRulesTest extends TwoTraders {
    private static final String DESK = "/api/v1/admin/instruments/BTC-USD";
    private static final Map<String, String> MONEY = Map.of("BTC", "1000", "USD", "1000000");

    private String places(Trader trader, String side, String quantity, String price) {
        return ok(trader.places(side, quantity, price)).text("id");
    }

    private String executed(Trader trader, String order) {
        return trader.client().get("/api/v1/orders/" + order).text("executed");
    }

    private String status(Trader trader, String order) {
        return trader.client().get("/api/v1/orders/" + order).text("status");
    }

    @Test
    void aMarkPriceElectsWhoWatchesIt() {
        places(bob, "BUY", "1", "94.00");
        String stop = ok(alice.client()
                        .post(
                                "/api/v1/orders",
                                "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"STOP_LIMIT\",\"quantity\":\"1\","
                                        + "\"price\":\"94.00\",\"triggerPrice\":\"95.00\",\"triggerSource\":\"MARK\"}"))
                .text("id");

        ok(administrator.post(DESK + "/mark-price", "{\"price\":\"95.01\"}"));
        assertThat(executed(alice, stop)).isEqualTo("0.00000");
        Client.Answer set = ok(administrator.post(DESK + "/mark-price", "{\"price\":\"95.00\"}"));

        assertThat(set.text("price")).isEqualTo("95.00");
        assertThat(status(alice, stop)).isEqualTo("FILLED");
    }

    @Test
    void aLeadMarketMakerIsGivenItsPartFirst() throws Exception {
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"PRE_OPEN\"}"));
        ok(administrator.post(DESK + "/parameters", "{\"parameter\":\"MATCHING_ALGORITHM\",\"value\":\"PRO_RATA\"}"));
        ok(administrator.post(
                DESK + "/lead-market-makers", "{\"account\":\"" + alice.account() + "\",\"shareBps\":4000}"));
        ok(administrator.post(DESK + "/phase", "{\"phase\":\"CONTINUOUS\"}"));
        String first = places(bob, "SELL", "10", "100.00");
        String lead = places(alice, "SELL", "10", "100.00");

        places(venue.trader("carol", MONEY), "BUY", "10", "100.00");

        assertThat(executed(alice, lead)).isEqualTo("6.25000"); // 4, and 6 of the other 16 by 6
        assertThat(executed(bob, first)).isEqualTo("3.75000");
    }

    @Test
    void aRevealedSeedEndsACallAndAnotherOneDoesNot() throws Exception {
        String seed = "00112233445566770000000000000000"; // its low half is the part of the window: none
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(seed));
        ok(administrator.post(
                DESK + "/phase",
                "{\"phase\":\"CALL\",\"kind\":\"CLOSING\",\"windowSeconds\":600,\"next\":\"CLOSED\",\"seedHash\":\""
                        + HexFormat.of().formatHex(hash) + "\"}"));
        String ask = places(alice, "SELL", "1", "100.00");
        places(bob, "BUY", "1", "100.00");

        Client.Answer wrong = administrator.post(DESK + "/seed", "{\"seed\":\"" + "0".repeat(32) + "\"}");
        assertThat(wrong.code()).isEqualTo("SEED_DOES_NOT_MATCH");
        assertThat(auction().get("phase").asText()).isEqualTo("CALL");
        ok(administrator.post(DESK + "/seed", "{\"seed\":\"" + seed + "\"}"));

        assertThat(auction().get("phase").asText()).isEqualTo("CLOSED");
        assertThat(auction().get("last").get("seed").asText()).isEqualTo(seed);
        assertThat(status(alice, ask)).isEqualTo("FILLED");
    }

    private JsonNode auction() {
        return ok(venue.nobody().raw("GET", "/api/v1/market/BTC-USD/auction", "", Map.of()))
                .json();
    }

    @Test
    void anAdministratorCancelsByAccountSideAndRangeOfPrices() {
        String below = places(alice, "SELL", "1", "99.00");
        String within = places(alice, "SELL", "1", "100.00");
        String top = places(alice, "SELL", "1", "101.00");
        String others = places(bob, "SELL", "1", "100.50");
        places(alice, "BUY", "1", "90.00");

        JsonNode cancelled = ok(administrator.post(
                        "/api/v1/admin/orders/cancel",
                        "{\"account\":\"" + alice.account() + "\",\"symbol\":\"BTC-USD\",\"side\":\"SELL\","
                                + "\"lowest\":\"100.00\",\"highest\":\"101.00\"}"))
                .json();

        assertThat(cancelled.get("orders").toString()).isEqualTo("[\"" + within + "\",\"" + top + "\"]");
        assertThat(status(alice, below)).isEqualTo("NEW");
        assertThat(status(bob, others)).isEqualTo("NEW");
    }

    @Test
    void aSuspendedFirmPlacesNothingUntilItIsResumed() {
        String account = ok(administrator.post("/api/v1/admin/accounts", "{\"name\":\"desk\",\"firm\":\"Acme\"}"))
                .text("id");
        Client.Answer key = ok(administrator.post(
                "/api/v1/admin/accounts/" + account + "/api-keys", "{\"label\":\"desk\",\"scopes\":[\"trade\"]}"));
        Client desk = venue.again(key.text("key"), key.text("secret"));
        ok(administrator.post(
                "/api/v1/admin/deposits", "{\"account\":\"" + account + "\",\"asset\":\"USD\",\"amount\":\"500\"}"));
        String resting = ok(desk.post("/api/v1/orders", VenueUnderTest.order("BUY", "1", "90.00")))
                .text("id");

        JsonNode suspended = ok(administrator.post(
                        "/api/v1/admin/suspend", "{\"scope\":\"FIRM\",\"target\":\"Acme\",\"cancelOpenOrders\":true}"))
                .json();

        assertThat(suspended.get("cancelled").toString()).isEqualTo("[\"" + resting + "\"]");
        assertThat(desk.post("/api/v1/orders", VenueUnderTest.order("BUY", "1", "90.00"))
                        .code())
                .isEqualTo("FIRM_SUSPENDED");
        ok(administrator.post("/api/v1/admin/suspend", "{\"scope\":\"FIRM\",\"target\":\"Acme\",\"resume\":true}"));
        ok(desk.post("/api/v1/orders", VenueUnderTest.order("BUY", "1", "90.00")));
    }
}
