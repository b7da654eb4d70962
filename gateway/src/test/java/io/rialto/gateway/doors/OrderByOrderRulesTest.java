package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class OrderByOrderRulesTest extends TwoTraders {
    private static final String L3 = ",\"channel\":\"l3\",\"symbol\":\"BTC-USD\"";

    @Test
    void ordersAreToldWhereTheyStandAndNotWhoseTheyAre() {
        String own = ok(alice.places("BUY", "0.5", "100.00")).text("id");
        bob.places("BUY", "0.1", "100.00");
        StreamClient client = new StreamClient(venue.port());

        JsonNode answer = client.answer(client.asks("subscribe", L3 + ",\"depth\":10"));
        assertThat(answer.get("depth").asInt()).isEqualTo(10);
        JsonNode snapshot = client.of("l3");
        assertThat(snapshot.get("bids").toString())
                .isEqualTo("[[\"1\",\"100.00\",\"0.50000\"],[\"2\",\"100.00\",\"0.10000\"]]");

        ok(alice.client().patch("/api/v1/orders/" + own, "{\"quantity\":\"0.4\"}"));
        JsonNode less = client.of("l3");
        assertThat(less.get("first").asLong()).isEqualTo(snapshot.get("last").asLong() + 1);
        assertThat(less.get("bids").toString()).isEqualTo("[[\"1\",\"100.00\",\"0.40000\"]]");

        ok(alice.client().patch("/api/v1/orders/" + own, "{\"quantity\":\"0.6\"}"));
        assertThat(client.of("l3").get("bids").toString())
                .isEqualTo("[[\"1\",\"100.00\",\"0\"],[\"3\",\"100.00\",\"0.60000\"]]");

        ok(bob.places("SELL", "0.1", "100.00")); // his own stands first: it is left where it is
        ok(alice.places("SELL", "0.1", "100.00"));
        assertThat(client.of("l3").get("bids").toString()).isEqualTo("[[\"2\",\"100.00\",\"0\"]]");
    }

    @Test
    void anIcebergShowsItsNextPartBehindAllOthers() {
        StreamClient client = new StreamClient(venue.port());
        client.asks("subscribe", L3);
        client.of("l3");
        ok(alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\","
                                + "\"price\":\"100.00\",\"quantity\":\"0.5\",\"displayQuantity\":\"0.2\"}"));
        assertThat(client.of("l3").get("asks").toString()).isEqualTo("[[\"1\",\"100.00\",\"0.20000\"]]");

        ok(bob.places("BUY", "0.2", "100.00"));

        assertThat(client.of("l3").get("asks").toString())
                .isEqualTo("[[\"1\",\"100.00\",\"0\"],[\"2\",\"100.00\",\"0.20000\"]]");
    }

    @Test
    void whatStandsBehindAllThatIsShownIsToldWhenItComesIntoSight() {
        String first = "";
        for (int i = 0; i < 11; i++) {
            String id = ok(alice.places("BUY", "0.1", 100 - i + ".00")).text("id");
            if (i == 0) first = id;
        }
        StreamClient client = new StreamClient(venue.port());
        client.asks("subscribe", L3 + ",\"depth\":10");
        assertThat(client.of("l3").get("bids")).hasSize(10);

        ok(bob.places("BUY", "0.1", "80.00")); // out of sight: not told
        ok(alice.client().delete("/api/v1/orders/" + first));

        assertThat(client.of("l3").get("bids").toString())
                .isEqualTo("[[\"1\",\"100.00\",\"0\"],[\"11\",\"90.00\",\"0.10000\"]]");
    }
}
