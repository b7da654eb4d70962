package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What administrators see of kept answers, and that nobody else sees anything of them. */
@Timeout(120)
class CacheRulesTest {
    private static final String ACCEPTED = "/api/v1/events?type=OrderAccepted&limit=2";

    private static final int ORDERS = 8;

    private static final long LOOK_EVERY_NANOS = 1_000_000;

    @TempDir
    private Path data;

    @Test
    void whoWasToldOfAnOrderFindsItHoweverOftenItWasAskedBefore() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("records.kept", "on"))) {
            VenueUnderTest.Trader alice = venue.trader("Alice", Map.of("USD", "10000"));
            Client admin = venue.administrator();
            for (int i = 0; i < ORDERS; i++) {
                String order = ok(alice.places("BUY", "0.01", "50.00")).text("id");
                for (int again = 0; again < 2; again++) {
                    assertThat(items(admin, ACCEPTED).get(0).get("order").asText())
                            .isEqualTo(order);
                }
            }
            JsonNode events = kind(admin, "events");
            assertThat(events.get("loads").asLong()).isEqualTo(ORDERS);
            assertThat(events.get("hits").asLong()).isEqualTo(ORDERS);
            assertThat(events.get("outdated").asLong()).isEqualTo(ORDERS - 1);
        }
    }

    @Test
    void anAdministratorSeesWhatIsKeptAndDropsIt() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("records.kept", "on"))) {
            Client admin = venue.administrator();
            items(admin, ACCEPTED + "&asOf=3");
            JsonNode one = ok(admin.get("/api/v1/admin/cache/events")).json();
            assertThat(one.get("kept").get("entries").asLong()).isEqualTo(1);
            String key = one.get("keys").get(0).asText();
            JsonNode found =
                    ok(admin.get("/api/v1/admin/cache/events/keys/" + key)).json();
            assertThat(found.get("memory").asBoolean()).isTrue();
            assertThat(found.get("redis").asBoolean()).isFalse();
            assertThat(ok(admin.get("/api/v1/admin/cache/fills/keys/" + key))
                            .json()
                            .get("memory")
                            .asBoolean())
                    .isFalse();
            JsonNode all = ok(admin.get("/api/v1/admin/cache")).json();
            assertThat(all.get("bytes").asLong())
                    .isBetween(1L, all.get("mostBytes").asLong());
            assertThat(all.get("redis").isNull()).isTrue();

            assertThat(ok(admin.delete("/api/v1/admin/cache/events")).text("dropped"))
                    .isEqualTo("1");
            assertThat(kind(admin, "events").get("entries").asLong()).isZero();
            assertThat(admin.get("/api/v1/admin/cache/everything").code()).isEqualTo("NOT_FOUND");
            assertThat(ok(admin.get("/metrics")).response().body())
                    .contains(
                            "rialto_cache_hits_total{kind=\"events\"}",
                            "rialto_records_state{state=\"FOLLOWING\"} 1.0");
        }
    }

    @Test
    void aVenueWithoutItsRedisSaysSoAndGoesOn() throws Exception {
        RealRedis redis = new RealRedis();
        Map<String, String> options = new HashMap<>(Map.of("records.kept", "on", "cache.redis-timeout", "5000"));
        options.put("cache.redis", redis.address());
        try (redis;
                VenueUnderTest venue = VenueUnderTest.open(data, options)) {
            Client admin = venue.administrator();
            assertThat(items(admin, ACCEPTED + "&asOf=3")).isNotNull();
            assertThat(component(admin)).isEqualTo("DEGRADED");

            redis.start();
            await(() -> ok(admin.get("/api/v1/admin/cache")).json().get("redis").asBoolean());
            items(admin, ACCEPTED + "&asOf=4");
            String key = ok(admin.get("/api/v1/admin/cache/events"))
                    .json()
                    .get("keys")
                    .get(1)
                    .asText();
            await(() -> ok(admin.get("/api/v1/admin/cache/events/keys/" + key))
                    .json()
                    .get("redis")
                    .asBoolean());
        }
    }

    private static String component(Client admin) {
        for (JsonNode each : ok(admin.get("/api/v1/monitoring/health")).json().get("components")) {
            if (each.get("name").asText().equals("CACHE"))
                return each.get("status").asText();
        }
        return "";
    }

    private static JsonNode kind(Client admin, String kind) {
        return ok(admin.get("/api/v1/admin/cache/" + kind)).json().get("kept");
    }

    private static JsonNode items(Client client, String path) {
        return ok(client.get(path)).json().get("items");
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_EVERY_NANOS);
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
