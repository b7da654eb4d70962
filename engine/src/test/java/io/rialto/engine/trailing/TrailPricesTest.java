package io.rialto.engine.trailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.orders.Special;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrailPricesTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    @Test
    void basisPointsAreExactUpToTheLargestPrice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long ticks = random.nextLong() >>> 1 + random.nextInt(62);
            int bps = 1 + random.nextInt(9_999);
            assertThat(trigger(true, ticks, bps)).as("seed=%d", seed).isEqualTo(below(ticks, bps));
            assertThat(trigger(false, ticks, bps)).as("seed=%d", seed).isEqualTo(above(ticks, bps));
        }
        assertThat(trigger(false, Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(trigger(true, Long.MAX_VALUE, 1)).isEqualTo(below(Long.MAX_VALUE, 1));
        assertThat(trigger(true, 1, 1)).isZero();
        assertThat(trigger(false, 1, 1)).isEqualTo(2);
    }

    @Test
    void ticksBeyondTheLargestPriceStopThere() {
        Special terms = new Special();
        terms.trailingTicks = Long.MAX_VALUE;
        assertThat(TrailPrices.trigger(terms, false, 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(TrailPrices.trigger(terms, true, 5)).isEqualTo(5 - Long.MAX_VALUE);
    }

    private static long trigger(boolean sells, long extremeTicks, int bps) {
        Special terms = new Special();
        terms.trailingBps = bps;
        return TrailPrices.trigger(terms, sells, extremeTicks);
    }

    private static long below(long ticks, int bps) {
        return part(ticks, 10_000 - bps).divide(WHOLE).longValueExact();
    }

    private static long above(long ticks, int bps) {
        BigInteger up = part(ticks, 10_000 + bps).add(WHOLE.subtract(BigInteger.ONE));
        return up.divide(WHOLE).min(MOST).longValueExact();
    }

    private static BigInteger part(long ticks, int bps) {
        return BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(bps));
    }
}
