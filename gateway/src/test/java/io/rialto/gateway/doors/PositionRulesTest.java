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

/** Alice buys 10 of Bob where positions are kept. */
class PositionRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "100", "USD", "1000000"));
        bob = venue.trader("bob", Map.of("BTC", "100", "USD", "1000000"));
        tracks("1");
        ok(bob.places("SELL", "10", "100.00"));
        ok(alice.places("BUY", "10", "100.00"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anAccountSeesItsPositions() throws Exception {
        assertThat(positions(alice)).hasSize(1);
        assertThat(positions(alice).get(0).get("symbol").asText()).isEqualTo("BTC-USD");
        assertThat(positions(alice).get(0).get("side").asText()).isEqualTo("LONG");
        assertThat(quantity(alice)).matches("10\\.0+");
        assertThat(quantity(bob)).matches("-10\\.0+");
        String owned = positions(alice).get(0).get("owned").asText();
        assertThat(owned).as("fees were paid in it").isEqualTo("9.99000000");

        tracks("0");
        assertThat(quantity(alice)).isEqualTo(owned);
    }

    /** The rulebook's example. */
    @Test
    void reduceOnlyOrdersAreClippedToThePosition() {
        JsonNode first = ok(reducing("6", "105.00")).json();
        JsonNode second = ok(reducing("8", "106.00")).json();
        assertThat(first.get("reduceOnly").asBoolean()).isTrue();
        assertThat(second.get("quantity").asText()).isEqualTo("4.00000");
        assertThat(second.get("remaining").asText()).isEqualTo("4.00000");
        assertThat(latest(second)).isEqualTo(second);

        ok(bob.places("BUY", "5", "101.00"));
        ok(alice.places("SELL", "5", "101.00"));

        assertThat(latest(first).get("remaining").asText()).isEqualTo("5.00000");
        assertThat(latest(second).get("status").asText()).isEqualTo("CANCELLED");
        assertThat(latest(second).get("reason").asText()).isEqualTo("REDUCE_ONLY_ALL_CLOSED");
        assertThat(quantity(alice)).matches("5\\.0+");
    }

    @Test
    void withoutAPositionNothingReduces() {
        Client.Answer refused = alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"price\":\"90.00\","
                                + "\"quantity\":\"1\",\"reduceOnly\":true}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("REDUCE_ONLY_WOULD_INCREASE");
        assertThat(refused.text("field")).isEqualTo("reduceOnly");
    }

    private Client.Answer reducing(String quantity, String price) {
        return alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"price\":\"" + price
                                + "\",\"quantity\":\"" + quantity + "\",\"reduceOnly\":true}");
    }

    private void tracks(String value) throws Exception {
        ok(venue.administrator()
                .post(
                        "/api/v1/admin/instruments/BTC-USD/parameters",
                        "{\"parameter\":\"TRACKED_POSITIONS\",\"value\":\"" + value + "\"}"));
    }

    private JsonNode latest(JsonNode order) {
        return alice.client().get("/api/v1/orders/" + order.get("id").asText()).json();
    }

    private static JsonNode positions(Trader trader) {
        return ok(trader.client().get("/api/v1/portfolio/positions")).json().get("items");
    }

    private static String quantity(Trader trader) {
        return positions(trader).get(0).get("quantity").asText();
    }
}
