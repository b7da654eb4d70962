package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ClearingRulesTest extends TwoTraders {
    private static final String TERMS = "/api/v1/admin/settlement/terms";
    private static final String RUN = "/api/v1/admin/settlement/run";
    private static final String OBLIGATIONS = "/api/v1/settlement/obligations";

    private Client.Answer terms(int days) {
        return administrator.post(TERMS, "{\"symbol\":\"BTC-USD\",\"days\":" + days + ",\"buyInCycles\":1}");
    }

    private void trade() {
        ok(alice.places("BUY", "2", "100.00"));
        ok(bob.places("SELL", "2", "100.00"));
    }

    private Client.Answer bust(boolean afterSettlement) {
        return administrator.post("/api/v1/admin/trades/1/bust", "{\"afterSettlement\":" + afterSettlement + "}");
    }

    @Test
    void bothSidesOweUntilATradeIsTakenBack() {
        ok(terms(2));
        trade();

        JsonNode owed = ok(alice.client().get(OBLIGATIONS)).json().get("items").get(0);
        assertThat(owed.get("state").asText()).isEqualTo("NOVATED");
        assertThat(owed.get("base").asText()).startsWith("1.99");
        assertThat(owed.get("quote").asText()).startsWith("-200.00");
        JsonNode owes = ok(bob.client().get(OBLIGATIONS)).json().get("items").get(0);
        assertThat(owes.get("base").asText()).startsWith("-2.00");
        assertThat(owes.get("baseHeld").asText()).startsWith("2.00");

        ok(bust(false));
        assertThat(ok(bob.client().get(OBLIGATIONS)).json().get("items")).isEmpty();
        assertThat(bust(false).code()).isEqualTo("TRADE_BUSTED");
        JsonNode told = ok(bob.client().get("/api/v1/market/trades/1/bust")).json();
        assertThat(told.get("kind").asText()).isEqualTo("BUSTED");
        JsonNode tape = ok(bob.client().get("/api/v1/market/BTC-USD/trades")).json();
        assertThat(tape.get("items").get(0).get("takenBack").asText()).isEqualTo("BUSTED");
    }

    @Test
    void aCorrectionLeavesAnotherTradeOwed() {
        ok(terms(1));
        trade();
        ok(administrator.post(
                "/api/v1/admin/trades/1/correction",
                "{\"symbol\":\"BTC-USD\",\"price\":\"90.00\",\"quantity\":\"1\"}"));
        JsonNode owes = ok(bob.client().get(OBLIGATIONS)).json().get("items").get(0);
        assertThat(owes.get("base").asText()).startsWith("-1.00");
        JsonNode told = ok(bob.client().get("/api/v1/market/trades/1/bust")).json();
        assertThat(told.get("replacement").asText()).isEqualTo("2");
    }

    @Test
    void aTradeThatSettledAtOnceIsReversed() {
        ok(terms(0));
        trade();
        assertThat(bust(false).code()).isEqualTo("TRADE_SETTLED");
        ok(administrator.post("/api/v1/admin/trades/1/bust", "{\"afterSettlement\":true}"));
        JsonNode statement = ok(alice.client().get("/api/v1/ledger")).json();
        assertThat(statement.get("items").get(0).get("kind").asText()).isEqualTo("REVERSAL");
    }

    @Test
    void aDayIsRolledOnce() {
        ok(terms(1));
        trade();
        ok(administrator.post(RUN, "{\"day\":\"2024-01-02\"}"));
        assertThat(administrator.post(RUN, "{\"day\":\"2024-01-02\"}").code()).isEqualTo("DAY_ALREADY_SETTLED");
        assertThat(administrator.post(RUN, "{\"day\":\"2024-01-06\"}").code()).isEqualTo("NOT_A_BUSINESS_DAY");
        assertThat(administrator.post(RUN, "{\"day\":\"2200-01-03\"}").code()).isEqualTo("DAY_NOT_REACHED");
        assertThat(administrator.post(RUN, "{\"day\":\"tomorrow\"}").status()).isEqualTo(400);
        JsonNode run = ok(bob.client().get("/api/v1/settlement/runs"))
                .json()
                .get("items")
                .get(0);
        assertThat(run.get("day").asText()).isEqualTo("2024-01-02");
        assertThat(run.get("failed").asInt()).isZero();
        Client.Answer file = administrator.get("/api/v1/admin/settlement/instructions?day=2024-01-02");
        assertThat(file.status()).isEqualTo(200);
    }

    @Test
    void termsAndHolidaysAreTold() {
        ok(terms(3));
        ok(administrator.post("/api/v1/admin/settlement/holidays", "{\"day\":\"2030-01-01\"}"));
        JsonNode told = ok(bob.client().get("/api/v1/settlement/terms")).json();
        assertThat(told.get("items").get(0).get("days").asInt()).isEqualTo(3);
        assertThat(told.get("holidays").get(0).asText()).isEqualTo("2030-01-01");
        assertThat(administrator
                        .post(
                                "/api/v1/admin/settlement/buy-in",
                                "{\"account\":\"" + bob.account() + "\",\"symbol\":\"BTC-USD\",\"supplier\":\""
                                        + alice.account() + "\"}")
                        .code())
                .isEqualTo("NOTHING_TO_BUY_IN");
    }

    @Test
    void balancesStatementsAndObligationsAreHeldAgainstEachOther() {
        ok(terms(1));
        trade();
        JsonNode report =
                ok(administrator.get("/api/v1/settlement/reconciliation")).json();
        assertThat(report.get("breaks")).isEmpty();
        assertThat(report.get("balancesCompared").asInt()).isPositive();
        JsonNode dollars = report.get("clearing").get(1);
        assertThat(dollars.get("clearing")).isEqualTo(dollars.get("owed"));
        assertThat(bob.client().get("/api/v1/settlement/reconciliation").status())
                .isEqualTo(403);
    }

    @Test
    void onlyAnAdministratorSettles() {
        assertThat(bob.client().post(RUN, "{\"day\":\"2024-01-02\"}").status()).isEqualTo(403);
        assertThat(bob.client()
                        .post(TERMS, "{\"symbol\":\"BTC-USD\",\"days\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(bob.client().post("/api/v1/admin/trades/1/bust", "{}").status())
                .isEqualTo(403);
    }
}
