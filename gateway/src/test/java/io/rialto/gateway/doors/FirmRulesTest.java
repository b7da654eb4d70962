package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alice and Bob are accounts of no firm; others are opened with one. */
class FirmRulesTest extends TwoTraders {
    private static final String CREDIT = "/api/v1/admin/credit";

    /** An account of a firm with money and a key. */
    private Trader member(String name, String firm) throws Exception {
        return venue.memberOf(firm, name, Map.of("USD", "1000000", "BTC", "1000"));
    }

    @Test
    void creditIsSetReadAndBinds() throws Exception {
        Trader carol = member("carol", "Acme");
        Trader dave = member("dave", "Acme");
        JsonNode firm =
                ok(administrator.get("/api/v1/admin/firms")).json().get("items").get(0);
        assertThat(firm.get("name").asText()).isEqualTo("Acme");
        assertThat(firm.get("accounts")).hasSize(2);

        JsonNode set = ok(administrator.put(
                        CREDIT,
                        "{\"firm\":" + firm.get("id").asText() + ",\"asset\":\"USD\",\"openLimit\":\"1000.00\"}"))
                .json();
        assertThat(set.get("limit").get("openLimit").asText()).startsWith("1000.00");
        JsonNode bounds =
                ok(carol.client().get("/api/v1/account/credit")).json().get("items");
        assertThat(bounds).hasSize(1);
        assertThat(bounds.get(0).get("firm")).isEqualTo(firm.get("id"));
        assertThat(ok(alice.client().get("/api/v1/account/credit")).json().get("items"))
                .isEmpty();
        ok(carol.places("BUY", "6", "100.00"));
        assertThat(dave.places("BUY", "5", "100.00").code()).isEqualTo("FIRM_CREDIT_EXCEEDED");
        ok(dave.places("BUY", "4", "100.00"));
        ok(bob.places("BUY", "50", "99.00"));

        JsonNode items = ok(administrator.get(CREDIT)).json().get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0)).isEqualTo(set.get("limit"));
        ok(administrator.put(CREDIT, "{\"firm\":" + firm.get("id").asText() + ",\"asset\":\"USD\"}"));
        assertThat(ok(administrator.get(CREDIT)).json().get("items")).isEmpty();
        ok(dave.places("BUY", "50", "99.00"));
    }

    @Test
    void aFirmsFeesAreAssignedListedEffectiveAndTakenAway() throws Exception {
        Trader carol = member("carol", "Acme");
        String firm = ok(administrator.get("/api/v1/admin/firms"))
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
        ok(administrator.post(
                "/api/v1/admin/fee-schedules",
                "{\"schedule\":1,\"asset\":\"USD\",\"tiers\":[{\"fromVolume\":\"0\",\"makerFeeRate\":\"0\","
                        + "\"takerFeeRate\":\"0.001\"}]}"));
        ok(feesOf(firm, "1"));
        JsonNode fees = ok(carol.client().get("/api/v1/account/fees?symbol=BTC-USD"))
                .json()
                .get("items")
                .get(0);
        assertThat(fees.get("source").asText()).isEqualTo("FIRM");
        assertThat(fees.get("takerFeeRate").asText()).isEqualTo("0.0010000");
        JsonNode listed = ok(administrator.get("/api/v1/admin/fee-assignments"))
                .json()
                .get("items")
                .get(0);
        assertThat(listed.get("scope").asText()).isEqualTo("FIRM");
        ok(feesOf(firm, "null"));
        JsonNode own = ok(carol.client().get("/api/v1/account/fees?symbol=BTC-USD"))
                .json()
                .get("items")
                .get(0);
        assertThat(own.get("source").asText()).isEqualTo("MARKET");
    }

    private Client.Answer feesOf(String firm, String schedule) {
        return administrator.post(
                "/api/v1/admin/fee-assignments",
                "{\"schedule\":" + schedule + ",\"asset\":\"USD\",\"scope\":\"FIRM\",\"target\":\"" + firm + "\"}");
    }

    @Test
    void creditThatCannotBeIsRefused() {
        assertThat(administrator
                        .put(CREDIT, "{\"firm\":77,\"asset\":\"USD\",\"orderLimit\":\"1\"}")
                        .code())
                .isEqualTo("UNKNOWN_FIRM");
        assertThat(administrator
                        .put(CREDIT, "{\"account\":\"777\",\"asset\":\"USD\",\"orderLimit\":\"1\"}")
                        .code())
                .isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(administrator
                        .put(CREDIT, "{\"account\":\"" + alice.account() + "\",\"asset\":\"USD\"}")
                        .code())
                .isEqualTo("WOULD_CHANGE_NOTHING");
        assertThat(administrator
                        .put(CREDIT, "{\"firm\":1,\"account\":\"" + alice.account() + "\",\"asset\":\"USD\"}")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("account");
        assertThat(alice.client()
                        .put(CREDIT, "{\"account\":\"" + alice.account() + "\",\"asset\":\"USD\"}")
                        .status())
                .isEqualTo(403);
    }
}
