package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStateRulesTest extends TwoTraders {
    private String state() {
        return "/api/v1/admin/accounts/" + bob.account() + "/state";
    }

    @Test
    void whoIsHaltedSendsNothingUntilAnAdministratorSaysSo() {
        String order = ok(bob.places("BUY", "1", "90.00")).text("id");
        ok(administrator.put(state(), "{\"state\":\"HALTED\"}"));

        assertThat(ok(bob.client().get("/api/v1/orders/" + order)).text("reason"))
                .isEqualTo("ACCOUNT_HALTED");
        assertThat(bob.places("BUY", "1", "90.00").code()).isEqualTo("ACCOUNT_HALTED");
        assertThat(ok(bob.client().get("/api/v1/risk/status")).text("state")).isEqualTo("HALTED");
        assertThat(bob.client().put(state(), "{\"state\":\"ACTIVE\"}").status()).isEqualTo(403);
        ok(administrator.put(state(), "{\"state\":\"REDUCING\"}"));
        assertThat(bob.places("BUY", "1", "90.00").code()).isEqualTo("ACCOUNT_REDUCING");
        ok(bob.places("SELL", "1", "110.00"));
        ok(administrator.put(state(), "{\"state\":\"ACTIVE\"}"));
        assertThat(administrator.put(state(), "{\"state\":\"ACTIVE\"}").code()).isEqualTo("WOULD_CHANGE_NOTHING");
        assertThat(ok(administrator.get(state())).text("state")).isEqualTo("ACTIVE");
        ok(bob.places("BUY", "1", "90.00"));
    }

    @Test
    void aRuleAboutWhatAnAccountHasIsMadeReadAndTold() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"referencePrice\":\"100.00\"}"));
        JsonNode rule = ok(administrator.post(
                        "/api/v1/risk-rules",
                        "{\"type\":\"MAX_LEVERAGE\",\"limit\":\"0.50\",\"scope\":{\"account\":\"" + bob.account()
                                + "\",\"asset\":\"USD\"},\"action\":\"BLOCK\"}"))
                .json();
        assertThat(rule.get("limit").asText()).isEqualTo("0.50");
        for (Trader trader : List.of(alice, bob)) {
            ok(trader.client()
                    .post("/api/v1/margin/transfers", "{\"asset\":\"USD\",\"amount\":\"1000\",\"direction\":\"IN\"}"));
            ok(contract(trader, trader == alice ? "SELL" : "BUY", "6"));
        }

        JsonNode alert =
                ok(bob.client().get("/api/v1/risk/alerts")).json().get("items").get(0);
        assertThat(alert.get("measured").asText()).isEqualTo("0.60");
        assertThat(alert.get("symbol").isNull()).isTrue();
        assertThat(contract(bob, "BUY", "1").code()).isEqualTo("BLOCKED_BY_RISK_RULE");
        ok(contract(bob, "SELL", "6"));
    }

    private static Client.Answer contract(Trader trader, String side, String quantity) {
        return trader.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-PERP\",\"side\":\"" + side
                                + "\",\"type\":\"LIMIT\",\"price\":\"100.00\",\"quantity\":\"" + quantity + "\"}");
    }
}
