package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListRulesTest extends TwoTraders {
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
    void aListTellsHowItAndItsLegsStand() {
        trade("100.00");
        String take = order("SELL", "LIMIT", "2", "\"price\":\"110.00\"");
        String stop = order("SELL", "STOP_LIMIT", "2", "\"triggerPrice\":\"90.00\",\"price\":\"89.00\"");
        JsonNode list = ok(alice.client()
                        .post(ORDERS + "/lists", "{\"kind\":\"OUO\",\"orders\":[" + take + "," + stop + "]}"))
                .json();
        String path = ORDERS + "/lists/" + list.get("id").asText();
        assertThat(list.get("status").asText()).isEqualTo("OPEN");
        assertThat(ok(alice.client().get(path)).json()).isEqualTo(list);

        ok(bob.places("BUY", "0.5", "110.00"));
        JsonNode smaller = ok(alice.client().get(path)).json();
        assertThat(smaller.get("orders").get(0).get("remaining").asText()).isEqualTo("1.50000");
        assertThat(smaller.get("orders").get(1).get("remaining").asText()).isEqualTo("1.50000");
        assertThat(smaller.get("status").asText()).isEqualTo("OPEN");

        ok(alice.client()
                .delete(ORDERS + "/" + list.get("orders").get(1).get("id").asText()));
        JsonNode ended = ok(alice.client().get(path)).json();
        assertThat(ended.get("status").asText()).isEqualTo("ENDED");
        assertThat(ended.get("reason").asText()).isEqualTo("OTHER_LEG_DONE");
        assertThat(ended.get("orders").get(0).get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void anotherQuantityOfOneLegOfAnOcoIsTheOthersToo() {
        trade("100.00");
        String take = order("SELL", "LIMIT", "2", "\"price\":\"110.00\"");
        String stop = order("SELL", "STOP", "2", "\"triggerPrice\":\"90.00\"");
        JsonNode legs = ok(alice.client()
                        .post(ORDERS + "/lists", "{\"kind\":\"OCO\",\"orders\":[" + take + "," + stop + "]}"))
                .json()
                .get("orders");
        String taker = ORDERS + "/" + legs.get(0).get("id").asText();

        ok(alice.client().patch(taker, "{\"quantity\":\"3\"}"));
        assertThat(latest(legs.get(0)).get("remaining").asText()).isEqualTo("3.00000");
        assertThat(latest(legs.get(1)).get("remaining").asText()).isEqualTo("3.00000");

        ok(alice.client().patch(taker, "{\"price\":\"112.00\"}"));
        assertThat(latest(legs.get(0)).get("price").asText()).isEqualTo("112.00");
        Client.Answer refused = alice.client().patch(taker, "{\"price\":\"89.00\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("LEGS_COULD_TRADE_TOGETHER");
    }

    @Test
    void anothersListIsAnsweredLikeAnAbsentOne() {
        trade("100.00");
        String take = order("SELL", "LIMIT", "2", "\"price\":\"110.00\"");
        String stop = order("SELL", "STOP", "2", "\"triggerPrice\":\"90.00\"");
        ok(alice.client().post(ORDERS + "/lists", "{\"kind\":\"OCO\",\"orders\":[" + take + "," + stop + "]}"));

        for (String path : List.of("/lists/1", "/lists/2", "/lists/0", "/lists/x")) {
            Client.Answer absent = bob.client().get(ORDERS + path);
            assertThat(absent.status()).isEqualTo(404);
            assertThat(absent.code()).isEqualTo("UNKNOWN_LIST");
        }
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
