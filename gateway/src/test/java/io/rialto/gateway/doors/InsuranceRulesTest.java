package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class InsuranceRulesTest extends TwoTraders {
    private static final String FUND = "/api/v1/admin/insurance-fund";
    private static final String LEDGER = "/api/v1/market/insurance-fund";

    private Client.Answer move(String amount) {
        return administrator.post(FUND, "{\"asset\":\"USD\",\"amount\":\"" + amount + "\"}");
    }

    @Test
    void everybodySeesWhatMovesTheFund() {
        assertThat(move("1.00").code()).isEqualTo("INSUFFICIENT_FUNDS");
        ok(alice.places("BUY", "2", "100.00"));
        ok(bob.places("SELL", "2", "100.00"));
        ok(move("0.10000000"));
        ok(move("-0.04"));

        JsonNode ledger = ok(bob.client().get(LEDGER)).json();
        assertThat(ledger.get("balances").get(0).get("balance").asText()).isEqualTo("0.06000000");
        assertThat(ledger.get("items")).hasSize(2);
        assertThat(ledger.get("items").get(0).get("amount").asText()).isEqualTo("-0.04000000");
        assertThat(ledger.get("items").get(1).get("balance").asText()).isEqualTo("0.10000000");
        assertThat(ledger.get("items").get(0).get("symbol").isNull()).isTrue();
    }

    @Test
    void onlyAnAdministratorMovesIt() {
        assertThat(bob.client()
                        .post(FUND, "{\"asset\":\"USD\",\"amount\":\"1\"}")
                        .status())
                .isEqualTo(403);
        assertThat(move("0").code()).isEqualTo("INVALID_AMOUNT");
    }
}
