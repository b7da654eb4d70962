package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice has 1,000,000 dollars and 1,000 bitcoin, which are a tenth of ten times as much: 9.09 per cent. */
class RebalanceRulesTest extends TwoTraders {
    private static final String PATH = "/api/v1/portfolio/rebalance";

    @BeforeEach
    void quotes() {
        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/mark-price", "{\"price\":\"100.00\"}"));
        for (String side : List.of("MAKER", "TAKER")) {
            ok(administrator.post(
                    "/api/v1/admin/instruments/BTC-USD/parameters",
                    "{\"parameter\":\"" + side + "_FEE_RATE\",\"value\":\"0\"}"));
        }
    }

    private static String wish(String weight, String more) {
        return "{\"targets\":[{\"asset\":\"BTC\",\"weight\":\"" + weight + "\"}]" + more + "}";
    }

    private JsonNode orders() {
        return ok(alice.client().get("/api/v1/orders")).json().get("items");
    }

    @Test
    void aPlanPlacesNothing() {
        JsonNode plan = ok(alice.client().post(PATH, wish("0.05", ""))).json();
        assertThat(plan.get("placed").asBoolean()).isFalse();
        JsonNode order = plan.at("/orders/0");
        assertThat(order.get("side").asText()).isEqualTo("SELL");
        assertThat(new BigDecimal(order.get("quantity").asText())).isEqualByComparingTo("450");
        assertThat(plan.at("/lines/0/after").asText()).isEqualTo("0.0500000");
        assertThat(new BigDecimal(plan.get("cashAfter").asText())).isEqualByComparingTo("1045000");
        assertThat(orders()).isEmpty();
    }

    @Test
    void whatIsPlacedAndFilledIsWithinALotOfItsTarget() {
        ok(bob.places("BUY", "1000", "100.00"));
        JsonNode told =
                ok(alice.client().post(PATH, wish("0.05", ",\"place\":true"))).json();
        assertThat(told.get("placed").asBoolean()).isTrue();
        assertThat(told.at("/results/0/order/status").asText()).isEqualTo("FILLED");
        assertThat(new BigDecimal(alice.total("BTC"))).isEqualByComparingTo("550");
        JsonNode again =
                ok(alice.client().post(PATH, wish("0.05", ",\"place\":true"))).json();
        assertThat(again.get("orders")).isEmpty();
        assertThat(again.get("placed").asBoolean()).isFalse();
        assertThat(again.at("/lines/0/reason").asText()).isEqualTo("WITHIN_THRESHOLD");
    }

    @Test
    void aRequestThatComesAgainPlacesNothingMore() {
        String body = wish("0.05", ",\"place\":true");
        String key = "rebalance-1";
        JsonNode first = ok(alice.client().post(PATH, body, key)).json();
        Client.Answer second = ok(alice.client().post(PATH, body, key));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.json().get("results")).isEqualTo(first.get("results"));
        assertThat(second.json().get("sequence")).isEqualTo(first.get("sequence"));
        assertThat(second.json().get("lines").isNull()).isTrue();
        assertThat(orders()).hasSize(1);
        assertThat(alice.client()
                        .post(PATH, wish("0.06", ",\"place\":true"), key)
                        .code())
                .isEqualTo("REQUEST_KEY_REUSED");
    }

    @Test
    void eachOrderGoesThroughTheSameChecks() {
        ok(administrator.post("/api/v1/admin/halt", "{\"symbol\":\"BTC-USD\",\"reason\":\"a test\"}"));
        JsonNode told =
                ok(alice.client().post(PATH, wish("0.05", ",\"place\":true"))).json();
        assertThat(told.at("/results/0/accepted").asBoolean()).isFalse();
        assertThat(told.at("/results/0/reason").asText()).isNotEmpty();
        assertThat(told.at("/results/0/order").isNull()).isTrue();
    }

    @Test
    void wishesThatCannotBeAreRefused() {
        for (String body : List.of(
                wish("1.1", ""),
                wish("0.12345678", ""),
                wish("-0.1", ""),
                "{\"targets\":[]}",
                "{\"targets\":[{\"asset\":\"BTC\",\"weight\":\"0.1\"},{\"asset\":\"BTC\",\"weight\":\"0.1\"}]}",
                "{\"targets\":[{\"asset\":\"USD\",\"weight\":\"0.1\"}]}",
                "{\"targets\":[{\"asset\":\"NONE\",\"weight\":\"0.1\"}]}",
                wish("0.1", ",\"others\":\"BURN\""),
                wish("0.1", ",\"driftThreshold\":\"2\""))) {
            Client.Answer refused = alice.client().post(PATH, body);
            assertThat(refused.status()).as("%s %s", body, refused).isIn(400, 404, 422);
        }
        assertThat(orders()).isEmpty();
    }
}
