package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerRulesTest {
    private static final String ORDERS = "/api/v1/orders";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "1000", "USD", "1000000"));
        bob = venue.trader("bob", Map.of("BTC", "1000", "USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

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
}
