package io.rialto.gateway.meters;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Meters that all gateways of one Redis share. Thread-safe.
 *
 * <p>Waits for Redis no longer than it was told; what goes wrong there is thrown as it comes.
 */
final class RedisMeters implements Meters {
    private static final String WINDOW_SCRIPT = script();
    private static final String BUCKETS = "rialto:bucket:";
    private static final String WINDOWS = "rialto:window:";
    private static final String SHUT_OUTS = "rialto:shut-out:";

    private final StatefulRedisConnection<String, byte[]> redis;
    private final ProxyManager<String> buckets;
    private final Clock clock;

    RedisMeters(StatefulRedisConnection<String, byte[]> redis, Clock clock, Duration timeout) {
        this.redis = redis;
        this.clock = clock;
        this.buckets = Bucket4jLettuce.casBasedBuilder(redis)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(Duration.ofMillis(IDLE_MILLIS)))
                .clientClock(MemoryMeters.time(clock))
                .requestTimeout(timeout)
                .build();
    }

    private static String script() {
        try (InputStream file = RedisMeters.class.getResourceAsStream("/meters/sliding-window.lua")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("a script of our own could not be read", e);
        }
    }

    @Override
    public Reading take(Charge charge) {
        if (charge.isOfWindow()) return window(charge, "take");
        return MemoryMeters.reading(charge, bucket(charge).tryConsumeAndReturnRemaining(charge.weight()));
    }

    @Override
    public Reading ask(Charge charge) {
        if (charge.isOfWindow()) return window(charge, "ask");
        return MemoryMeters.reading(charge, bucket(charge).estimateAbilityToConsume(charge.weight()));
    }

    @Override
    public void giveBack(Charge charge) {
        if (charge.isOfWindow()) window(charge, "give");
        else bucket(charge).addTokens(charge.weight());
    }

    private BucketProxy bucket(Charge charge) {
        return buckets.builder()
                .build(
                        BUCKETS + charge.key(),
                        () -> BucketConfiguration.builder()
                                .addLimit(limit -> limit.capacity(charge.quota().most())
                                        .refillGreedy(
                                                charge.quota().tokens(),
                                                Duration.ofMillis(charge.quota().perMillis())))
                                .build());
    }

    private Reading window(Charge charge, String what) {
        long length = charge.quota().perMillis();
        List<Long> seen = redis.sync()
                .eval(
                        WINDOW_SCRIPT,
                        ScriptOutputType.MULTI,
                        new String[] {WINDOWS + charge.key()},
                        number(clock.millis()),
                        number(length),
                        number(charge.quota().most()),
                        number(charge.weight()),
                        text(what),
                        number(IDLE_MILLIS));
        long elapsed = seen.get(1);
        long current = seen.get(2);
        long previous = seen.get(3);
        long waitMillis = seen.get(0) == 1
                ? 0
                : Math.max(1, SlidingWindow.waitMillis(charge, length, elapsed, current, previous));
        return SlidingWindow.reading(charge, elapsed, current, previous, waitMillis);
    }

    @Override
    public Optional<ShutOut> shutOut(String name) {
        return Optional.ofNullable(redis.sync().get(SHUT_OUTS + name))
                .map(value -> ShutOut.of(new String(value, StandardCharsets.US_ASCII)));
    }

    @Override
    public void shutOut(String name, ShutOut shutOut, long keptMillis) {
        redis.sync().set(SHUT_OUTS + name, text(shutOut.word()), SetArgs.Builder.px(keptMillis));
    }

    @Override
    public Map<String, ShutOut> shutOuts() {
        Map<String, ShutOut> found = new HashMap<>();
        ScanIterator.scan(redis.sync(), ScanArgs.Builder.matches(SHUT_OUTS + "*"))
                .forEachRemaining(key -> {
                    String name = key.substring(SHUT_OUTS.length());
                    shutOut(name).ifPresent(shutOut -> found.put(name, shutOut));
                });
        return found;
    }

    @Override
    public boolean forget(String name) {
        return redis.sync().del(SHUT_OUTS + name) > 0;
    }

    private static byte[] number(long value) {
        return text(Long.toString(value));
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
