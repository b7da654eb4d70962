package io.rialto.engine.protection;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A bucket of tokens for each account: it holds so many at the most and gains so many a second of journal time. Kept in
 * millionths of a token and whole microseconds, so that nothing is ever rounded away: in any time t no more than
 * {@code capacity + rate * t} tokens are taken.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class TokenBuckets {
    private static final long MICRO = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private long[] microTokens = new long[0];
    private long[] filledMicros = new long[0];

    /** The bucket is full from now on. */
    public void fill(int bucket, long capacity, long nowNanos) {
        if (bucket >= microTokens.length) {
            int length = Math.max(bucket + 1, microTokens.length << 1);
            microTokens = Arrays.copyOf(microTokens, length);
            filledMicros = Arrays.copyOf(filledMicros, length);
        }
        microTokens[bucket] = capacity * MICRO;
        filledMicros[bucket] = nowNanos / NANOS_PER_MICRO;
    }

    /** Whether so many tokens are there now; takes none. */
    public boolean has(int bucket, long tokens, long capacity, long rate, long nowNanos) {
        refill(bucket, capacity, rate, nowNanos / NANOS_PER_MICRO);
        return microTokens[bucket] >= tokens * MICRO;
    }

    public void take(int bucket, long tokens) {
        microTokens[bucket] -= tokens * MICRO;
    }

    /** Whole seconds until so many tokens will be there, rounded up; 0 when they are. Asked right after {@link #has}. */
    public long secondsUntil(int bucket, long tokens, long rate) {
        long lackingMicro = tokens * MICRO - microTokens[bucket];
        return lackingMicro <= 0 ? 0 : -Math.floorDiv(-lackingMicro, rate * MICRO);
    }

    /** For tests of buckets that are half empty. */
    void set(int bucket, long millionths) {
        microTokens[bucket] = millionths;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        for (int bucket = 0; bucket < microTokens.length; bucket++) {
            if ((microTokens[bucket] | filledMicros[bucket]) == 0) continue;
            state.accept(bucket);
            state.accept(microTokens[bucket]);
            state.accept(filledMicros[bucket]);
        }
    }

    private void refill(int bucket, long capacity, long rate, long nowMicros) {
        long passedMicros = nowMicros - filledMicros[bucket];
        long lacking = capacity * MICRO - microTokens[bucket];
        boolean isFull = lacking <= 0 || passedMicros >= (lacking + rate - 1) / rate;
        microTokens[bucket] = isFull ? capacity * MICRO : microTokens[bucket] + passedMicros * rate;
        filledMicros[bucket] = nowMicros;
    }
}
