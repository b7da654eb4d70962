package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterRulesTest extends TwoTraders {
    private static final String DESK = "/api/v1/admin/instruments/BTC-USD";

    private JsonNode market(String what) {
        return ok(venue.nobody().raw("GET", "/api/v1/market/BTC-USD/" + what, "", Map.of()))
                .json();
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

    @Test
    void aChangeForLaterIsShownAndCanBeTakenBack() {
        Client.Answer later = administrator.post(
                DESK + "/parameters",
                "{\"parameter\":\"MAX_QUANTITY_LOTS\",\"value\":\"5\",\"at\":\"2099-01-01T00:00:00Z\"}");
        assertThat(later.status()).as("%s", later).isEqualTo(200);
        assertThat(parameters("").get("scheduled")).hasSize(1);

        ok(administrator.delete(DESK + "/parameters/" + later.text("change")));

        assertThat(parameters("").get("scheduled")).isEmpty();
    }

    @Test
    void pricesOfThePastAreShownInTheTickOfThen() {
        ok(alice.places("SELL", "1", "100.00"));
        ok(bob.places("BUY", "1", "100.00"));
        String open = ok(alice.places("SELL", "2", "105.00")).text("id");

        Client.Answer changed = administrator.post(DESK + "/parameters", "{\"parameter\":\"TICK\",\"value\":\"0.05\"}");

        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(market("trades").get("items").get(0).get("price").asText()).isEqualTo("100.00");
        assertThat(alice.client().get("/api/v1/orders/" + open).text("price")).isEqualTo("105.00");
        assertThat(market("book").get("asks").toString()).isEqualTo("[[\"105.00\",\"2.00000\",1]]");
        assertThat(alice.places("SELL", "1", "105.01").code()).isEqualTo("PRICE_OFF_TICK");
    }

    @Test
    void anInstrumentLeavesTheVenueStepByStep() {
        String id = ok(alice.places("SELL", "1", "100.00")).text("id");
        for (String step : new String[] {"ANNOUNCED", "CANCEL_ONLY", "CLOSED", "DELISTED"}) {
            Client.Answer taken = administrator.post(DESK + "/listing", "{\"step\":\"" + step + "\"}");
            assertThat(taken.status()).as("%s", taken).isEqualTo(200);
        }

        assertThat(alice.client().get("/api/v1/orders/" + id).text("status")).isEqualTo("CANCELLED");
        assertThat(alice.places("SELL", "1", "100.00").code()).isEqualTo("INSTRUMENT_DELISTED");
    }

    private JsonNode parameters(String query) {
        return ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-USD/parameters" + query, "", Map.of()))
                .json();
    }
}
