package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alice has bought two from Bob, for the day after; Carol and Dave are accounts of a firm. */
class GiveUpRulesTest extends TwoTraders {
    private static final String GIVE_UPS = "/api/v1/give-ups";

    private Trader member(String name, String firm) throws Exception {
        return venue.memberOf(firm, name, Map.of("USD", "1000000", "BTC", "1000"));
    }

    private void trade() {
        ok(administrator.post("/api/v1/admin/settlement/terms", "{\"symbol\":\"BTC-USD\",\"days\":1}"));
        ok(alice.places("BUY", "2", "100.00"));
        ok(bob.places("SELL", "2", "100.00"));
    }

    private Client.Answer offer(Trader giver, Trader taker, String quantity) {
        return giver.client()
                .post(
                        GIVE_UPS,
                        "{\"tradeId\":\"1\",\"account\":\"" + taker.account() + "\",\"quantity\":\"" + quantity
                                + "\"}");
    }

    private static Client.Answer answer(Trader trader, String id, String answer) {
        return trader.client().post(GIVE_UPS + "/" + id + "/" + answer, "{}");
    }

    @Test
    void aTradeIsGivenUpAndTakenUpByTheFirm() throws Exception {
        Trader carol = member("carol", "Acme");
        Trader dave = member("dave", "Acme");
        trade();
        JsonNode offered = ok(offer(alice, carol, "1.5")).json();
        assertThat(offered.get("status").asText()).isEqualTo("PENDING");
        String id = offered.get("id").asText();
        assertThat(offer(alice, carol, "1").code()).isEqualTo("GIVE_UP_ABOVE_TRADE");
        assertThat(answer(bob, id, "accept").code()).isEqualTo("GIVE_UP_OF_OTHERS");
        JsonNode seen =
                ok(dave.client().get(GIVE_UPS + "?status=PENDING")).json().get("items");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("quantity").asText()).startsWith("1.5");
        assertThat(ok(bob.client().get(GIVE_UPS)).json().get("items")).isEmpty();
        assertThat(bob.client().get(GIVE_UPS + "/" + id).status()).isEqualTo(404);

        ok(answer(dave, id, "accept"));
        JsonNode taken = ok(carol.client().get(GIVE_UPS + "/" + id)).json();
        assertThat(taken.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(taken.get("amount").asText()).startsWith("150.00");
        assertThat(taken.get("answeredBy").asText()).isEqualTo(dave.account());
        JsonNode owes = ok(carol.client().get("/api/v1/settlement/obligations"))
                .json()
                .get("items")
                .get(0);
        assertThat(owes.get("quote").asText()).startsWith("-150.00");
        assertThat(answer(carol, id, "refuse").code()).isEqualTo("GIVE_UP_NOT_PENDING");
        assertThat(ok(administrator.get("/api/v1/admin/give-ups")).json().get("items"))
                .hasSize(1);
        ok(administrator.post("/api/v1/admin/trades/1/bust", "{}"));
        assertThat(ok(carol.client().get(GIVE_UPS + "/" + id))
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("REVERSED");
        assertThat(ok(carol.client().get("/api/v1/settlement/obligations"))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeGivenUpIsRefused() {
        trade();
        assertThat(offer(alice, alice, "1").code()).isEqualTo("GIVE_UP_TO_ITSELF");
        assertThat(alice.client()
                        .post(GIVE_UPS, "{\"tradeId\":\"9\",\"account\":\"" + bob.account() + "\",\"quantity\":\"1\"}")
                        .code())
                .isEqualTo("UNKNOWN_TRADE");
        assertThat(alice.client()
                        .post(GIVE_UPS, "{\"tradeId\":\"x\",\"account\":\"" + bob.account() + "\",\"quantity\":\"1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(offer(alice, bob, "0.00000000000001").status()).isIn(400, 422);
        assertThat(answer(alice, "7", "withdraw").code()).isEqualTo("UNKNOWN_GIVE_UP");
        assertThat(answer(alice, "x", "withdraw").status()).isEqualTo(404);
        String id = ok(offer(alice, bob, "1")).json().get("id").asText();
        ok(answer(alice, id, "withdraw"));
        assertThat(ok(alice.client().get(GIVE_UPS + "?status=WITHDRAWN")).json().get("items"))
                .hasSize(1);
        assertThat(alice.client().get(GIVE_UPS + "?status=GONE").status()).isEqualTo(400);
    }

    @Test
    void aRoleIsSetReadAndBinds() {
        String role = "/api/v1/admin/accounts/" + bob.account() + "/role";
        assertThat(ok(administrator.get(role)).json().get("role").asText()).isEqualTo("FULL");
        ok(administrator.put(role, "{\"role\":\"CLEARING\",\"capacity\":\"CLIENT\"}"));
        JsonNode read = ok(administrator.get(role)).json();
        assertThat(read.get("role").asText()).isEqualTo("CLEARING");
        assertThat(read.get("capacity").asText()).isEqualTo("CLIENT");
        assertThat(bob.places("SELL", "1", "100.00").code()).isEqualTo("ROLE_FORBIDS");
        assertThat(administrator.put(role, "{\"role\":\"BOSS\"}").status()).isEqualTo(400);
        assertThat(bob.client().put(role, "{\"role\":\"FULL\"}").status()).isEqualTo(403);
    }

    @Test
    void aPositionInAContractIsGivenUpAtItsPrice() throws Exception {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"kind\":\"PERPETUAL\",\"collar\":\"50.00\",\"referencePrice\":\"100.00\"}"));
        Trader carol = member("carol", "Acme");
        for (Trader trader : List.of(alice, bob, carol)) {
            ok(trader.client()
                    .post("/api/v1/margin/transfers", "{\"asset\":\"USD\",\"amount\":\"1000\",\"direction\":\"IN\"}"));
        }
        order(bob, "SELL");
        order(alice, "BUY");

        String id = ok(offer(alice, carol, "2")).json().get("id").asText();
        ok(answer(carol, id, "accept"));

        JsonNode taken = ok(carol.client().get(GIVE_UPS + "/" + id)).json();
        assertThat(taken.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(taken.get("amount").asText()).startsWith("200.00");
        assertThat(position(carol)).isEqualTo("2");
        assertThat(position(alice)).isEqualTo("1");
        assertThat(administrator.post("/api/v1/admin/trades/1/bust", "{}").code())
                .isEqualTo("TRADE_GIVEN_UP");
    }

    private static void order(Trader trader, String side) {
        ok(trader.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-PERP\",\"side\":\"" + side
                                + "\",\"type\":\"LIMIT\",\"quantity\":\"3\",\"price\":\"100.00\"}"));
    }

    private static String position(Trader trader) {
        return ok(trader.client().get("/api/v1/margin"))
                .json()
                .get("contracts")
                .get(0)
                .get("position")
                .asText();
    }
}
