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

class ParameterRulesTest {
    private static final String DESK = "/api/v1/admin/instruments/BTC-USD";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Client administrator;
    private Trader alice;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        alice = venue.trader("alice", Map.of("BTC", "1000", "USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aParameterChangesAtOnceAndItsHistoryIsKept() {
        Client.Answer tightened =
                administrator.post(DESK + "/parameters", "{\"parameter\":\"MAX_QUANTITY_LOTS\",\"value\":\"5\"}");
        assertThat(tightened.status()).as("%s", tightened).isEqualTo(200);
        assertThat(tightened.text("before")).isEqualTo("1000.00000");
        assertThat(alice.places("SELL", "6", "100.00").code()).isEqualTo("QUANTITY_ABOVE_MAXIMUM");
        long sequence = tightened.json().get("sequence").asLong();

        assertThat(parameters("").get("parameters").get("MAX_QUANTITY_LOTS").asText())
                .isEqualTo("5.00000");
        JsonNode before = parameters("?asOf=" + (sequence - 1));
        assertThat(before.get("parameters").get("MAX_QUANTITY_LOTS").asText()).isEqualTo("1000.00000");
        assertThat(before.get("history")).isEmpty();
        assertThat(parameters("?asOf=" + sequence)
                        .get("history")
                        .get(0)
                        .get("sequence")
                        .asLong())
                .isEqualTo(sequence);
    }

    private JsonNode parameters(String query) {
        return ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-USD/parameters" + query, "", Map.of()))
                .json();
    }
}
