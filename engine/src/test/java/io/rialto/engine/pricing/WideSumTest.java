package io.rialto.engine.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideSumTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void sumsBeyondSixtyThreeBitsAreExact() {
        WideSum sum = new WideSum();
        for (int i = 0; i < 3; i++) sum.add(Long.MAX_VALUE);
        assertThat(sum.bounded()).isEqualTo(Long.MAX_VALUE);
        assertThat(sum.isAtLeast(Long.MAX_VALUE)).isTrue();
        for (int i = 0; i < 3; i++) sum.subtract(Long.MAX_VALUE);
        assertThat(sum.bounded()).isZero();
        sum.subtract(5);
        assertThat(sum.bounded()).isEqualTo(-5);
        assertThat(sum.isAsFarAs(5, 1)).isTrue();
        assertThat(sum.isAsFarAs(2, 3)).isFalse();
    }

    @Test
    void itIsWhatABigIntegerIs() {
        for (long seed = 1; seed <= 200; seed++) play(new Random(seed), "seed " + seed);
    }

    private static void play(Random random, String where) {
        WideSum sum = new WideSum();
        BigInteger exact = BigInteger.ZERO;
        List<long[]> added = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean isBack = !added.isEmpty() && random.nextInt(3) == 0;
            long[] product = isBack
                    ? added.remove(random.nextInt(added.size()))
                    : new long[] {any(random) & Long.MAX_VALUE, random.nextInt()};
            long amount = isBack ? -product[0] : product[0];
            if (!isBack) added.add(product);
            sum.addProduct(amount, product[1]);
            exact = exact.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(product[1])));
            compare(sum, exact, any(random), where);
        }
    }

    private static void compare(WideSum sum, BigInteger exact, long limit, String where) {
        BigInteger bounded = exact.min(MOST).max(MOST.negate());
        assertThat(sum.bounded()).as(where).isEqualTo(bounded.longValueExact());
        assertThat(sum.isAtLeast(limit)).as(where).isEqualTo(exact.compareTo(BigInteger.valueOf(limit)) >= 0);
        long far = limit & Long.MAX_VALUE;
        boolean isFar = exact.abs().compareTo(BigInteger.valueOf(far).multiply(BigInteger.valueOf(10_000))) >= 0;
        assertThat(sum.isAsFarAs(far, 10_000)).as(where).isEqualTo(isFar);
    }

    private static long any(Random random) {
        return random.nextLong() >> random.nextInt(64);
    }
}
