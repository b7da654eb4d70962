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
    void aTradeWithoutTermsIsReversedToo() {
        trade();
        ok(administrator.post("/api/v1/admin/trades/1/bust", "{\"afterSettlement\":true}"));
        JsonNode notes = ok(alice.client().get("/api/v1/statements")).json().get("settlement");
        assertThat(notes.findValuesAsText("kind")).containsExactly("REVERSED");
        assertThat(notes.get(0).get("base").asText()).startsWith("-2.00");
        assertThat(notes.get(0).get("quote").asText()).startsWith("200.00");
    }

    @Test
    void whatIsOwedIsInTheStatement() {
        ok(terms(1));
        trade();
        JsonNode owed = obligation(bob, "BTC");
        assertThat(owed.get("opening").asText()).startsWith("0.00");
        assertThat(owed.get("moved").get("NOVATION").asText()).startsWith("-2.00");
        assertThat(owed.get("closing").asText()).startsWith("-2.00");
        assertThat(obligation(alice, "USD").get("closing").asText()).startsWith("-200.00");

        ok(bust(false));
        assertThat(obligation(bob, "BTC").get("moved").get("BUST").asText()).startsWith("2.00");
        assertThat(obligation(bob, "BTC").get("closing").asText()).startsWith("0.00");
        JsonNode notes = ok(bob.client().get("/api/v1/statements")).json().get("settlement");
        assertThat(notes.findValuesAsText("kind")).containsExactly("NOVATED", "BUSTED");
    }

    private static JsonNode obligation(VenueUnderTest.Trader trader, String asset) {
        JsonNode items = ok(trader.client().get("/api/v1/statements")).json().get("items");
        for (JsonNode line : items) {
            boolean isIt = line.get("asset").asText().equals(asset)
                    && line.get("purse").asText().equals("OBLIGATION");
            if (isIt) return line;
        }
        throw new AssertionError("no obligation in " + asset + ": " + items);
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
    void anInstrumentSettlesByACalendarOfItsOwn() {
        String calendar = "/api/v1/admin/settlement/calendars/1";
        ok(administrator.put(calendar, "{\"weekend\":[\"FRIDAY\",\"SATURDAY\"]}"));
        ok(administrator.post("/api/v1/admin/settlement/holidays", "{\"day\":\"2030-01-01\",\"calendar\":1}"));
        ok(administrator.post(calendar + "/instruments", "{\"symbol\":\"BTC-USD\"}"));
        ok(terms(1));

        JsonNode told =
                ok(bob.client().get("/api/v1/settlement/calendars")).json().get("items");
        assertThat(told.get(0).get("weekend").toString()).isEqualTo("[\"SATURDAY\",\"SUNDAY\"]");
        assertThat(told.get(1).get("weekend").toString()).isEqualTo("[\"FRIDAY\",\"SATURDAY\"]");
        assertThat(told.get(1).get("holidays").get(0).asText()).isEqualTo("2030-01-01");
        JsonNode terms = ok(bob.client().get("/api/v1/settlement/terms")).json();
        assertThat(terms.get("items").get(0).get("calendar").asInt()).isEqualTo(1);
        assertThat(terms.get("holidays")).isEmpty();
        assertThat(administrator
                        .put("/api/v1/admin/settlement/calendars/0", "{\"weekend\":[\"MONDAY\"]}")
                        .code())
                .isEqualTo("INVALID_CALENDAR");
        assertThat(administrator
                        .post("/api/v1/admin/settlement/calendars/9/instruments", "{\"symbol\":\"BTC-USD\"}")
                        .code())
                .isEqualTo("UNKNOWN_CALENDAR");
        assertThat(administrator
                        .put("/api/v1/admin/settlement/calendars/one", "{\"weekend\":[\"MONDAY\"]}")
                        .status())
                .isEqualTo(404);
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
