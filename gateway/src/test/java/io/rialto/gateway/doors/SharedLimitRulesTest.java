package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.control.RealPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways and a real Redis between them. */
class SharedLimitRulesTest {
    private final TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(1_800_000_000_000L));

    @Test
    void whatIsSpentAtOneGatewayIsMissingAtTheOther(@TempDir Path one, @TempDir Path other) throws Exception {
        RealRedis redis = new RealRedis().start();
        Map<String, String> options = Map.of(
                "limits.redis", redis.address(),
                "limits.redis-timeout", "5000",
                "limits.endpoint-share", "100",
                "limits.address-rate", "4",
                "limits.address-burst", "100",
                "limits.ban-after", "2",
                "limits.ban-ladder", "30");
        try (redis;
                VenueUnderTest left = VenueUnderTest.open(one, options, clock);
                VenueUnderTest right = VenueUnderTest.open(other, options, clock)) {
            for (int i = 0; i < 50; i++) {
                assertThat(asks(left).status()).isEqualTo(200);
                assertThat(asks(right).status()).isEqualTo(200);
            }
            assertThat(asks(left).code()).isEqualTo("RATE_LIMITED");
            assertThat(asks(right).header("Retry-After")).isEqualTo("1");
            clock.turn(Duration.ofMillis(250));
            assertThat(asks(left).status()).isEqualTo(200);
            assertThat(asks(right).code()).isEqualTo("RATE_LIMITED");
            assertThat(asks(left).code()).isEqualTo("TEMPORARILY_BANNED");
            assertThat(asks(right).code()).isEqualTo("TEMPORARILY_BANNED");

            redis.stop();
            assertThat(asks(left).status()).isEqualTo(200);
            assertThat(asks(right).code()).as("who banned goes on banning").isEqualTo("TEMPORARILY_BANNED");
        }
    }

    @Test
    void whatIsChangedAtOneGatewayHoldsAtTheOther(@TempDir Path one, @TempDir Path other) throws Exception {
        Map<String, String> options = RealPostgres.settings(one);
        try (VenueUnderTest left = VenueUnderTest.open(one, options)) {
            Files.copy(one.resolve("master.key"), other.resolve("master.key"));
            try (VenueUnderTest right = VenueUnderTest.open(other, options)) {
                ok(left.administrator()
                        .put("/api/v1/admin/limits/requests/address", "{\"perSecond\":77,\"burst\":777}"));
                await(() -> right.nobody()
                        .raw("GET", "/api/v1/time", "", Map.of())
                        .header("RateLimit-Policy")
                        .contains("\"address\";q=777;"));
            }
        }
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(fact.getAsBoolean()).isTrue();
    }

    private static Client.Answer asks(VenueUnderTest venue) {
        return venue.nobody().raw("GET", "/api/v1/time", "", Map.of());
    }
}
