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

class ListRulesTest {
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
    void whatOneLegOfAnOcoDoesEndsTheOther() {
        trade("100.00");
        String take = order("SELL", "LIMIT", "2", "\"price\":\"110.00\",\"clientOrderId\":\"take\"");
        String stop = order(
                "SELL", "STOP_LIMIT", "2", "\"triggerPrice\":\"90.00\",\"price\":\"89.00\",\"clientOrderId\":\"stop\"");

        JsonNode list = ok(alice.client()
                        .post(ORDERS + "/lists", "{\"kind\":\"OCO\",\"orders\":[" + take + "," + stop + "]}"))
                .json();

        assertThat(list.get("orders")).hasSize(2);
        JsonNode first = list.get("orders").get(0);
        JsonNode second = list.get("orders").get(1);
        assertThat(first.get("clientOrderId").asText()).isEqualTo("take");
        assertThat(first.get("listId")).isEqualTo(list.get("id"));
        assertThat(second.get("status").asText()).isEqualTo("PENDING_TRIGGER");
        assertThat(latest(first)).isEqualTo(first);
        assertThat(latest(second)).isEqualTo(second);

        ok(bob.places("BUY", "1", "110.00"));

        assertThat(latest(first).get("status").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(latest(second).get("status").asText()).isEqualTo("CANCELLED");
        assertThat(latest(second).get("reason").asText()).isEqualTo("OTHER_LEG_DONE");
    }

    @Test
    void aChildStartsToWorkWhenItsParentIsFilled() {
        String parent = order("BUY", "LIMIT", "1", "\"price\":\"100.00\"");
        String child = order("SELL", "LIMIT", "1", "\"price\":\"120.00\"");

        JsonNode list = ok(alice.client()
                        .post(ORDERS + "/lists", "{\"kind\":\"OTO\",\"orders\":[" + parent + "," + child + "]}"))
                .json();
        JsonNode waiting = list.get("orders").get(1);
        assertThat(waiting.get("waitsFor").asText()).isEqualTo("PARENT");
        ok(bob.places("SELL", "1", "100.00"));

        JsonNode working = latest(waiting);
        assertThat(working.get("waitsFor").isNull()).isTrue();
        assertThat(working.get("status").asText()).isEqualTo("NEW");
        assertThat(working.get("price").asText()).isEqualTo("120.00");
    }

    @Test
    void legsThatDoNotFitAreRefusedByPart() {
        String take = order("SELL", "LIMIT", "2", "\"price\":\"110.00\"");
        String other = order("BUY", "LIMIT", "2", "\"price\":\"90.00\"");

        Client.Answer refused =
                alice.client().post(ORDERS + "/lists", "{\"kind\":\"OCO\",\"orders\":[" + take + "," + other + "]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("LEGS_DIFFER");
        assertThat(refused.text("detail")).contains("part 1");
    }
}
