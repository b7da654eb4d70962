package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is told of business events, as an administrator sees it. */
@Timeout(60)
class ConsumerRulesTest extends TwoTraders {
    private static final String CONSUMERS = "/api/v1/admin/consumers";

    private JsonNode consumer(String name) {
        for (JsonNode one : ok(administrator.get(CONSUMERS)).json().get("items")) {
            if (one.get("name").asText().equals(name)) return one;
        }
        throw new AssertionError("no consumer " + name);
    }

    @Test
    void theVenuesOwnConsumersAreToldWhatHappens() {
        ok(alice.places("SELL", "1", "100.00"));
        long last = ok(bob.places("BUY", "1", "100.00")).json().get("sequence").asLong();
        while (consumer("order-executed").get("offset").asLong() < last) Thread.onSpinWait();

        List<String> names = new ArrayList<>();
        for (JsonNode one : ok(administrator.get(CONSUMERS)).json().get("items")) {
            names.add(one.get("name").asText());
            assertThat(one.get("setAside").asInt()).isZero();
            assertThat(one.get("fault").isNull()).isTrue();
        }
        assertThat(names)
                .contains(
                        "order-placed",
                        "order-executed",
                        "position-closed",
                        "risk-limit-breached",
                        "trading-paused",
                        "signal-arrived",
                        "market-alert");
        assertThat(consumer("order-placed").get("delivered").asLong()).isEqualTo(2);
        assertThat(consumer("order-executed").get("delivered").asLong()).isEqualTo(2);
        String page = ok(administrator.get("/metrics")).response().body();
        assertThat(page)
                .contains("rialto_events_total{kind=\"ORDER_FILLED\"} 2.0")
                .contains("rialto_consumer_delivered_total{consumer=\"order-placed\"} 2.0")
                .contains("rialto_consumer_set_aside{consumer=\"order-placed\"} 0.0")
                .contains("rialto_events_subscribers{kind=\"POSITION_CLOSED\"}");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(ok(administrator.get(CONSUMERS + "/order-placed/set-aside"))
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(administrator.get(CONSUMERS + "/nobody/set-aside").code()).isEqualTo("NOT_FOUND");
        assertThat(administrator
                        .post(CONSUMERS + "/order-placed/set-aside/5-0/redrive", "")
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(administrator
                        .post(CONSUMERS + "/order-placed/set-aside/x/redrive", "")
                        .code())
                .isEqualTo("NOT_FOUND");
    }
}
