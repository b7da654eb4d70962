package io.rialto.engine.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenBucketRulesTest {
    private static final long SECOND = 1_000_000_000;

    private final TokenBuckets buckets = new TokenBuckets();

    @Test
    void whoNeedsTenAndHasThreeAndAHalfAtTwoASecondWaitsFourSeconds() {
        buckets.fill(0, 20, 0);
        buckets.set(0, 3_500_000);

        assertThat(buckets.has(0, 10, 20, 2, 0)).isFalse();
        assertThat(buckets.secondsUntil(0, 10, 2)).isEqualTo(4);
        assertThat(buckets.has(0, 10, 20, 2, 3 * SECOND + SECOND / 4)).isTrue();
        assertThat(buckets.secondsUntil(0, 10, 2)).isZero();
    }

    @Test
    void inAnyTimeNoMoreIsTakenThanTheCapacityAndWhatCameIn() {
        SplittableRandom random = new SplittableRandom(7);
        long capacity = 5;
        long rate = 3;
        buckets.fill(0, capacity, 0);
        long[] taken = new long[2_000];
        int count = 0;
        long now = 0;
        while (count < taken.length) {
            now += random.nextLong(SECOND);
            if (!buckets.has(0, 1, capacity, rate, now)) continue;
            buckets.take(0, 1);
            taken[count++] = now;
        }
        for (int from = 0; from < count; from++) {
            for (int to = from; to < Math.min(count, from + 50); to++) {
                long most = capacity + Math.floorDiv(rate * (taken[to] - taken[from] + 1_000), SECOND);
                assertThat((long) to - from + 1).isLessThanOrEqualTo(most + 1);
            }
        }
    }
}
