package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingRulesTest {
    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        alice = venue.trader("alice", Map.of("BTC", "10"));
        bob = venue.trader("bob", Map.of("USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anOrderIsAnsweredInTheShapeOfTheInterface() {
        Client.Answer answer = alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\","
                                + "\"price\":\"50000.00\",\"quantity\":\"0.5\",\"clientOrderId\":\"a-1\"}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode order = answer.json();
        assertThat(order.get("id").isTextual()).isTrue();
        assertThat(order.get("clientOrderId").asText()).isEqualTo("a-1");
        assertThat(order.get("account").asText()).isEqualTo(alice.account());
        assertThat(order.get("price").asText()).isEqualTo("50000.00");
        assertThat(order.get("quantity").asText()).isEqualTo("0.50000");
        assertThat(order.get("executed").asText()).isEqualTo("0.00000");
        assertThat(order.get("remaining").asText()).isEqualTo("0.50000");
        assertThat(order.get("averagePrice").isNull()).isTrue();
        assertThat(order.get("status").asText()).isEqualTo("NEW");
        assertThat(order.get("reason").isNull()).isTrue();
        assertThat(order.get("fills")).isEmpty();
        assertThat(order.get("sequence").isIntegralNumber()).isTrue();
        assertThat(order.get("ack").asText()).isEqualTo("JOURNALED");
        assertThat(order.get("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z");
        assertThat(alice.client()
                        .get("/api/v1/orders/" + order.get("id").asText())
                        .json())
                .isEqualTo(order);
    }

    @Test
    void theTakersReplyHoldsItsFillsAndTheirAverage() {
        ok(alice.places("SELL", "0.4", "50000.00"));
        ok(alice.places("SELL", "0.2", "50000.01"));

        JsonNode taken = ok(bob.places("BUY", "0.6", "50001.00")).json();

        assertThat(taken.get("status").asText()).isEqualTo("FILLED");
        assertThat(taken.get("averagePrice").asText()).isEqualTo("50000.0033333333");
        assertThat(taken.get("fills")).hasSize(2);
        JsonNode fill = taken.get("fills").get(0);
        assertThat(fill.get("price").asText()).isEqualTo("50000.00");
        assertThat(fill.get("quantity").asText()).isEqualTo("0.40000");
        assertThat(fill.get("liquidity").asText()).isEqualTo("TAKER");
        assertThat(fill.get("feeAsset").asText()).isEqualTo("BTC");
        assertThat(fill.get("fee").asText()).isEqualTo("0.00040000");
        assertThat(bob.client()
                        .get("/api/v1/orders/" + taken.get("id").asText())
                        .json())
                .isEqualTo(taken);
        assertThat(bob.client().get("/api/v1/fills").json().get("items")).hasSize(2);
    }

    @Test
    void aTradeIsSeenOnTheTapeInTheBookAndInTheBalances() {
        ok(alice.places("SELL", "0.5", "50000.00"));
        JsonNode book = venue.nobody()
                .raw("GET", "/api/v1/market/BTC-USD/book?depth=5", "", Map.of())
                .json();
        assertThat(book.get("asks").toString()).isEqualTo("[[\"50000.00\",\"0.50000\",1]]");
        ok(bob.places("BUY", "0.2", "50000.00"));

        Client public_ = venue.nobody();
        JsonNode trade = public_.raw("GET", "/api/v1/market/BTC-USD/trades", "", Map.of())
                .json()
                .get("items")
                .get(0);
        assertThat(trade.get("takerSide").asText()).isEqualTo("BUY");
        assertThat(trade.get("quantity").asText()).isEqualTo("0.20000");
        JsonNode ticker = public_.raw("GET", "/api/v1/market/BTC-USD/ticker", "", Map.of())
                .json();
        assertThat(ticker.get("lastPrice").asText()).isEqualTo("50000.00");
        assertThat(ticker.get("bestAsk").asText()).isEqualTo("50000.00");
        assertThat(ticker.get("bestBid").isNull()).isTrue();
        assertThat(bob.total("BTC")).isEqualTo("0.19980000");
        assertThat(alice.total("USD")).isEqualTo("9995.00000000");
    }

    @Test
    void aRefusalByTheRulesIs422UnderTheRulesName() {
        Client.Answer poor = alice.places("BUY", "1", "50000.00");
        assertThat(poor.status()).isEqualTo(422);
        assertThat(poor.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(poor.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(poor.json().get("sequence").asLong()).isEqualTo(venue.sequence());

        ok(alice.places("SELL", "1", "50000.00"));
        Client.Answer crossing = bob.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"price\":\"50000.00\","
                                + "\"quantity\":\"1\",\"postOnly\":\"REJECT\"}");
        assertThat(crossing.code()).isEqualTo("POST_ONLY_WOULD_TAKE");
    }

    @Test
    void aMarketOrderThatFindsNothingExpiresAndIsNoRefusal() {
        Client.Answer answer = bob.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"IOC\","
                                + "\"price\":\"50000.00\",\"quantity\":\"1\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("EXPIRED");
        assertThat(answer.text("timeInForce")).isEqualTo("IOC");
        assertThat(answer.json().get("reason").isNull()).isFalse();
    }

    @Test
    void aMarketOrderByQuoteAmountSpendsAtMostThat() {
        ok(alice.places("SELL", "1", "50000.00"));
        JsonNode order = ok(bob.client()
                        .post(
                                "/api/v1/orders",
                                "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quoteAmount\":\"1000.3\"}"))
                .json();

        assertThat(order.get("executed").asText()).isEqualTo("0.02000");
        assertThat(order.get("executedNotional").asText()).isEqualTo("1000.00000000");
        assertThat(order.get("quoteAmount").asText()).isEqualTo("1000.30000000");
        assertThat(order.get("quantity").isNull()).isTrue();
        assertThat(bob.client()
                        .get("/api/v1/orders/" + order.get("id").asText())
                        .json())
                .isEqualTo(order);
    }

    @Test
    void anOrderIsAmendedAndCancelledByItsId() {
        String id = ok(alice.places("SELL", "1", "50000.00")).text("id");
        ok(bob.places("BUY", "0.4", "50000.00"));

        JsonNode amended = ok(alice.client().patch("/api/v1/orders/" + id, "{\"quantity\":\"0.7\"}"))
                .json();
        assertThat(amended.get("status").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(amended.get("quantity").asText()).isEqualTo("0.70000");
        assertThat(amended.get("executed").asText()).isEqualTo("0.40000");
        assertThat(amended.get("remaining").asText()).isEqualTo("0.30000");
        assertThat(amended.get("version").asInt()).isEqualTo(2);
        assertThat(alice.client().get("/api/v1/orders/" + id).json()).isEqualTo(amended);

        JsonNode cancelled = ok(alice.client().delete("/api/v1/orders/" + id)).json();
        assertThat(cancelled.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("reason").asText()).isEqualTo("REQUESTED_BY_OWNER");
        assertThat(alice.client().delete("/api/v1/orders/" + id).status()).isEqualTo(422);
    }

    @Test
    void anAmendmentThatCrossesTakes() {
        ok(alice.places("SELL", "0.3", "50000.00"));
        String id = ok(bob.places("BUY", "1", "40000.00")).text("id");

        JsonNode amended = ok(bob.client().patch("/api/v1/orders/" + id, "{\"price\":\"50000.00\"}"))
                .json();

        assertThat(amended.get("status").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(amended.get("executed").asText()).isEqualTo("0.30000");
        assertThat(amended.get("fills")).hasSize(1);
        assertThat(bob.client().get("/api/v1/orders/" + id).json()).isEqualTo(amended);
    }

    @Test
    void allOrdersAreCancelledAtOnceOrOneSideOfOneMarket() {
        ok(alice.places("SELL", "1", "50000.00"));
        ok(alice.places("SELL", "1", "50001.00"));
        ok(bob.places("BUY", "1", "40000.00"));

        assertThat(ok(bob.client().delete("/api/v1/orders?symbol=BTC-USD&side=SELL"))
                        .json()
                        .get("cancelled")
                        .asInt())
                .isZero();
        JsonNode all = ok(alice.client().delete("/api/v1/orders")).json();
        assertThat(all.get("cancelled").asInt()).isEqualTo(2);
        assertThat(all.get("orders")).hasSize(2);
        assertThat(alice.client().get("/api/v1/orders?status=OPEN").json().get("items"))
                .isEmpty();
        assertThat(bob.client().get("/api/v1/orders?status=NEW").json().get("items"))
                .hasSize(1);
    }

    @Test
    void listsAreStableWhileRowsAreAdded() {
        for (int i = 0; i < 5; i++) ok(alice.places("SELL", "0.1", "5000" + i + ".00"));
        JsonNode first = alice.client().get("/api/v1/orders?limit=2").json();
        ok(alice.places("SELL", "0.1", "50009.00"));

        JsonNode second = alice.client()
                .get("/api/v1/orders?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("items").get(1).get("price").asText()).isEqualTo("50003.00");
        assertThat(second.get("items").get(0).get("price").asText()).isEqualTo("50002.00");
        assertThat(second.get("items").get(1).get("price").asText()).isEqualTo("50001.00");
    }

    @Test
    void anotherAccountsOrderIsAnsweredLikeAnAbsentOne() {
        String id = ok(alice.places("SELL", "1", "50000.00")).text("id");
        long before = venue.sequence();

        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            String body = method.equals("PATCH") ? "{\"price\":\"1.00\"}" : "";
            Client.Answer foreign = bob.client().send(method, "/api/v1/orders/" + id, body, Map.of());
            Client.Answer absent = bob.client().send(method, "/api/v1/orders/99999999999", body, Map.of());
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("UNKNOWN_ORDER");
            assertThat(foreign.text("detail")).isEqualTo(absent.text("detail"));
        }
        assertThat(bob.client().get("/api/v1/orders?account=" + alice.account()).status())
                .isEqualTo(404);
        assertThat(venue.sequence()).isEqualTo(before);
    }

    @Test
    void anAdministratorReadsEveryAccountAndTradesForNone() throws Exception {
        ok(alice.places("SELL", "1", "50000.00"));
        Client administrator = venue.administrator();

        assertThat(administrator
                        .get("/api/v1/orders?account=" + alice.account())
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(administrator
                        .post("/api/v1/orders", order("BUY", "1", "1.00"))
                        .status())
                .isEqualTo(403);
        assertThat(alice.client()
                        .post("/api/v1/admin/accounts", "{\"name\":\"x\"}")
                        .code())
                .isEqualTo("FORBIDDEN");
    }
}
