package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "10"));
        bob = venue.trader("bob", Map.of("USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aTestOrderTellsFeeHoldAndFillsAndChangesNothing() {
        ok(alice.places("SELL", "0.4", "50000.00"));

        JsonNode tested = ok(bob.client().post("/api/v1/orders/test", order("BUY", "0.5", "50001.00")))
                .json();

        assertThat(tested.get("accepted").asBoolean()).isTrue();
        assertThat(tested.get("reason").isNull()).isTrue();
        assertThat(tested.get("fee").asText()).isEqualTo("0.00040000");
        assertThat(tested.get("feeAsset").asText()).isEqualTo("BTC");
        assertThat(tested.get("hold").asText()).isEqualTo("25000.50000000");
        assertThat(tested.get("fills")).hasSize(1);
        assertThat(tested.get("fills").get(0).get("price").asText()).isEqualTo("50000.00");
        assertThat(bob.client().get("/api/v1/orders").json().get("items")).isEmpty();
        assertThat(bob.client().get("/api/v1/fills").json().get("items")).isEmpty();
    }

    @Test
    void aTestOrderThatWouldBeRefusedSaysWhy() {
        JsonNode tested = ok(bob.client().post("/api/v1/orders/test", order("SELL", "1", "50000.00")))
                .json();

        assertThat(tested.get("accepted").asBoolean()).isFalse();
        assertThat(tested.get("reason").asText()).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void aBestEffortBatchDoesWhatItCan() {
        String id = ok(alice.places("SELL", "1", "60000.00")).text("id");
        String place = "{\"op\":\"PLACE\",\"clientOrderId\":\"b-1\","
                + order("SELL", "2", "61000.00").substring(1);
        String tooMuch = "{\"op\":\"PLACE\"," + order("SELL", "100", "61000.00").substring(1);

        JsonNode done = ok(alice.client()
                        .post(
                                "/api/v1/orders/batch",
                                "{\"mode\":\"BEST_EFFORT\",\"operations\":[" + tooMuch + "," + place
                                        + ",{\"op\":\"CANCEL\",\"id\":\"" + id + "\"}]}"))
                .json();

        assertThat(done.get("accepted").asInt()).isEqualTo(2);
        assertThat(done.get("refused").asInt()).isEqualTo(1);
        assertThat(done.get("results").get(0).get("reason").asText()).isEqualTo("INSUFFICIENT_FUNDS");
        JsonNode made = done.get("results").get(1).get("order");
        assertThat(made.get("clientOrderId").asText()).isEqualTo("b-1");
        assertThat(made.get("status").asText()).isEqualTo("NEW");
        assertThat(alice.client()
                        .get("/api/v1/orders/" + made.get("id").asText())
                        .json())
                .isEqualTo(made);
        assertThat(alice.client().get("/api/v1/orders/" + id).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void anAtomicBatchIsRefusedAsAWhole() {
        String place = "{\"op\":\"PLACE\"," + order("SELL", "2", "61000.00").substring(1);
        String tooMuch = "{\"op\":\"PLACE\"," + order("SELL", "9", "61000.00").substring(1);

        Client.Answer refused = alice.client()
                .post("/api/v1/orders/batch", "{\"mode\":\"ATOMIC\",\"operations\":[" + place + "," + tooMuch + "]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.text("detail")).contains("part 1");
        assertThat(alice.client().get("/api/v1/orders").json().get("items")).isEmpty();
    }

    @Test
    void aReplacementCancelsTheOldOrderAndPlacesTheNewInOneFrame() {
        String id = ok(alice.places("SELL", "10", "60000.00")).text("id");

        JsonNode done = ok(alice.client()
                        .post(
                                "/api/v1/orders/" + id + "/replace",
                                "{\"order\":" + order("SELL", "9", "59000.00") + "}"))
                .json();

        assertThat(done.get("cancelled").asBoolean()).isTrue();
        assertThat(done.get("order").get("price").asText()).isEqualTo("59000.00");
        JsonNode old = alice.client().get("/api/v1/orders/" + id).json();
        assertThat(old.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(old.get("sequence")).isEqualTo(done.get("order").get("sequence"));
    }

    @Test
    void anOrdersEventsAreToldWithoutTheOtherSide() {
        String id = ok(alice.places("SELL", "1", "60000.00")).text("id");
        ok(bob.places("BUY", "0.4", "60000.00"));
        ok(alice.client().delete("/api/v1/orders/" + id));

        JsonNode told =
                ok(alice.client().get("/api/v1/orders/" + id + "/events")).json();

        assertThat(told.get("items")).hasSize(3);
        assertThat(told.get("items").get(0).get("events").get(0).get("name").asText())
                .isEqualTo("OrderAccepted");
        JsonNode trade = told.get("items").get(1).get("events").get(0);
        assertThat(trade.get("name").asText()).isEqualTo("TradeExecuted");
        assertThat(trade.get("makerOrder").asText()).isEqualTo(id);
        assertThat(trade.has("takerAccount")).isFalse();
        assertThat(trade.has("takerOrder")).isFalse();
        assertThat(told.get("items").get(2).get("events").get(0).get("name").asText())
                .isEqualTo("OrderCancelled");
        assertThat(bob.client().get("/api/v1/orders/" + id + "/events").code()).isEqualTo("UNKNOWN_ORDER");
    }
}
