package io.rialto.engine.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Allocated;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PriceWindowTest {
    private static final int SEEDS = 300;
    private static final int TRADES = 400;
    private static final int MANY = 1 << 16;

    private record Trade(long timeNanos, long priceTicks) {}

    @Test
    void itsHighestAndLowestAreThoseOfEveryTradeLookedThrough() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            long lengthNanos = 1 + random.nextInt(60);
            int spread = 1 + random.nextInt(50);
            PriceWindow window = new PriceWindow();
            List<Trade> all = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < TRADES; i++) {
                now += random.nextInt(4);
                Trade trade = new Trade(now, 100 + random.nextInt(spread));
                all.add(trade);
                window.add(trade.timeNanos, trade.priceTicks);
                if (random.nextInt(8) == 0) now += random.nextInt(80);
                window.moveTo(now, lengthNanos);
                isAsLookedThrough(window, all, now, lengthNanos, seed);
            }
        }
    }

    private static void isAsLookedThrough(PriceWindow window, List<Trade> all, long now, long length, long seed) {
        long[] young = all.stream()
                .filter(trade -> now - trade.timeNanos < length)
                .mapToLong(Trade::priceTicks)
                .sorted()
                .toArray();
        assertThat(window.isEmpty()).as("seed=" + seed).isEqualTo(young.length == 0);
        if (young.length == 0) return;
        assertThat(window.lowestTicks()).as("seed=" + seed).isEqualTo(young[0]);
        assertThat(window.highestTicks()).as("seed=" + seed).isEqualTo(young[young.length - 1]);
    }

    @Test
    void aTradeCountsWhileItIsYoungerThanTheWindowIsLong() {
        PriceWindow window = new PriceWindow();
        window.add(10, 100);

        window.moveTo(14, 5);
        assertThat(window.isEmpty()).isFalse();
        window.moveTo(15, 5);
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void aFallingMarketGrowsTheRingAndLosesNothing() {
        PriceWindow window = new PriceWindow();
        for (int i = 0; i < MANY; i++) window.add(i, MANY - i);

        window.moveTo(MANY, MANY - 10);

        assertThat(window.highestTicks()).isEqualTo(MANY - 11);
        assertThat(window.lowestTicks()).isEqualTo(1);
    }

    @Test
    void nothingIsAllocatedOnceItHasGrown() {
        PriceWindow window = new PriceWindow();
        fill(window, 0);
        AtomicInteger from = new AtomicInteger(MANY);

        long allocated = Allocated.bytes(() -> fill(window, from.getAndAdd(MANY)));

        assertThat(allocated).isZero();
    }

    private static void fill(PriceWindow window, int from) {
        for (int i = from; i < from + MANY; i++) {
            window.add(i, 1_000 + i % 97);
            window.moveTo(i, 128);
        }
    }
}
