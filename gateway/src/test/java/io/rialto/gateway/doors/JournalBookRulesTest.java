package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of the past is what was told then. */
@Timeout(120)
class JournalBookRulesTest extends TwoTraders {
    private static final long SEED = 11;
    private static final String BOOK = "/api/v1/market/BTC-USD/book";

    private final Map<Long, JsonNode> books = new TreeMap<>();
    private final Map<Long, JsonNode> balances = new TreeMap<>();
    private final Map<Long, JsonNode> orders = new TreeMap<>();

    private void tradesAndRemembers(RandomTrading trading, int steps) {
        for (int i = 0; i < steps; i++) {
            trading.acts(alice, bob);
            if (i % 5 != 0) continue;
            long sequence = venue.sequence();
            books.put(
                    sequence,
                    ok(alice.client().get(BOOK + "?minSequence=" + sequence)).json());
            balances.put(sequence, items("/api/v1/portfolio/balances"));
            orders.put(sequence, items("/api/v1/orders?status=OPEN&limit=1000"));
        }
    }

    private JsonNode items(String path) {
        return ok(alice.client().get(path)).json().get("items");
    }

    private void icebergsAndHiddenOrders() {
        String rest = "\"symbol\":\"BTC-USD\",\"type\":\"LIMIT\",\"price\":\"5100.00\",\"quantity\":\"3\"}";
        ok(alice.client().post("/api/v1/orders", "{\"side\":\"SELL\",\"displayQuantity\":\"1\"," + rest));
        ok(alice.client().post("/api/v1/orders", "{\"side\":\"SELL\",\"hidden\":true," + rest));
        ok(bob.client()
                .post(
                        "/api/v1/orders",
                        "{\"side\":\"BUY\",\"symbol\":\"BTC-USD\",\"type\":\"STOP_LIMIT\",\"triggerPrice\":\"5200.00\","
                                + "\"price\":\"5200.00\",\"quantity\":\"1\"}"));
    }

    private void everythingIsAsItWasTold() {
        List<Long> anyOrder = new ArrayList<>(books.keySet());
        Collections.shuffle(anyOrder, new Random(SEED));
        for (long sequence : anyOrder) {
            JsonNode then = ok(bob.client().get("/api/v1/journal/book?symbol=BTC-USD&depth=100&seq=" + sequence))
                    .json();
            assertThat(then.get("bids"))
                    .as("bids at " + sequence)
                    .isEqualTo(books.get(sequence).get("bids"));
            assertThat(then.get("asks"))
                    .as("asks at " + sequence)
                    .isEqualTo(books.get(sequence).get("asks"));
            assertThat(then.get("stateHash").asText()).matches("[0-9a-f]{16}");
            JsonNode account = ok(alice.client().get("/api/v1/journal/account?seq=" + sequence))
                    .json()
                    .get("state");
            assertThat(account.get("balances").size())
                    .isEqualTo(balances.get(sequence).size());
            for (int i = 0; i < account.get("balances").size(); i++) {
                for (String field : List.of("asset", "total", "available", "held")) {
                    assertThat(account.get("balances").get(i).get(field))
                            .as(field + " at " + sequence)
                            .isEqualTo(balances.get(sequence).get(i).get(field));
                }
            }
            assertThat(open(account.get("orders"), "open")).isEqualTo(open(orders.get(sequence), "remaining"));
        }
    }

    private static Map<String, String> open(JsonNode orders, String quantity) {
        Map<String, String> open = new TreeMap<>();
        orders.forEach(order -> open.put(
                order.get("id").asText(),
                order.get("side").asText() + " " + order.get("price").asText() + " "
                        + order.get(quantity).asText()));
        return open;
    }

    @Test
    void booksAndAccountsAreAsTheyWereAlsoBehindASnapshotAndARestart() throws Exception {
        RandomTrading trading = new RandomTrading(SEED);
        tradesAndRemembers(trading, 60);
        icebergsAndHiddenOrders();
        tradesAndRemembers(trading, 30);
        JsonNode snapshot = snapshot();
        tradesAndRemembers(trading, 30);
        everythingIsAsItWasTold();
        venue.close();
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        alice = again(alice);
        bob = again(bob);
        tradesAndRemembers(trading, 30);

        everythingIsAsItWasTold();

        JsonNode there = ok(administrator.get("/api/v1/journal/book?symbol=BTC-USD&seq=" + snapshot.get("sequence")))
                .json();
        assertThat(there.get("recordedHash")).isEqualTo(snapshot.get("stateHash"));
        assertThat(there.get("agrees").asBoolean()).isTrue();
    }

    private VenueUnderTest.Trader again(VenueUnderTest.Trader trader) {
        return new VenueUnderTest.Trader(
                trader.account(), trader.key(), trader.secret(), venue.again(trader.key(), trader.secret()));
    }

    private JsonNode snapshot() {
        assertThat(administrator.post("/api/v1/admin/snapshots", "{}").status()).isEqualTo(202);
        JsonNode told;
        do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            told = ok(administrator.get("/api/v1/admin/snapshots")).json();
        } while (told.get("isWorking").asBoolean());
        return told.get("items").get(0);
    }

    @Test
    void whatAFrameChangedOfAnAccountIsItsDifferenceToTheOneBefore() {
        ok(alice.places("SELL", "2", "100.00"));
        long before = venue.sequence();
        ok(bob.places("BUY", "0.5", "100.00"));
        long after = venue.sequence();

        JsonNode changes = ok(alice.client().get("/api/v1/journal/account?seq=" + after + "&since=" + before))
                .json()
                .get("changes");

        assertThat(changes.get("since").asLong()).isEqualTo(before);
        assertThat(changes.get("balances").toString())
                .contains("{\"of\":\"BTC\",\"what\":\"total\",\"before\":\"1000.00000000\",\"after\":\"999.50000000\","
                        + "\"change\":\"-0.50000000\"}");
        assertThat(changes.get("ordersChanged").get(0).get("open").asText()).isEqualTo("1.50000");
        assertThat(changes.get("ordersOpened")).isEmpty();
        assertThat(changes.get("ordersEnded")).isEmpty();
    }

    @Test
    void whatIsAskedWronglyIsToldAtItsField() {
        long head = venue.sequence();
        String book = "/api/v1/journal/book";
        assertWrong(administrator.get(book + "?seq=1"), "symbol", "MISSING_FIELD");
        assertWrong(administrator.get(book + "?symbol=NO-SUCH"), "symbol", "UNKNOWN_INSTRUMENT");
        assertWrong(administrator.get(book + "?symbol=BTC-USD&seq=1"), "symbol", "UNKNOWN_INSTRUMENT");
        assertWrong(administrator.get(book + "?symbol=BTC-USD&seq=0"), "seq", "INVALID_VALUE");
        assertWrong(administrator.get(book + "?symbol=BTC-USD&seq=" + (head + 100)), "seq", "INVALID_VALUE");
        assertWrong(administrator.get(book + "?symbol=BTC-USD&depth=0"), "depth", "INVALID_VALUE");
        assertWrong(administrator.get("/api/v1/journal/account"), "account", "MISSING_FIELD");
        assertWrong(administrator.get("/api/v1/journal/account?account=99999"), "account", "UNKNOWN_ACCOUNT");
        assertWrong(
                alice.client().get("/api/v1/journal/account?account=" + bob.account()), "account", "UNKNOWN_ACCOUNT");
        assertWrong(alice.client().get("/api/v1/journal/account?since=" + (head + 100)), "since", "INVALID_VALUE");
    }

    private static void assertWrong(Client.Answer answer, String field, String code) {
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    }

    @Test
    void twoHundredAtOnceAreAnsweredOrToldToComeBackAndTradingGoesOn() throws Exception {
        RandomTrading trading = new RandomTrading(SEED);
        for (int i = 0; i < 60; i++) trading.acts(alice, bob);
        long head = venue.sequence();
        ExecutorService crowd = Executors.newFixedThreadPool(200);
        try {
            List<CompletableFuture<Client.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String path = "/api/v1/journal/account?account=" + alice.account() + "&seq=" + (1 + i % head);
                answers.add(CompletableFuture.supplyAsync(() -> administrator.get(path), crowd));
            }
            for (int i = 0; i < 20; i++) isTaken();
            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<Client.Answer> answer : answers) {
                statuses.add(answer.join().status());
                if (answer.join().status() == 503) {
                    assertThat(answer.join().code()).isIn("BUSY", "TAKES_TOO_LONG");
                    assertThat(answer.join().header("Retry-After")).isNotEmpty();
                }
            }
            assertThat(statuses).isSubsetOf(200, 503, 429).contains(200);
        } finally {
            crowd.shutdownNow();
        }
        ok(administrator.get("/api/v1/journal/account?account=" + alice.account() + "&seq=" + head));
    }

    /** At once or, on a slow machine, when it comes again. */
    private void isTaken() {
        Client.Answer answer = alice.places("SELL", "0.01", "9000.00");
        while (answer.status() == 503) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            answer = alice.places("SELL", "0.01", "9000.00");
        }
        ok(answer);
    }
}
