package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A perpetual on BTC: lots of one, ticks of a cent. */
class ContractAccountRulesTest extends TwoTraders {
    private static final String TERMS =
            "\"symbol\":\"BTC-PERP\",\"base\":\"BTC\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\"";

    @BeforeEach
    void list() {
        ok(listing("\"kind\":\"PERPETUAL\",\"collar\":\"50.00\",\"referencePrice\":\"100.00\""));
    }

    private Client.Answer listing(String more) {
        return administrator.post("/api/v1/admin/instruments", "{" + TERMS + "," + more + "}");
    }

    private static Client.Answer moves(Trader trader, String amount, String direction) {
        return trader.client()
                .post(
                        "/api/v1/margin/transfers",
                        "{\"asset\":\"USD\",\"amount\":\"" + amount + "\",\"direction\":\"" + direction + "\"}");
    }

    private static String order(String side, String type, String quantity, String more) {
        return "{\"symbol\":\"BTC-PERP\",\"side\":\"" + side + "\",\"type\":\"" + type + "\",\"quantity\":\"" + quantity
                + "\"" + more + "}";
    }

    private static JsonNode places(Trader trader, String side, String quantity, String price) {
        return ok(trader.client()
                        .post("/api/v1/orders", order(side, "LIMIT", quantity, ",\"price\":\"" + price + "\"")))
                .json();
    }

    private void trade(Trader buyer, Trader seller, String quantity, String price) {
        places(seller, "SELL", quantity, price);
        assertThat(places(buyer, "BUY", quantity, price).get("status").asText()).isEqualTo("FILLED");
    }

    private static JsonNode margin(Trader trader) {
        return ok(trader.client().get("/api/v1/margin")).json();
    }

    private static JsonNode contract(Trader trader) {
        return margin(trader).get("contracts").get(0);
    }

    private static JsonNode purse(Trader trader) {
        return margin(trader).get("margins").get(0);
    }

    private static void tells(JsonNode body, String... fieldsAndValues) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            assertThat(new BigDecimal(body.get(fieldsAndValues[i]).asText()))
                    .as(fieldsAndValues[i])
                    .isEqualByComparingTo(fieldsAndValues[i + 1]);
        }
    }

    @Test
    void anInstrumentShowsItsContractTermsAndItsMark() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{" + TERMS.replace("PERP", "DEC") + ",\"kind\":\"FUTURE\",\"multiplier\":\"0.10\","
                        + "\"expiry\":\"2030-12-20T16:00:00Z\",\"settlement\":\"USD\"}"));
        ok(administrator.post("/api/v1/admin/instruments/BTC-DEC/mark-price", "{\"price\":\"101.00\"}"));

        JsonNode future = ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-DEC", "", Map.of()))
                .json();
        JsonNode perpetual = ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-PERP", "", Map.of()))
                .json();
        JsonNode spot = ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-USD", "", Map.of()))
                .json();

        assertThat(future.get("kind").asText()).isEqualTo("FUTURE");
        assertThat(future.get("multiplier").asText()).isEqualTo("0.10");
        assertThat(future.get("expiry").asText()).isEqualTo("2030-12-20T16:00:00.000000000Z");
        assertThat(future.get("settlement").asText()).isEqualTo("USD");
        assertThat(future.get("feePolicy").asText()).isEqualTo("QUOTE");
        assertThat(future.get("markPrice").asText()).isEqualTo("101.00");
        assertThat(perpetual.get("kind").asText()).isEqualTo("PERPETUAL");
        assertThat(perpetual.get("expiry").isNull()).isTrue();
        assertThat(perpetual.get("markPrice").isNull()).isTrue();
        assertThat(spot.get("kind").asText()).isEqualTo("SPOT");
        assertThat(spot.get("multiplier").isNull()).isTrue();
    }

    @Test
    void marginMovesInAndOutAsFarAsItIsFree() {
        Client.Answer moved = ok(moves(alice, "1000.50", "IN"));
        assertThat(moved.status()).isEqualTo(201);
        assertThat(alice.total("USD")).startsWith("998999.5");
        tells(purse(alice), "margin", "1000.50", "equity", "1000.50", "required", "0", "available", "1000.50");
        assertThat(purse(alice).get("sequence")).isEqualTo(moved.json().get("sequence"));

        places(alice, "BUY", "10", "100.00");
        tells(purse(alice), "required", "1000", "available", "0.50");
        assertThat(moves(alice, "0.51", "OUT").code()).isEqualTo("INSUFFICIENT_MARGIN");
        assertThat(moves(alice, "99999999", "IN").code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(moves(alice, "0", "IN").code()).isEqualTo("INVALID_AMOUNT");
        ok(moves(alice, "0.50", "OUT"));
        tells(purse(alice), "margin", "1000", "available", "0");
    }

    /** The worked example of the rulebook's section on cost: +240.00, 60.00, 90.00. */
    @Test
    void whatIsRealisedIsWhatTheRulebookSays() {
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        trade(alice, bob, "100", "100.00");
        trade(alice, bob, "50", "103.00");
        tells(contract(alice), "position", "150", "cost", "15150", "averagePrice", "101", "realised", "0");

        trade(bob, alice, "60", "105.00");
        tells(contract(alice), "position", "90", "cost", "9090", "realised", "240");

        trade(bob, alice, "120", "99.00");
        tells(contract(alice), "position", "-30", "cost", "2970", "averagePrice", "99", "realised", "60");
        assertThat(contract(alice).get("side").asText()).isEqualTo("SHORT");
        tells(purse(alice), "margin", "100060");

        trade(alice, bob, "30", "98.00");
        tells(contract(alice), "position", "0", "cost", "0", "realised", "90");
        tells(contract(bob), "position", "0", "cost", "0", "realised", "-90");
        tells(purse(alice), "margin", "100090", "equity", "100090", "required", "0");
        tells(purse(bob), "margin", "99910");
        assertThat(contract(alice).get("averagePrice").isNull()).isTrue();
        JsonNode clearing = ok(administrator.get("/api/v1/margin?account=3")).json();
        tells(clearing.get("margins").get(0), "margin", "0");
    }

    @Test
    void aPositionIsValuedAtTheMark() {
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "10000", "IN"));
        trade(alice, bob, "10", "100.00");
        ok(administrator.post("/api/v1/admin/instruments/BTC-PERP/mark-price", "{\"price\":\"110.00\"}"));

        tells(contract(alice), "markPrice", "110", "value", "1100", "unrealised", "100", "initialMargin", "1100");
        tells(contract(bob), "unrealised", "-100", "maintenanceMargin", "550");
        tells(purse(alice), "margin", "10000", "equity", "10100", "available", "9000");
        JsonNode positions =
                ok(bob.client().get("/api/v1/portfolio/positions")).json().get("items");
        assertThat(positions).hasSize(1);
        assertThat(positions.get(0).get("side").asText()).isEqualTo("SHORT");
        tells(positions.get(0), "quantity", "-10", "cost", "1000", "averagePrice", "100", "unrealised", "-100");
    }

    @Test
    void tiersAndLeverageSayWhatIsRequired() {
        String path = "/api/v1/admin/instruments/BTC-PERP/margin-tiers";
        Client.Answer set = ok(administrator.post(
                path,
                "{\"tiers\":[{\"upTo\":\"1000.00\",\"initialRate\":\"0.1\",\"maintenanceRate\":\"0.05\"},"
                        + "{\"upTo\":\"5000.00\",\"initialRate\":\"0.2\",\"maintenanceRate\":\"0.1\"}]}"));
        JsonNode shown = ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-PERP/margin-tiers", "", Map.of()))
                .json();
        assertThat(shown)
                .isEqualTo(set.json())
                .isEqualTo(ok(administrator.get(path)).json());
        assertThat(shown.get("tiers").get(1).get("initialRate").asText()).isEqualTo("0.2000000");

        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "10000", "IN"));
        trade(alice, bob, "20", "100.00");
        tells(contract(alice), "initialMargin", "400", "maintenanceMargin", "150", "required", "400");

        ok(alice.client().post("/api/v1/margin/leverage", "{\"symbol\":\"BTC-PERP\",\"leverage\":4}"));
        tells(contract(alice), "leverage", "4", "required", "500");
        Client.Answer tooFar =
                alice.client().post("/api/v1/margin/leverage", "{\"symbol\":\"BTC-PERP\",\"leverage\":6}");
        assertThat(tooFar.code()).isEqualTo("LEVERAGE_ABOVE_TIER");
        assertThat(tooFar.text("field")).isEqualTo("leverage");
        ok(alice.client().post("/api/v1/margin/leverage", "{\"symbol\":\"BTC-PERP\",\"leverage\":null}"));
        assertThat(contract(alice).get("leverage").isNull()).isTrue();

        assertThat(alice.client()
                        .post("/api/v1/orders", order("BUY", "LIMIT", "31", ",\"price\":\"100.00\""))
                        .code())
                .isEqualTo("POSITION_ABOVE_TIERS");
        assertThat(administrator
                        .post(
                                path,
                                "{\"tiers\":[{\"upTo\":\"1.00\",\"initialRate\":\"0.1\",\"maintenanceRate\":\"0.2\"}]}")
                        .code())
                .isEqualTo("INVALID_MARGIN_TIERS");
    }

    @Test
    void openOrdersAreRequiredForOnTheWorseSide() {
        ok(moves(alice, "1000", "IN"));
        places(alice, "BUY", "4", "90.00");
        tells(purse(alice), "required", "360");
        places(alice, "SELL", "3", "110.00");
        tells(purse(alice), "required", "360", "available", "640");
        places(alice, "SELL", "1", "110.00");
        tells(purse(alice), "required", "440");

        Client.Answer tested =
                alice.client().post("/api/v1/orders/test", order("BUY", "LIMIT", "8", ",\"price\":\"90.00\""));
        assertThat(ok(tested).json().get("accepted").asBoolean()).isFalse();
        assertThat(tested.text("reason")).isEqualTo("INSUFFICIENT_MARGIN");
        assertThat(tested.text("holdAsset")).isEqualTo("USD");
        assertThat(alice.client()
                        .post("/api/v1/orders", order("BUY", "LIMIT", "8", ",\"price\":\"90.00\""))
                        .code())
                .isEqualTo("INSUFFICIENT_MARGIN");
    }

    @Test
    void marketOrdersAndStopsTradeContracts() {
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        places(bob, "SELL", "4", "100.00");
        JsonNode bought = ok(alice.client().post("/api/v1/orders", order("BUY", "MARKET", "4", "")))
                .json();
        assertThat(bought.get("status").asText()).isEqualTo("FILLED");
        tells(bought, "averagePrice", "100", "executedNotional", "400");
        tells(bought.get("fills").get(0), "notional", "400", "fee", "0");
        assertThat(bought.get("fills").get(0).get("feeAsset").asText()).isEqualTo("USD");

        JsonNode stop = ok(alice.client()
                        .post("/api/v1/orders", order("BUY", "STOP", "6", ",\"triggerPrice\":\"101.00\"")))
                .json();
        assertThat(stop.get("status").asText()).isEqualTo("PENDING_TRIGGER");
        places(bob, "SELL", "6", "102.00");
        places(bob, "BUY", "1", "101.00");
        places(alice, "SELL", "1", "101.00");
        JsonNode elected = ok(alice.client()
                        .get("/api/v1/orders/" + stop.get("id").asText()))
                .json();
        assertThat(elected.get("status").asText()).isEqualTo("FILLED");
        tells(elected, "averagePrice", "102");
        tells(contract(alice), "position", "9", "cost", "912", "realised", "1");
        tells(contract(bob), "position", "-9", "realised", "-1");
        assertThat(alice.client()
                        .post(
                                "/api/v1/orders",
                                order("BUY", "MARKET", "", "")
                                        .replace("\"quantity\":\"\"", "\"quoteAmount\":\"50.00\""))
                        .code())
                .isEqualTo("AMOUNT_NOT_FOR_CONTRACT");
    }

    @Test
    void aTradeMovesNothingButFeesOutOfTheMargin() {
        ok(administrator.post(
                "/api/v1/admin/instruments/BTC-PERP/parameters",
                "{\"parameter\":\"TAKER_FEE_RATE\",\"value\":\"0.001\"}"));
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        String usd = alice.total("USD");
        String btc = alice.total("BTC");
        trade(alice, bob, "10", "100.00");

        assertThat(alice.total("USD")).isEqualTo(usd);
        assertThat(alice.total("BTC")).isEqualTo(btc);
        tells(purse(alice), "margin", "99999");
        tells(contract(alice), "fees", "1");
        tells(purse(bob), "margin", "100000");
        JsonNode fees = ok(alice.client().get("/api/v1/account/fees?symbol=BTC-PERP"))
                .json()
                .get("items")
                .get(0);
        tells(fees, "takerFeeRate", "0.001");
        JsonNode fill = ok(alice.client().get("/api/v1/fills?symbol=BTC-PERP"))
                .json()
                .get("items")
                .get(0);
        tells(fill, "fee", "1", "notional", "1000");
    }

    @Test
    void aTradeThatIsTakenBackLeavesMarginsAsTheyWere() {
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        trade(alice, bob, "10", "100.00");
        ok(administrator.post(
                "/api/v1/admin/trades/1/correction",
                "{\"symbol\":\"BTC-PERP\",\"price\":\"90.00\",\"quantity\":\"5\"}"));
        tells(contract(alice), "cost", "450", "averagePrice", "90");
        tells(contract(bob), "cost", "450");

        ok(administrator.post("/api/v1/admin/trades/2/bust", "{}"));
        for (Trader trader : List.of(alice, bob)) tells(purse(trader), "margin", "100000", "equity", "100000");
        assertThat(administrator.post("/api/v1/admin/trades/2/bust", "{}").code())
                .isEqualTo("TRADE_BUSTED");
        JsonNode told = ok(bob.client().get("/api/v1/market/trades/1/bust")).json();
        assertThat(told.get("kind").asText()).isEqualTo("CORRECTED");
        assertThat(told.get("replacement").asText()).isEqualTo("2");
        JsonNode notes = ok(alice.client().get("/api/v1/statements")).json().get("settlement");
        assertThat(notes.findValuesAsText("kind")).containsExactly("BUSTED", "CORRECTED", "BUSTED");
    }

    @Test
    void aMarkSaysWhereItComesFrom() {
        String path = "/api/v1/admin/instruments/BTC-PERP/mark-price";
        assertThat(source(ok(administrator.post(path, "{\"price\":\"101.00\"}"))))
                .isEqualTo("OPERATOR");
        ok(administrator.post(path, "{\"price\":\"102.00\",\"source\":\"INDEX\"}"));
        JsonNode shown = ok(alice.client().get("/api/v1/instruments/BTC-PERP")).json();
        tells(shown, "markPrice", "102");
        assertThat(shown.get("markSource").asText()).isEqualTo("INDEX");
        assertThat(administrator
                        .post(path, "{\"price\":\"1.00\",\"source\":\"RUMOUR\"}")
                        .status())
                .isEqualTo(400);
    }

    private static String source(Client.Answer answer) {
        return answer.json().get("source").asText();
    }

    @Test
    void aMultiplierCountsInValueAndNotInPrice() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{" + TERMS.replace("PERP", "BIG")
                        + ",\"kind\":\"PERPETUAL\",\"multiplier\":\"10\",\"referencePrice\":\"100.00\"}"));
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        String sell = order("SELL", "LIMIT", "2", ",\"price\":\"100.00\"").replace("PERP", "BIG");
        ok(bob.client().post("/api/v1/orders", sell));
        JsonNode bought = ok(alice.client().post("/api/v1/orders", sell.replace("SELL", "BUY")))
                .json();

        tells(bought, "averagePrice", "100", "executedNotional", "2000");
        tells(contract(alice), "cost", "2000", "averagePrice", "100", "value", "2000", "required", "2000");
    }

    @Test
    void pricesOfAContractMayGoBelowZero() {
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{" + TERMS.replace("PERP", "DEEP")
                        + ",\"kind\":\"PERPETUAL\",\"floor\":\"200.00\",\"referencePrice\":\"-5.00\"}"));
        JsonNode terms = ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-DEEP", "", Map.of()))
                .json();
        tells(terms, "floor", "200", "referencePrice", "-5", "tickSize", "0.01");
        for (Trader trader : List.of(alice, bob)) ok(moves(trader, "100000", "IN"));
        String sell = order("SELL", "LIMIT", "2", ",\"price\":\"-10.00\"").replace("PERP", "DEEP");
        ok(bob.client().post("/api/v1/orders", sell));
        JsonNode bought = ok(alice.client().post("/api/v1/orders", sell.replace("SELL", "BUY")))
                .json();

        tells(bought, "averagePrice", "-10", "price", "-10");
        tells(contract(alice), "averagePrice", "-10", "markPrice", "-5", "unrealised", "10");
        ok(administrator.post("/api/v1/admin/instruments/BTC-DEEP/mark-price", "{\"price\":\"-11.00\"}"));
        tells(contract(alice), "markPrice", "-11", "unrealised", "-2");
        tells(contract(bob), "unrealised", "2");
    }
}
