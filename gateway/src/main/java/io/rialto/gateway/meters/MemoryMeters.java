package io.rialto.gateway.meters;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Meters of this process alone. Thread-safe; bounded in number, what is used least goes first. */
public final class MemoryMeters implements Meters {
    private static final long MOST_METERS = 500_000;
    private static final Duration LONGEST_SHUT_OUT = Duration.ofDays(3);

    private final Clock clock;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;
    private final Cache<String, SlidingWindow> windows;
    private final Cache<String, ShutOut> shutOuts;

    public MemoryMeters(Clock clock) {
        this.clock = clock;
        this.time = time(clock);
        this.buckets = idle();
        this.windows = idle();
        this.shutOuts = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST_SHUT_OUT)
                .maximumSize(MOST_METERS)
                .ticker(time::currentTimeNanos)
                .build();
    }

    private <M> Cache<String, M> idle() {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMillis(IDLE_MILLIS))
                .maximumSize(MOST_METERS)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Wall time, since gateways that share meters have no other in common. */
    static TimeMeter time(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    @Override
    public Reading take(Charge charge) {
        if (charge.isOfWindow()) return window(charge).take(charge, clock.millis());
        return reading(charge, bucket(charge).tryConsumeAndReturnRemaining(charge.weight()));
    }

    @Override
    public Reading ask(Charge charge) {
        if (charge.isOfWindow()) return window(charge).ask(charge, clock.millis());
        return reading(charge, bucket(charge).estimateAbilityToConsume(charge.weight()));
    }

    @Override
    public void giveBack(Charge charge) {
        if (charge.isOfWindow()) window(charge).giveBack(charge, clock.millis());
        else bucket(charge).addTokens(charge.weight());
    }

    static Reading reading(Charge charge, ConsumptionProbe probe) {
        return new Reading(
                charge,
                probe.getRemainingTokens(),
                Reading.millis(probe.getNanosToWaitForRefill()),
                Reading.millis(probe.getNanosToWaitForReset()));
    }

    static Reading reading(Charge charge, EstimationProbe probe) {
        Quota quota = charge.quota();
        long missing = quota.most() - probe.getRemainingTokens();
        return new Reading(
                charge,
                probe.getRemainingTokens(),
                Reading.millis(probe.getNanosToWaitForRefill()),
                (missing * quota.perMillis() + quota.tokens() - 1) / quota.tokens());
    }

    private Bucket bucket(Charge charge) {
        return buckets.get(
                charge.key(),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(charge.quota().most())
                                .refillGreedy(
                                        charge.quota().tokens(),
                                        Duration.ofMillis(charge.quota().perMillis())))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private SlidingWindow window(Charge charge) {
        return windows.get(charge.key(), key -> new SlidingWindow());
    }

    @Override
    public Optional<ShutOut> shutOut(String name) {
        return Optional.ofNullable(shutOuts.getIfPresent(name));
    }

    @Override
    public void shutOut(String name, ShutOut shutOut, long keptMillis) {
        shutOuts.put(name, shutOut);
    }

    @Override
    public Map<String, ShutOut> shutOuts() {
        return Map.copyOf(shutOuts.asMap());
    }

    @Override
    public boolean forget(String name) {
        return shutOuts.asMap().remove(name) != null;
    }

    /** How many meters there are now. */
    long size() {
        buckets.cleanUp();
        windows.cleanUp();
        return buckets.estimatedSize() + windows.estimatedSize();
    }
}
