package io.rialto.gateway.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import io.rialto.gateway.doors.RealRedis;
import io.rialto.gateway.doors.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same rules in memory and in a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetersTest {
    private static final long START = 1_700_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RealRedis redis;

    @BeforeAll
    void start() throws Exception {
        redis = new RealRedis().start();
    }

    @AfterAll
    void stop() throws Exception {
        redis.stop();
    }

    private SharedMeters shared(TurnedClock clock) {
        return SharedMeters.open(RedisURI.create(redis.address()), PATIENCE, clock);
    }

    /** Every rule of a meter, whoever keeps it. */
    private static void keepsTheRules(Meters meters, TurnedClock clock, String name) {
        Charge two = new Charge("account", name, Quota.bucket(10, 20), 2);
        Charge window = new Charge("group", name, Quota.window(5, 10_000), 2);
        for (int i = 0; i < 10; i++) assertThat(meters.take(two).remaining()).isEqualTo(18 - 2 * i);
        assertThat(meters.take(two).waitMillis()).isEqualTo(200);
        clock.turn(Duration.ofMillis(199));
        assertThat(meters.take(two).isPassed()).isFalse();
        clock.turn(Duration.ofMillis(1));
        assertThat(meters.take(two).isPassed()).isTrue();

        assertThat(meters.take(window).remaining()).isEqualTo(3);
        List<Reading> both = meters.takeAll(List.of(window, two));
        assertThat(both).extracting(Reading::isPassed).containsExactly(true, false);
        assertThat(meters.ask(window).remaining()).isEqualTo(3);
        clock.turn(Duration.ofMillis(60_000));
        assertThat(meters.takeAll(List.of(window, two))).allMatch(Reading::isPassed);
        meters.takeAll(List.of(window, two));
        assertThat(meters.take(window).waitMillis()).isPositive();
        assertThat(meters.take(window).remaining()).isEqualTo(1);

        meters.shutOut(name, new ShutOut(2, START), 60_000);
        assertThat(meters.shutOut(name)).contains(new ShutOut(2, START));
        assertThat(meters.shutOuts()).containsEntry(name, new ShutOut(2, START));
        assertThat(meters.forget(name)).isTrue();
        assertThat(meters.shutOut(name)).isEmpty();
    }

    @Test
    void memoryKeepsTheRules() {
        TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(START));
        keepsTheRules(new MemoryMeters(clock), clock, "one");
    }

    @Test
    void redisKeepsTheSameRules() {
        TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(START));
        try (SharedMeters meters = shared(clock)) {
            assertThat(meters.isShared()).isTrue();
            keepsTheRules(meters, clock, "one");
            assertThat(meters.isShared()).isTrue();
        }
    }

    @Test
    void whatLiesIdleForAnHourIsDropped() {
        TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(START));
        MemoryMeters meters = new MemoryMeters(clock);
        for (int i = 0; i < 100; i++) meters.take(new Charge("address", "a" + i, Quota.bucket(1, 1), 1));
        assertThat(meters.size()).isEqualTo(100);

        clock.turn(Duration.ofMillis(Meters.IDLE_MILLIS - 1));
        meters.take(new Charge("address", "a0", Quota.bucket(1, 1), 1));
        clock.turn(Duration.ofMillis(1));
        assertThat(meters.size()).isEqualTo(1);
    }

    @Test
    void gatewaysOfOneRedisShareABucketAndAWindow() {
        TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(START));
        Charge bucket = new Charge("account", "shared", Quota.bucket(1, 10), 1);
        Charge window = new Charge("group", "shared", Quota.window(6, 60_000), 1);
        try (SharedMeters one = shared(clock);
                SharedMeters other = shared(clock)) {
            for (int i = 0; i < 5; i++) {
                assertThat(one.take(bucket).isPassed()).isTrue();
                assertThat(other.take(bucket).isPassed()).isTrue();
            }
            assertThat(one.take(bucket).isPassed()).isFalse();
            assertThat(other.take(bucket).isPassed()).isFalse();
            for (int i = 0; i < 3; i++) {
                one.take(window);
                other.take(window);
            }
            assertThat(other.take(window).isPassed()).isFalse();
        }
    }

    @Test
    void withoutRedisEachGatewayCountsAloneAndNobodyWaitsUntilItIsBack() throws Exception {
        TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(START));
        Charge charge = new Charge("account", "outage", Quota.bucket(1, 10), 1);
        try (SharedMeters meters = shared(clock)) {
            for (int i = 0; i < 10; i++)
                assertThat(meters.take(charge).isPassed()).isTrue();
            redis.stop();

            long asked = System.nanoTime();
            assertThat(meters.take(charge).isPassed()).isTrue();
            assertThat(meters.isShared()).isFalse();
            for (int i = 1; i < 10; i++)
                assertThat(meters.take(charge).isPassed()).isTrue();
            assertThat(meters.take(charge).isPassed()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PATIENCE.multipliedBy(2));

            redis.start();
            await(meters::isShared);
            assertThat(meters.take(charge).isPassed()).isTrue();
        }
    }

    @Test
    void aGatewayStartsWithoutItsRedis() throws Exception {
        RedisURI address = RedisURI.create(new RealRedis().address());
        try (SharedMeters meters = SharedMeters.open(address, PATIENCE, new TurnedClock(Instant.ofEpochMilli(START)))) {
            assertThat(meters.isShared()).isFalse();
            assertThat(meters.take(new Charge("account", "alone", Quota.bucket(1, 1), 1))
                            .isPassed())
                    .isTrue();
        }
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
