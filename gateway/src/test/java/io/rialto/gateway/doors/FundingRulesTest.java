package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingRulesTest extends TwoTraders {
    private static final String FUNDING = "/api/v1/admin/instruments/BTC-USD/funding";

    private static String funding(String rate) {
        return "{\"rate\":\"" + rate + "\",\"plannedTime\":\"2025-01-01T00:00:00Z\"}";
    }

    @Test
    void whatIsNoPerpetualIsNotFunded() {
        assertThat(administrator.post(FUNDING, funding("-0.0001")).code()).isEqualTo("NOT_A_PERPETUAL");
        assertThat(ok(administrator.get("/api/v1/market/BTC-USD/funding"))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void fundingIsForAdministratorsAlone() {
        assertThat(bob.client().post(FUNDING, funding("0.0001")).status()).isEqualTo(403);
    }

    @Test
    void whatIsNoFutureIsNotSettled() {
        String settlement = "/api/v1/admin/instruments/BTC-USD/settlement";
        String price = "{\"price\":\"100.00\"}";
        assertThat(administrator.post(settlement, price).code()).isEqualTo("NOT_A_FUTURE");
        assertThat(bob.client().post(settlement, price).status()).isEqualTo(403);
        assertThat(ok(administrator.get("/api/v1/market/BTC-USD/settlement"))
                        .json()
                        .get("price")
                        .isNull())
                .isTrue();
    }

    private void lists(String symbol, String more) {
        ok(administrator.post("/api/v1/admin/instruments", instrument(symbol, more)));
    }

    private static String instrument(String symbol, String more) {
        return "{\"symbol\":\"" + symbol
                + "\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                + "\"collar\":\"50.00\",\"referencePrice\":\"100.00\"," + more + "}";
    }

    private static Client.Answer orders(Trader trader, String symbol, String side) {
        return trader.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"" + symbol + "\",\"side\":\"" + side
                                + "\",\"type\":\"LIMIT\",\"quantity\":\"1\",\"price\":\"100.00\"}");
    }

    private static String fundingOf(Trader trader) {
        JsonNode margin = ok(trader.client().get("/api/v1/margin")).json();
        return margin.get("contracts").get(0).get("funding").asText();
    }

    @Test
    void whatPositionsPaidEachOtherIsTold() {
        lists("BTC-PERP", "\"kind\":\"PERPETUAL\"");
        for (Trader trader : List.of(alice, bob)) {
            ok(trader.client()
                    .post("/api/v1/margin/transfers", "{\"asset\":\"USD\",\"amount\":\"1000\",\"direction\":\"IN\"}"));
        }
        ok(orders(alice, "BTC-PERP", "SELL"));
        ok(orders(bob, "BTC-PERP", "BUY"));
        String perpetual = FUNDING.replace("USD", "PERP");
        ok(administrator.post(perpetual, funding("0.01")));

        assertThat(administrator.post(perpetual, funding("0.01")).code()).isEqualTo("FUNDING_ALREADY_DONE");
        assertThat(fundingOf(bob)).startsWith("1.00");
        assertThat(fundingOf(alice)).startsWith("-1.00");
        JsonNode told = ok(bob.client().get("/api/v1/market/BTC-PERP/funding")).json();
        assertThat(told.get("items").get(0).get("paid").asText()).startsWith("1.00");
        assertThat(told.get("items").get(0).get("markPrice").asText()).isEqualTo("100.00");
    }

    @Test
    void anExpiredFutureIsSettledAndTakesNoOrders() {
        lists("BTC-SOON", "\"kind\":\"FUTURE\",\"expiry\":\"" + Instant.now().plusMillis(300) + "\"");

        Client.Answer order = orders(alice, "BTC-SOON", "BUY");
        long giveUpNanos = System.nanoTime() + 60_000_000_000L;
        while (!order.code().equals("CONTRACT_EXPIRED") && System.nanoTime() < giveUpNanos) {
            order = orders(alice, "BTC-SOON", "BUY");
        }
        assertThat(order.code()).isEqualTo("CONTRACT_EXPIRED");
        JsonNode settled =
                ok(bob.client().get("/api/v1/market/BTC-SOON/settlement")).json();
        assertThat(settled.get("price").asText()).isEqualTo("100.00");
        assertThat(administrator
                        .post("/api/v1/admin/instruments/BTC-SOON/settlement", "{\"price\":\"90.00\"}")
                        .code())
                .isEqualTo("CONTRACT_SETTLED");
    }

    @Test
    void aFutureIsListedBeforeItsExpiry() {
        assertThat(administrator
                        .post(
                                "/api/v1/admin/instruments",
                                instrument("BTC-OLD", "\"kind\":\"FUTURE\",\"expiry\":\"2020-12-20T16:00:00Z\""))
                        .code())
                .isEqualTo("EXPIRY_PASSED");
    }
}
