package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitRulesTest extends KeyedVenue {
    private static final String TIME = "/api/v1/time";
    private static final String REQUESTS = "/api/v1/admin/limits/requests";

    /** Small limits, so that they are reached. The clock stands still: nothing comes back by itself. */
    @Override
    VenueUnderTest open(Map<String, String> options) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "limits.standard-rate", "10",
                "limits.standard-burst", "200",
                "limits.endpoint-share", "100",
                "limits.ban-after", "1000"));
        all.putAll(options);
        return super.open(all);
    }

    private Client.Answer time() {
        return venue.nobody().raw("GET", TIME, "", Map.of());
    }

    private Client.Answer changes(String method, String path, String body) throws Exception {
        return ok(send(venue.administrator(), method, path, body));
    }

    @Test
    void anAddressIsLetInAgainAtTheMomentThatItWasToldAndNotBefore() throws Exception {
        open(Map.of("limits.address-rate", "8", "limits.address-burst", "100"));
        for (int i = 0; i < 100; i++)
            assertThat(time().status()).as("request %d", i).isEqualTo(200);
        Client.Answer refused = time();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        long waitMillis = refused.json().get("retryAfterMillis").asLong();
        assertThat(waitMillis).isEqualTo(125);

        clock.turn(Duration.ofMillis(waitMillis - 1));
        assertThat(time().status()).isEqualTo(429);
        clock.turn(Duration.ofMillis(1));
        assertThat(time().status()).isEqualTo(200);
        assertThat(time().status()).isEqualTo(429);
    }

    @Test
    void theHeadersTellWhatIsLeftAndWhenItIsBack() throws Exception {
        open(Map.of("limits.address-rate", "10", "limits.address-burst", "200", "limits.window", "60"));
        Client.Answer answer = time();

        assertThat(answer.header("RateLimit-Policy"))
                .isEqualTo("\"address\";q=200;w=20, \"address-endpoint\";q=200;w=20, \"address-group\";q=600;w=60");
        assertThat(answer.header("RateLimit"))
                .isEqualTo("\"address\";r=199;t=1, \"address-endpoint\";r=199;t=1, \"address-group\";r=599;t=120");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("200");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("199");
        assertThat(answer.header("X-RateLimit-Reset")).isEqualTo("1800000001");
    }

    @Test
    void whatIsRefusedToACallerIsNotTakenFromItsAddress() throws Exception {
        open(Map.of("limits.address-rate", "10", "limits.address-burst", "400"));
        Trader alice = trader("alice");
        int spent = 400 - remaining(time(), "address");
        for (int i = 0; i < 200; i++)
            assertThat(get(alice.client(), BALANCES).status()).isEqualTo(200);
        Client.Answer refused = get(alice.client(), BALANCES);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("detail")).contains("the limit account is spent");
        assertThat(remaining(refused, "account")).isZero();
        assertThat(remaining(time(), "address")).isEqualTo(400 - spent - 200 - 1);
        assertThat(get(alice.client(), BALANCES).status()).isEqualTo(429);
        assertThat(remaining(time(), "address")).isEqualTo(400 - spent - 200 - 2);
    }

    private static int remaining(Client.Answer answer, String policy) {
        for (String item : answer.header("RateLimit").split(", ")) {
            String[] parts = item.split(";");
            if (parts[0].equals("\"" + policy + "\"")) return Integer.parseInt(parts[1].substring("r=".length()));
        }
        throw new AssertionError("no reading of " + policy + ": " + answer.header("RateLimit"));
    }

    @Test
    void oneEndpointTakesItsShareAndLeavesTheOthersTheirs() throws Exception {
        open(Map.of("limits.endpoint-share", "50"));
        Trader alice = trader("alice");
        for (int i = 0; i < 100; i++)
            assertThat(get(alice.client(), BALANCES).status()).isEqualTo(200);

        Client.Answer refused = get(alice.client(), BALANCES);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("detail")).contains("the limit endpoint is spent");
        assertThat(get(alice.client(), ORDERS).status()).isEqualTo(200);
    }

    @Test
    void aGroupOfRoutesSharesASlidingWindow() throws Exception {
        open(Map.of("limits.standard-rate", "50", "limits.standard-burst", "1000", "limits.window", "10"));
        Trader alice = trader("alice");
        changes("PUT", REQUESTS + "/groups/ACCOUNT", "{\"percent\":30}");
        for (int i = 0; i < 75; i++) {
            assertThat(get(alice.client(), BALANCES).status()).isEqualTo(200);
            assertThat(get(alice.client(), ORDERS).status()).isEqualTo(200);
        }
        Client.Answer refused = get(alice.client(), BALANCES);
        assertThat(refused.text("detail")).contains("the limit group is spent");
        long waitMillis = refused.json().get("retryAfterMillis").asLong();
        assertThat(waitMillis).isGreaterThan(10_000).isLessThan(20_000);
        clock.turn(Duration.ofMillis(waitMillis - 1));
        assertThat(get(alice.client(), BALANCES).status()).isEqualTo(429);
        clock.turn(Duration.ofMillis(1));
        assertThat(get(alice.client(), BALANCES).status()).isEqualTo(200);
    }

    @Test
    void whoIsLimitedCanAlwaysCancel() throws Exception {
        open(Map.of("limits.ban-after", "3", "limits.standard-burst", "100"));
        Trader alice = trader("alice");
        String id = ok(send(alice.client(), "POST", ORDERS, order("BUY", "1", "1.00")))
                .text("id");
        while (get(alice.client(), BALANCES).status() == 200) assertThat(id).isNotEmpty();
        for (int i = 0; i < 3; i++) get(alice.client(), BALANCES);
        assertThat(get(alice.client(), BALANCES).code()).isEqualTo("TEMPORARILY_BANNED");

        Client.Answer cancelled = send(alice.client(), "DELETE", ORDERS + "/" + id, "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.header("RateLimit")).contains("\"cancels\";r=99");
    }

    @Test
    void whoAsksOnInSpiteOfRefusalsClimbsTheLadder() throws Exception {
        open(Map.of(
                "limits.address-rate", "1",
                "limits.address-burst", "100",
                "limits.ban-after", "5",
                "limits.ban-ladder", "10,60"));
        for (int i = 0; i < 100; i++) time();
        for (int i = 0; i < 6; i++) assertThat(time().code()).isEqualTo("RATE_LIMITED");
        Client.Answer banned = time();
        assertThat(banned.status()).isEqualTo(429);
        assertThat(banned.code()).isEqualTo("TEMPORARILY_BANNED");
        assertThat(banned.header("Retry-After")).isEqualTo("10");

        clock.turn(Duration.ofMillis(9_999));
        assertThat(time().code()).isEqualTo("TEMPORARILY_BANNED");
        clock.turn(Duration.ofMillis(1));
        while (time().status() == 200) assertThat(banned.status()).isEqualTo(429);
        for (int i = 0; i < 6; i++) time();
        assertThat(time().header("Retry-After")).isEqualTo("60");
        clock.turn(Duration.ofMillis(60_000));
        assertThat(time().status()).isEqualTo(200);

        Client.Answer list = changes("GET", "/api/v1/admin/limits/bans", "");
        assertThat(list.json().at("/items/0/who").asText()).isEqualTo("address:127.0.0.1");
        assertThat(list.json().at("/items/0/step").asInt()).isEqualTo(2);
        changes("DELETE", "/api/v1/admin/limits/bans?who=address:127.0.0.1", "");
        assertThat(changes("GET", "/api/v1/admin/limits/bans", "").json().get("items"))
                .isEmpty();
    }

    @Test
    void whoLooksForWhatIsNotThereIsLimitedToo() throws Exception {
        open(Map.of("limits.address-rate", "1", "limits.address-burst", "100"));
        for (int i = 0; i < 100; i++) {
            assertThat(venue.nobody().raw("GET", "/secrets/" + i, "", Map.of()).status())
                    .isEqualTo(404);
        }
        Client.Answer refused = venue.nobody().raw("GET", "/secrets", "", Map.of());
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(venue.nobody().raw("PUT", TIME, "", Map.of()).code()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void guessingSignaturesCostsTheAddressMore() throws Exception {
        open(Map.of("limits.address-rate", "1", "limits.address-burst", "100", "limits.failure-weight", "20"));
        int guesses = 0;
        while (venue.nobody()
                        .raw("GET", BALANCES, "", Map.of("X-API-Key", "guess"))
                        .status()
                == 401) guesses++;

        assertThat(guesses).isBetween(4, 20);
        assertThat(time().status()).isEqualTo(429);
    }

    @Test
    void anAccountsTierIsChangedAtRunTimeAndOutlivesARestart() throws Exception {
        open(Map.of("limits.premium-rate", "20", "limits.premium-burst", "300"));
        Trader alice = trader("alice");
        String path = "/api/v1/admin/accounts/" + alice.account() + "/tier";
        assertThat(changes("GET", path, "").text("tier")).isEqualTo("STANDARD");
        assertThat(remaining(get(alice.client(), BALANCES), "account")).isEqualTo(199);
        assertThat(changes("POST", path, "{\"tier\":\"PREMIUM\"}").text("tier")).isEqualTo("PREMIUM");
        assertThat(remaining(get(alice.client(), BALANCES), "account")).isEqualTo(299);

        Client.Answer wrong = send(venue.administrator(), "POST", path, "{\"tier\":\"GOLD\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("field")).isEqualTo("tier");
        assertThat(send(venue.administrator(), "POST", "/api/v1/admin/accounts/9999/tier", "{\"tier\":\"BROKER\"}")
                        .status())
                .isEqualTo(404);

        venue.close();
        open(Map.of());
        assertThat(changes("GET", path, "").text("tier")).isEqualTo("PREMIUM");
    }

    @Test
    void limitsAreChangedAtRunTimePublishedAndOutliveARestart() throws Exception {
        open(Map.of());
        Trader alice = trader("alice");
        changes("PUT", REQUESTS + "/tiers/STANDARD", "{\"perSecond\":7,\"burst\":150}");
        changes("PUT", REQUESTS + "/address", "{\"perSecond\":500,\"burst\":5000}");
        changes("PUT", REQUESTS + "/routes", "{\"method\":\"GET\",\"path\":\"" + BALANCES + "\",\"weight\":50}");
        assertThat(remaining(get(alice.client(), BALANCES), "account")).isEqualTo(100);

        venue.close();
        open(Map.of());
        Client.Answer told = venue.nobody().raw("GET", "/api/v1/limits", "", Map.of());
        assertThat(told.json().at("/requests/tiers/0/account").toString()).isEqualTo("{\"perSecond\":7,\"burst\":150}");
        assertThat(told.json().at("/requests/address/all").toString()).isEqualTo("{\"perSecond\":500,\"burst\":5000}");
        assertThat(told.json().at("/requests/routes").toString())
                .contains("{\"method\":\"GET\",\"path\":\"" + BALANCES + "\",\"group\":\"ACCOUNT\",\"weight\":50}");
        assertThat(told.json().at("/requests/bans/ladderSeconds").toString()).isEqualTo("[10,60,600,3600,86400]");
        assertThat(told.json().at("/requests/routes")).hasSameSizeAs(venue.routes());
    }

    @Test
    void aLimitThatCannotBeIsRefused() throws Exception {
        open(Map.of());
        Client administrator = venue.administrator();
        refused(send(administrator, "PUT", REQUESTS + "/tiers/GOLD", "{\"perSecond\":1,\"burst\":100}"), "tier");
        refused(send(administrator, "PUT", REQUESTS + "/address", "{\"perSecond\":0,\"burst\":100}"), "perSecond");
        refused(send(administrator, "PUT", REQUESTS + "/address", "{\"perSecond\":1,\"burst\":3601}"), "burst");
        refused(send(administrator, "PUT", REQUESTS + "/groups/CANCELS", "{\"percent\":5}"), "group");
        refused(
                send(administrator, "PUT", REQUESTS + "/routes", "{\"method\":\"GET\",\"path\":\"/x\",\"weight\":1}"),
                "path");
        assertThat(send(administrator, "DELETE", "/api/v1/admin/limits/bans?who=account:1", "")
                        .status())
                .isEqualTo(404);
    }

    private static void refused(Client.Answer answer, String field) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void operationsOfAConnectionCountLikeTheirRoutes() throws Exception {
        open(Map.of("limits.standard-burst", "100"));
        Trader alice = trader("alice");
        SocketClient socket = SocketClient.at(venue.port());
        Map<String, String> now = Map.of("X-API-Timestamp", Long.toString(clock.millis()));
        assertThat(socket.signs(alice.client(), now, "").get("status").asInt()).isEqualTo(200);
        for (int i = 0; i < 60; i++)
            assertThat(get(alice.client(), BALANCES).status()).isEqualTo(200);
        for (int i = 0; i < 40; i++) {
            assertThat(socket.asks("order.place", i, order("BUY", "1", "1.00"))
                            .get("status")
                            .asInt())
                    .isEqualTo(201);
        }
        var refused = socket.asks("order.place", 99, order("BUY", "1", "1.00"));
        assertThat(refused.get("code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(refused.get("data").get("retryAfterMillis").asLong()).isEqualTo(100);
        assertThat(get(alice.client(), BALANCES).status()).isEqualTo(429);
        assertThat(socket.asks("order.cancelAll", 100, "{}").get("status").asInt())
                .isEqualTo(200);
    }
}
