package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.prints.Wide;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideRulesTest {
    @Test
    void aSumOfLongsIsThatOfUnboundedNumbers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long[] cells = new long[4];
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextInt(4) == 0 ? Long.MAX_VALUE - random.nextInt(3) : random.nextLong();
            if (random.nextBoolean()) {
                Wide.add(cells, 1, value);
                sum = sum.add(BigInteger.valueOf(value));
            } else {
                Wide.subtract(cells, 1, value);
                sum = sum.subtract(BigInteger.valueOf(value));
            }
            assertThat(Wide.value(cells, 1)).as("seed " + seed + " step " + i).isEqualTo(sum);
        }
        long[] twice = new long[2];
        Wide.add(twice, 0, cells, 1);
        Wide.add(twice, 0, cells, 1);
        Wide.multiply(cells, 1, 2);
        assertThat(Wide.value(twice, 0)).isEqualTo(Wide.value(cells, 1)).isEqualTo(sum.shiftLeft(1));
    }
}
