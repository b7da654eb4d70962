package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerRulesTest extends TwoTraders {
    private static final String ORDERS = "/api/v1/orders";

    private JsonNode latest(JsonNode order) {
        return ok(alice.client().get(ORDERS + "/" + order.get("id").asText())).json();
    }

    private void trade(String price) {
        ok(bob.places("SELL", "1", price));
        ok(bob.client()
                .post(
                        ORDERS,
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"IOC\","
                                + "\"price\":\"" + price + "\",\"quantity\":\"1\",\"selfTradePrevention\":\"NONE\"}"));
    }

    private static String order(String side, String type, String quantity, String terms) {
        return "{\"symbol\":\"BTC-USD\",\"side\":\"" + side + "\",\"type\":\"" + type + "\",\"quantity\":\"" + quantity
                + "\"," + terms + "}";
    }

    @Test
    void aStopLimitWaitsShowsItsTriggerAndIsElectedByATrade() {
        trade("100.00");
        JsonNode stop = ok(alice.client()
                        .post(
                                ORDERS,
                                order("SELL", "STOP_LIMIT", "2", "\"triggerPrice\":\"99.00\",\"price\":\"98.00\"")))
                .json();

        assertThat(stop.get("status").asText()).isEqualTo("PENDING_TRIGGER");
        assertThat(stop.get("triggerPrice").asText()).isEqualTo("99.00");
        assertThat(stop.get("triggerSource").asText()).isEqualTo("LAST");
        assertThat(stop.get("waitsFor").asText()).isEqualTo("TRIGGER");
        assertThat(latest(stop)).isEqualTo(stop);

        trade("99.00");

        JsonNode elected = latest(stop);
        assertThat(elected.get("status").asText()).isEqualTo("NEW");
        assertThat(elected.get("price").asText()).isEqualTo("98.00");
        assertThat(elected.get("waitsFor").isNull()).isTrue();
    }

    @Test
    void aTriggerThatIsReachedAlreadyIsRefusedAtItsField() {
        trade("100.00");
        Client.Answer refused = alice.client().post(ORDERS, order("SELL", "STOP", "2", "\"triggerPrice\":\"101.00\""));

        assertThat(refused.code()).isEqualTo("WOULD_TRIGGER_AT_ONCE");
        assertThat(refused.text("field")).isEqualTo("triggerPrice");
        Client.Answer missing = alice.client().post(ORDERS, order("SELL", "STOP", "2", "\"postOnly\":\"NO\""));
        assertThat(missing.code()).isEqualTo("TRIGGER_MISSING");
    }

    @Test
    void aWaitingOrdersTriggerCanBeMoved() {
        trade("100.00");
        JsonNode stop = ok(alice.client()
                        .post(
                                ORDERS,
                                order("SELL", "STOP_LIMIT", "2", "\"triggerPrice\":\"99.00\",\"price\":\"98.00\"")))
                .json();

        Client.Answer moved =
                alice.client().patch(ORDERS + "/" + stop.get("id").asText(), "{\"triggerPrice\":\"98.50\"}");

        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(moved.text("triggerPrice")).isEqualTo("98.50");
        assertThat(moved.text("status")).isEqualTo("PENDING_TRIGGER");
        assertThat(latest(stop)).isEqualTo(moved.json());
        ok(alice.client().delete(ORDERS + "/" + stop.get("id").asText()));
        assertThat(latest(stop).get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aTrailingStopShowsWhereItsTriggerStands() {
        trade("100.00");
        JsonNode stop = ok(alice.client()
                        .post(
                                ORDERS,
                                order("SELL", "TRAILING_STOP_LIMIT", "2", "\"trailingBps\":200,\"price\":\"90.00\"")))
                .json();

        assertThat(stop.get("status").asText()).isEqualTo("PENDING_TRIGGER");
        assertThat(stop.get("trailingBps").asInt()).isEqualTo(200);
        assertThat(latest(stop).get("triggerPrice").asText()).isEqualTo("98.00");
        trade("110.00");
        assertThat(latest(stop).get("triggerPrice").asText()).isEqualTo("107.80");
        trade("107.81");
        assertThat(latest(stop).get("status").asText()).isEqualTo("PENDING_TRIGGER");

        trade("107.80");

        JsonNode elected = latest(stop);
        assertThat(elected.get("status").asText()).isEqualTo("NEW");
        assertThat(elected.get("price").asText()).isEqualTo("90.00");
        assertThat(elected.get("triggerPrice").asText()).isEqualTo("107.80");
    }

    @Test
    void aTrailingStopIsNotActiveBeforeItsPriceWasReached() {
        trade("100.00");
        JsonNode stop = ok(alice.client()
                        .post(
                                ORDERS,
                                order(
                                        "SELL",
                                        "TRAILING_STOP",
                                        "2",
                                        "\"trailingTicks\":100,\"activationPrice\":\"105.00\"")))
                .json();

        assertThat(stop.get("activationPrice").asText()).isEqualTo("105.00");
        assertThat(latest(stop).get("triggerPrice").isNull()).isTrue();
        trade("106.00");
        assertThat(latest(stop).get("triggerPrice").asText()).isEqualTo("105.00");
        Client.Answer refused = alice.client()
                .post(ORDERS, order("SELL", "TRAILING_STOP", "2", "\"trailingTicks\":100,\"trailingBps\":100"));
        assertThat(refused.code()).isEqualTo("TRAILING_DISTANCE_INVALID");
        assertThat(refused.text("field")).isEqualTo("trailingTicks");
    }

    @Test
    void theRestOfAMarketToLimitOrderIsALimitOrder() {
        ok(bob.places("SELL", "1", "100.00"));

        JsonNode order = ok(alice.client().post(ORDERS, order("BUY", "MARKET_TO_LIMIT", "3", "\"postOnly\":\"NO\"")))
                .json();

        assertThat(order.get("status").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(order.get("price").asText()).isEqualTo("100.00");
        assertThat(new BigDecimal(order.get("executed").asText())).isEqualByComparingTo("1");
        assertThat(latest(order)).isEqualTo(order);
        Client.Answer refused =
                alice.client().post(ORDERS, order("BUY", "MARKET_TO_LIMIT", "3", "\"timeInForce\":\"IOC\""));
        assertThat(refused.code()).isEqualTo("MARKET_TO_LIMIT_MUST_REST");
        assertThat(refused.text("field")).isEqualTo("timeInForce");
    }

    @Test
    void aStopUntilATimeOrForTheDayEndsWhileItWaits() throws Exception {
        trade("100.00");
        String terms = "\"triggerPrice\":\"90.00\",\"timeInForce\":";
        JsonNode timed = ok(alice.client()
                        .post(
                                ORDERS,
                                order("SELL", "STOP", "2", terms + "\"GTD\",\"expireTime\":\"2199-01-01T00:00:00Z\"")))
                .json();
        JsonNode daily = ok(alice.client().post(ORDERS, order("SELL", "STOP", "2", terms + "\"DAY\"")))
                .json();
        assertThat(timed.get("expireTime").asText()).startsWith("2199-01-01T00:00:00");
        assertThat(daily.get("status").asText()).isEqualTo("PENDING_TRIGGER");
        assertThat(daily.get("timeInForce").asText()).isEqualTo("DAY");

        ok(venue.administrator().post("/api/v1/admin/instruments/BTC-USD/phase", "{\"phase\":\"CLOSED\"}"));

        assertThat(latest(daily).get("status").asText()).isEqualTo("EXPIRED");
        assertThat(latest(daily).get("reason").asText()).isEqualTo("SESSION_CLOSED");
        assertThat(latest(timed).get("status").asText()).isEqualTo("PENDING_TRIGGER");
        Client.Answer refused = alice.client().post(ORDERS, order("SELL", "STOP", "2", terms + "\"AT_CLOSE\""));
        assertThat(refused.code()).isEqualTo("TRIGGER_NOT_FOR_AUCTION");
        assertThat(refused.text("field")).isEqualTo("timeInForce");
    }

    @Test
    void aStopLimitIsAnIcebergOnceItIsElected() {
        trade("100.00");
        JsonNode stop = ok(alice.client()
                        .post(
                                ORDERS,
                                order(
                                        "SELL",
                                        "STOP_LIMIT",
                                        "5",
                                        "\"triggerPrice\":\"99.00\",\"price\":\"98.00\",\"displayQuantity\":\"2\"")))
                .json();
        assertThat(stop.get("displayQuantity").asText()).isEqualTo("2.00000");
        assertThat(latest(stop)).isEqualTo(stop);

        trade("99.00");

        assertThat(latest(stop).get("remaining").asText()).isEqualTo("5.00000");
        assertThat(venue.nobody()
                        .raw("GET", "/api/v1/market/BTC-USD/book", "", Map.of())
                        .json()
                        .get("asks")
                        .toString())
                .isEqualTo("[[\"98.00\",\"2.00000\",1]]");
    }
}
