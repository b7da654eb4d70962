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

class SpecialOrderRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "100", "USD", "1000000"));
        bob = venue.trader("bob", Map.of("BTC", "100", "USD", "10000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void theBookShowsAnIcebergsPeakAndNoMore() {
        JsonNode iceberg = placed(alice, "SELL", "LIMIT", "\"price\":\"100.00\",\"displayQuantity\":\"2\"", "10");

        assertThat(iceberg.get("displayQuantity").asText()).isEqualTo("2.00000");
        assertThat(iceberg.get("remaining").asText()).isEqualTo("10.00000");
        assertThat(asks()).isEqualTo("[[\"100.00\",\"2.00000\",1]]");

        ok(bob.places("BUY", "3", "100.00"));

        assertThat(asks()).isEqualTo("[[\"100.00\",\"1.00000\",1]]");
        assertThat(latest(alice, iceberg).get("remaining").asText()).isEqualTo("7.00000");
    }

    @Test
    void anIcebergShowsLessFromItsNextPeakOn() {
        JsonNode iceberg = placed(alice, "SELL", "LIMIT", "\"price\":\"100.00\",\"displayQuantity\":\"2\"", "10");

        Client.Answer amended =
                alice.client().patch("/api/v1/orders/" + iceberg.get("id").asText(), "{\"displayQuantity\":\"1\"}");

        assertThat(amended.status()).as("%s", amended).isEqualTo(200);
        assertThat(amended.text("displayQuantity")).isEqualTo("1.00000");
        assertThat(asks()).isEqualTo("[[\"100.00\",\"2.00000\",1]]");
        ok(bob.places("BUY", "2", "100.00"));
        assertThat(asks()).isEqualTo("[[\"100.00\",\"1.00000\",1]]");
    }

    @Test
    void aHiddenOrderIsNeverShownAndTrades() {
        JsonNode hidden = placed(alice, "SELL", "LIMIT", "\"price\":\"100.00\",\"hidden\":true", "5");

        assertThat(hidden.get("hidden").asBoolean()).isTrue();
        assertThat(asks()).isEqualTo("[]");

        JsonNode taken = ok(bob.places("BUY", "2", "100.00")).json();

        assertThat(taken.get("status").asText()).isEqualTo("FILLED");
        assertThat(asks()).isEqualTo("[]");
        assertThat(latest(alice, hidden).get("status").asText()).isEqualTo("PARTIALLY_FILLED");
    }

    @Test
    void whatCannotStandTogetherIsRefusedByItsReasonAndField() {
        Client.Answer refused =
                placing(alice, "SELL", "LIMIT", "\"price\":\"100.00\",\"displayQuantity\":\"20\"", "10");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DISPLAY_ABOVE_QUANTITY");
        assertThat(refused.text("field")).isEqualTo("displayQuantity");
    }

    private Client.Answer placing(Trader trader, String side, String type, String terms, String quantity) {
        return trader.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"" + side + "\",\"type\":\"" + type + "\"," + terms
                                + ",\"quantity\":\"" + quantity + "\"}");
    }

    private JsonNode placed(Trader trader, String side, String type, String terms, String quantity) {
        JsonNode order = ok(placing(trader, side, type, terms, quantity)).json();
        assertThat(latest(trader, order)).isEqualTo(order);
        return order;
    }

    private static JsonNode latest(Trader trader, JsonNode order) {
        return trader.client().get("/api/v1/orders/" + order.get("id").asText()).json();
    }

    private String asks() {
        return venue.nobody()
                .raw("GET", "/api/v1/market/BTC-USD/book", "", Map.of())
                .json()
                .get("asks")
                .toString();
    }
}
