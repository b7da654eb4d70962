package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import org.junit.jupiter.api.Test;

class FeeRulesTest extends TwoTraders {
    private static final String SCHEDULES = "/api/v1/admin/fee-schedules";
    private static final String ASSIGNMENTS = "/api/v1/admin/fee-assignments";

    private static String schedule(String taker) {
        return "{\"schedule\":1,\"asset\":\"USD\",\"tiers\":["
                + "{\"fromVolume\":\"0\",\"makerFeeRate\":\"0\",\"takerFeeRate\":\"" + taker + "\"},"
                + "{\"fromVolume\":\"1000.00\",\"makerFeeRate\":\"-0.0001\",\"takerFeeRate\":\"0.0005\"}]}";
    }

    private Client.Answer assign(String schedule, String scope, String target) {
        return administrator.post(
                ASSIGNMENTS,
                "{\"schedule\":" + schedule + ",\"asset\":\"USD\",\"scope\":\"" + scope + "\",\"target\":\"" + target
                        + "\"}");
    }

    private JsonNode feesOf(Trader trader) {
        return ok(trader.client().get("/api/v1/account/fees?symbol=BTC-USD"))
                .json()
                .get("items")
                .get(0);
    }

    @Test
    void everyVersionOfAScheduleIsKeptAndStandsFromItsSequenceOn() {
        JsonNode first = ok(administrator.post(SCHEDULES, schedule("0.001"))).json();
        JsonNode second = ok(administrator.post(SCHEDULES, schedule("0.002"))).json();

        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(ok(administrator.get(SCHEDULES)).json().get("items")).hasSize(1);
        assertThat(ok(administrator.get(SCHEDULES + "/1")).json().get("items")).hasSize(2);
        JsonNode then = ok(administrator.get(
                        SCHEDULES + "/1?asOf=" + (second.get("sequence").asLong() - 1)))
                .json()
                .get("items");
        assertThat(then).hasSize(1);
        assertThat(then.get(0).get("tiers").get(0).get("takerFeeRate").asText()).isEqualTo("0.0010000");
        assertThat(then.get(0).get("tiers").get(1).get("fromVolume").asText()).isEqualTo("1000.00000000");
    }

    @Test
    void anAccountSeesAndPaysWhatItsScheduleAsks() {
        assertThat(feesOf(bob).get("schedule").isNull()).isTrue();
        assertThat(feesOf(bob).get("source").asText()).isEqualTo("MARKET");
        ok(administrator.post(SCHEDULES, schedule("0.001")));
        ok(assign("1", "INSTRUMENT", "BTC-USD"));
        assertThat(feesOf(bob).get("schedule").asInt()).isEqualTo(1);
        assertThat(feesOf(bob).get("takerFeeRate").asText()).isEqualTo("0.0010000");
        assertThat(feesOf(bob).get("tier").asInt()).isEqualTo(1);
        assertThat(feesOf(bob).get("source").asText()).isEqualTo("INSTRUMENT");
        assertThat(feesOf(bob).get("volume").asText()).isEqualTo("0.00000000");

        ok(alice.places("SELL", "2", "100.00"));
        JsonNode tested = ok(bob.client()
                        .post(
                                "/api/v1/orders/test",
                                "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"2\",\"price\":\"100.00\"}"))
                .json();
        assertThat(tested.get("rates").get("takerFeeRate").asText()).isEqualTo("0.0010000");
        assertThat(tested.get("rates").get("schedule").asInt()).isEqualTo(1);
        JsonNode bought = ok(bob.places("BUY", "2", "100.00")).json();
        assertThat(bought.get("fills").get(0).get("fee").asText())
                .isEqualTo(tested.get("fee").asText())
                .startsWith("0.002");
        assertThat(ok(administrator.get(ASSIGNMENTS))
                        .json()
                        .get("items")
                        .get(0)
                        .get("target")
                        .asText())
                .isEqualTo("BTC-USD");
    }

    @Test
    void whatIsTakenAwayIsGone() {
        ok(administrator.post(SCHEDULES, schedule("0.001")));
        ok(assign("1", "ACCOUNT", bob.account()));
        assertThat(feesOf(bob).get("schedule").asInt()).isEqualTo(1);
        assertThat(feesOf(alice).get("schedule").isNull()).isTrue();

        ok(assign("null", "ACCOUNT", bob.account()));

        assertThat(feesOf(bob).get("schedule").isNull()).isTrue();
        assertThat(assign("null", "ACCOUNT", bob.account()).code()).isEqualTo("WOULD_CHANGE_NOTHING");
    }

    @Test
    void whatIsNoScheduleIsRefusedByItsReason() {
        assertThat(administrator.post(SCHEDULES, schedule("1.1")).code()).isEqualTo("INVALID_FEE_SCHEDULE");
        assertThat(assign("9", "ACCOUNT", bob.account()).code()).isEqualTo("UNKNOWN_FEE_SCHEDULE");
        assertThat(assign("1", "ACCOUNT", "777777").code()).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(administrator
                        .post(SCHEDULES, schedule("0.001").replace("1000.00", "0"))
                        .code())
                .isEqualTo("INVALID_FEE_SCHEDULE");
        assertThat(bob.client().post(SCHEDULES, schedule("0.001")).status()).isEqualTo(403);
    }
}
