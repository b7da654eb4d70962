package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtectionRulesTest extends TwoTraders {
    private JsonNode market(String what) {
        return ok(venue.nobody().raw("GET", "/api/v1/market/BTC-USD/" + what, "", Map.of()))
                .json();
    }

    @Test
    void aKillCancelsAllOfAnAccountAndTakesTwoToLift() {
        String first = ok(alice.places("SELL", "1", "100.00")).text("id");
        String second = ok(alice.places("SELL", "1", "101.00")).text("id");

        JsonNode killed = ok(administrator.post(
                        "/api/v1/admin/kill", "{\"scope\":\"ACCOUNT\",\"target\":\"" + alice.account() + "\"}"))
                .json();

        assertThat(killed.get("cancelled").toString()).isEqualTo("[\"" + first + "\",\"" + second + "\"]");
        assertThat(alice.places("SELL", "1", "100.00").code()).isEqualTo("ACCOUNT_KILLED");
        assertThat(ok(administrator.get("/api/v1/admin/blocks")).json().get("items"))
                .hasSize(1);

        String proposal = ok(administrator.post(
                        "/api/v1/admin/proposals",
                        "{\"subject\":\"UNBLOCK\",\"scope\":\"ACCOUNT\",\"target\":\"" + alice.account() + "\"}"))
                .text("id");
        String approval = "/api/v1/admin/proposals/" + proposal + "/approve";
        assertThat(administrator.post(approval, "").code()).isEqualTo("SAME_ADMINISTRATOR");
        Client second2 = secondAdministrator();
        ok(second2.post(approval, ""));

        assertThat(alice.places("SELL", "1", "100.00").status()).isEqualTo(201);
        assertThat(ok(administrator.get("/api/v1/admin/proposals"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void aSuspendedAccountCanOnlyCancel() {
        String id = ok(alice.places("SELL", "1", "100.00")).text("id");
        String path = "/api/v1/admin/accounts/" + alice.account();
        ok(administrator.post(path + "/suspend", "{}"));

        assertThat(alice.places("SELL", "1", "100.00").code()).isEqualTo("ACCOUNT_SUSPENDED");
        ok(alice.client().delete("/api/v1/orders/" + id));
        ok(administrator.post(path + "/resume", ""));

        assertThat(alice.places("SELL", "1", "100.00").status()).isEqualTo(201);
    }

    @Test
    void aLimitIsTightenedByOneAdministratorAndLoosenedByTwo() {
        String of = "{\"account\":\"" + alice.account() + "\",\"symbol\":\"BTC-USD\",\"limit\":\"ORDER_LIMIT_LOTS\",";
        ok(administrator.post("/api/v1/admin/limits", of + "\"value\":\"2\"}"));

        assertThat(alice.places("SELL", "3", "100.00").code()).isEqualTo("ORDER_QUANTITY_LIMIT");
        assertThat(administrator
                        .post("/api/v1/admin/limits", of + "\"value\":\"5\"}")
                        .code())
                .isEqualTo("NEEDS_SECOND_ADMINISTRATOR");
        String proposal = ok(administrator.post(
                        "/api/v1/admin/proposals",
                        "{\"subject\":\"ACCOUNT_LIMIT\"," + of.substring(1) + "\"value\":\"5\"}"))
                .text("id");
        ok(secondAdministrator().post("/api/v1/admin/proposals/" + proposal + "/approve", ""));

        assertThat(alice.places("SELL", "3", "100.00").status()).isEqualTo(201);
        JsonNode limits = ok(administrator.get("/api/v1/admin/limits?account=" + alice.account()))
                .json();
        assertThat(limits.get("items").get(0).get("value").asText()).isEqualTo("5.00000");
    }

    @Test
    void aCancelOfManyMayNameAPriceRange() {
        ok(alice.places("SELL", "1", "100.00"));
        String middle = ok(alice.places("SELL", "1", "101.00")).text("id");
        ok(alice.places("SELL", "1", "102.00"));

        JsonNode done = ok(alice.client()
                        .delete("/api/v1/orders?symbol=BTC-USD&side=SELL&lowest=100.50&highest=101.50"))
                .json();

        assertThat(done.get("orders").toString()).isEqualTo("[\"" + middle + "\"]");
        assertThat(market("book").get("asks")).hasSize(2);
    }

    @Test
    void theDeadMansSwitchIsSetAndTurnedOff() {
        Client.Answer set = alice.client().post("/api/v1/orders/cancel-after", "{\"seconds\":60}");

        assertThat(set.status()).as("%s", set).isEqualTo(200);
        assertThat(set.text("dueAt")).endsWith("Z");
        assertThat(ok(alice.client().post("/api/v1/orders/cancel-after", "{\"seconds\":0}"))
                        .json()
                        .get("dueAt")
                        .isNull())
                .isTrue();
    }

    private Client secondAdministrator() {
        Client.Answer made = ok(administrator.post("/api/v1/admin/administrators", "{\"label\":\"second\"}"));
        return venue.again(made.text("key"), made.text("secret"));
    }
}
