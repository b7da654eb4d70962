package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministrationRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Client administrator;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aNewVenueListsMarketsWhoseTradesNeverRound() {
        JsonNode instruments =
                administrator.get("/api/v1/admin/instruments").json().get("items");

        assertThat(instruments.findValuesAsText("symbol")).contains("BTC-USD", "ETH-USD");
        assertThat(venue.said()).contains("listed assets and instruments=8");
        assertThat(venue.said().get(venue.said().size() - 1)).matches("ready http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void whatIsListedIsSeenAndListedOnce() {
        JsonNode asset = ok(administrator.post("/api/v1/admin/assets", "{\"code\":\"GOLD\",\"scale\":3}"))
                .json();
        assertThat(asset.get("scale").asInt()).isEqualTo(3);
        assertThat(administrator
                        .post("/api/v1/admin/assets", "{\"code\":\"GOLD\",\"scale\":3}")
                        .code())
                .isEqualTo("ASSET_ALREADY_LISTED");

        JsonNode listed = ok(administrator.post(
                        "/api/v1/admin/instruments",
                        "{\"symbol\":\"GOLD-USD\",\"base\":\"GOLD\",\"quote\":\"USD\",\"tickSize\":\"0.10\","
                                + "\"lotSize\":\"0.001\",\"minQuantity\":\"0.005\",\"maxQuantity\":\"100\","
                                + "\"minNotional\":\"10\",\"makerFeeRate\":\"-0.0001\",\"takerFeeRate\":\"0.002\","
                                + "\"feeIncomeMayBeNegative\":true}"))
                .json();
        assertThat(listed.get("tickSize").asText()).isEqualTo("0.10");
        assertThat(listed.get("minNotional").asText()).isEqualTo("10.00000000");
        assertThat(listed.get("makerFeeRate").asText()).isEqualTo("-0.0001000");
        assertThat(administrator.get("/api/v1/instruments/GOLD-USD").json()).isEqualTo(listed);
    }

    @Test
    void anAccountsNameIsKeptOutsideOfHistoryAndComesBack() throws Exception {
        JsonNode opened = ok(administrator.post("/api/v1/admin/accounts", "{\"name\":\"Ada\",\"firm\":\"Byron & Co\"}"))
                .json();
        assertThat(opened.get("id").asText()).isEqualTo("100");
        assertThat(opened.get("firm").asText()).isEqualTo("Byron & Co");
        venue.close();
        venue = VenueUnderTest.open(data);

        JsonNode account = venue.administrator()
                .get("/api/v1/admin/accounts")
                .json()
                .get("items")
                .get(0);
        assertThat(account).isEqualTo(opened);
    }

    @Test
    void aSecretIsShownOnce() throws Exception {
        Trader trader = venue.trader("trader", Map.of());

        Client.Answer keys = administrator.get("/api/v1/admin/accounts/" + trader.account() + "/api-keys");

        assertThat(keys.json().get("items").get(0).get("key").asText()).isEqualTo(trader.key());
        assertThat(keys.response().body()).doesNotContain(trader.secret());
    }

    @Test
    void aDepositIsNobodysUntilItIsComplete() throws Exception {
        Trader trader = venue.trader("trader", Map.of());
        JsonNode begun = ok(deposit(trader, "5", ",\"complete\":false")).json();
        assertThat(begun.get("status").asText()).isEqualTo("PENDING");
        assertThat(trader.total("USD")).isIn("", "0.00000000");

        String path = "/api/v1/admin/deposits/" + begun.get("id").asText();
        assertThat(ok(administrator.post(path + "/complete", "")).text("status"))
                .isEqualTo("COMPLETED");
        assertThat(trader.total("USD")).isEqualTo("5.00000000");
        assertThat(administrator.get(path).text("status")).isEqualTo("COMPLETED");
        assertThat(administrator.post(path + "/cancel", "").code()).isEqualTo("TRANSFER_NOT_PENDING");
        assertThat(administrator
                        .post("/api/v1/admin/withdrawals/" + begun.get("id").asText() + "/complete", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawalHoldsTheMoneyUntilItHasLeft() throws Exception {
        Trader trader = venue.trader("trader", Map.of("USD", "10"));
        String of = "\"account\":\"" + trader.account() + "\",\"asset\":\"USD\"";

        JsonNode begun = ok(administrator.post(
                        "/api/v1/admin/withdrawals", "{" + of + ",\"amount\":\"4\",\"complete\":false}"))
                .json();
        JsonNode held = balance(trader);
        assertThat(held.get("held").asText()).isEqualTo("4.00000000");
        assertThat(held.get("available").asText()).isEqualTo("6.00000000");
        ok(administrator.post("/api/v1/admin/withdrawals/" + begun.get("id").asText() + "/cancel", "{}"));
        assertThat(balance(trader).get("available").asText()).isEqualTo("10.00000000");

        assertThat(ok(administrator.post("/api/v1/admin/withdrawals", "{" + of + ",\"amount\":\"4\"}"))
                        .text("status"))
                .isEqualTo("COMPLETED");
        assertThat(balance(trader).get("total").asText()).isEqualTo("6.00000000");
        assertThat(administrator
                        .post("/api/v1/admin/withdrawals", "{" + of + ",\"amount\":\"6.00000001\"}")
                        .code())
                .isEqualTo("INSUFFICIENT_FUNDS");
    }

    private Client.Answer deposit(Trader trader, String amount, String more) {
        return administrator.post(
                "/api/v1/admin/deposits",
                "{\"account\":\"" + trader.account() + "\",\"asset\":\"USD\",\"amount\":\"" + amount + "\"" + more
                        + "}");
    }

    private static JsonNode balance(Trader trader) {
        return trader.client()
                .get("/api/v1/portfolio/balances")
                .json()
                .get("items")
                .get(0);
    }
}
