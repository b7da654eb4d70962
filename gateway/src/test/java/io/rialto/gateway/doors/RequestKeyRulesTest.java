package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestKeyRulesTest {
    private static final String ORDERS = "/api/v1/orders";

    @TempDir
    private Path data;

    @Test
    void theSameRequestAgainIsAnsweredWithTheOutcomeOfThenAlsoAfterARestart() throws Exception {
        Trader alice;
        Trader bob;
        Client.Answer made;
        Client.Answer refused;
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            alice = venue.trader("alice", Map.of("BTC", "10"));
            bob = venue.trader("bob", Map.of("USD", "1000000"));
            ok(alice.places("SELL", "1", "50000.00"));
            made = bob.client().post(ORDERS, order("BUY", "0.4", "50000.00"), "key-1");
            refused = bob.client().post(ORDERS, order("SELL", "5", "50000.00"), "key-2");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("Idempotent-Replayed")).isEmpty();
            assertThat(refused.status()).isEqualTo(422);

            same(made, bob.client().post(ORDERS, order("BUY", "0.4", "50000.00"), "key-1"));
            same(refused, bob.client().post(ORDERS, order("SELL", "5", "50000.00"), "key-2"));
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client again = venue.again(bob.key(), bob.secret());
            same(made, again.post(ORDERS, order("BUY", "0.4", "50000.00"), "key-1"));
            same(refused, again.post(ORDERS, order("SELL", "5", "50000.00"), "key-2"));
            assertThat(again.get("/api/v1/fills").json().get("items")).hasSize(1);
            assertThat(again.get("/api/v1/requests/key-1").text("status")).isEqualTo("EXECUTED");
        }
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            ok(bob.client().post(ORDERS, order("BUY", "1", "100.00"), "key-1"));

            Client.Answer other = bob.client().post(ORDERS, order("BUY", "2", "100.00"), "key-1");

            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("REQUEST_KEY_REUSED");
        }
    }

    @Test
    void everyMutatingCallMayBeSentAgain() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            Client administrator = venue.administrator();
            String id = ok(bob.places("BUY", "1", "100.00")).text("id");
            String of = "\"account\":\"" + bob.account() + "\",\"asset\":\"USD\"";

            twice(administrator, "POST", "/api/v1/admin/assets", "{\"code\":\"XYZ\",\"scale\":3}");
            twice(administrator, "POST", "/api/v1/admin/accounts", "{\"name\":\"carol\",\"firm\":\"acme\"}");
            twice(administrator, "POST", "/api/v1/admin/deposits", "{" + of + ",\"amount\":\"5\"}");
            twice(administrator, "POST", "/api/v1/admin/withdrawals", "{" + of + ",\"amount\":\"5\"}");
            twice(
                    administrator,
                    "POST",
                    "/api/v1/admin/accounts/" + bob.account() + "/api-keys",
                    "{\"label\":\"l\",\"scopes\":[\"read\"]}");
            twice(bob.client(), "PATCH", ORDERS + "/" + id, "{\"quantity\":\"2\"}");
            twice(bob.client(), "PATCH", ORDERS + "/" + id, "{\"price\":\"99.00\"}");
            twice(bob.client(), "DELETE", ORDERS + "/" + id, "");
            bob.places("BUY", "1", "100.00");
            twice(bob.client(), "DELETE", ORDERS, "");
            assertThat(bob.total("USD")).isEqualTo("1000000.00000000");
        }
    }

    @Test
    void manyAtOnceWithOneKeyMakeOneOrder() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            ExecutorService many = Executors.newFixedThreadPool(8);
            Callable<Client.Answer> request = () -> bob.client().post(ORDERS, order("BUY", "1", "100.00"), "one-key");
            List<Callable<Client.Answer>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) requests.add(request);

            List<String> ids = new ArrayList<>();
            for (Future<Client.Answer> answer : many.invokeAll(requests))
                ids.add(ok(answer.get()).text("id"));
            many.shutdown();

            assertThat(ids).containsOnly(ids.get(0));
            assertThat(bob.client().get(ORDERS).json().get("items")).hasSize(1);
        }
    }

    @Test
    void anUnknownOutcomeIsMadeDefiniteByAFence() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            Client client = bob.client();
            client.post(ORDERS, order("SELL", "1", "100.00"), "poor");

            assertThat(client.get("/api/v1/requests/poor").text("status")).isEqualTo("REJECTED");
            assertThat(client.get("/api/v1/requests/poor").text("reason")).isEqualTo("INSUFFICIENT_FUNDS");
            long before = venue.sequence();
            assertThat(client.get("/api/v1/requests/lost").text("status")).isEqualTo("NEVER_SEEN");
            assertThat(venue.sequence()).isEqualTo(before);

            assertThat(client.get("/api/v1/requests/lost?fence=true").text("status"))
                    .isEqualTo("NEVER_SEEN");
            assertThat(venue.sequence()).isEqualTo(before + 1);
            Client.Answer late = client.post(ORDERS, order("BUY", "1", "100.00"), "lost");
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.code()).isEqualTo("REQUEST_FENCED");
        }
    }

    private static void twice(Client client, String method, String path, String body) {
        Map<String, String> key = Map.of("Idempotency-Key", "twice:" + method + path + body.hashCode());
        Client.Answer first = ok(client.send(method, path, body, key));
        same(first, client.send(method, path, body, key));
    }

    private static void same(Client.Answer first, Client.Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
    }
}
