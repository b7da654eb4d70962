package io.rialto.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The fast book and the obvious one must be told apart by nothing, wherever prices go. */
class BookAgainstNaiveTest {
    private static final int STEPS = 20_000;

    private final OrderPool orders = new OrderPool(16);
    private final LevelPool levels = new LevelPool(orders, 16);
    private final Book fast = new Book(orders, levels);
    private final NaiveBook naive = new NaiveBook();
    private final List<Integer> live = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom(0);
    private long serial;
    private long mid = 1_000_000;

    @RepeatedTest(4)
    void aQuietMarket(RepetitionInfo repetition) {
        agree(repetition, 200, () -> mid + random.nextLong(-40, 41));
    }

    @RepeatedTest(4)
    void aDriftingMarketWithStaleOrdersLeftBehind(RepetitionInfo repetition) {
        agree(repetition, 400, () -> {
            mid += random.nextLong(-50, 200);
            return mid + random.nextLong(-300, 301);
        });
    }

    @RepeatedTest(4)
    void aMarketThatJumpsBeyondTheWindow(RepetitionInfo repetition) {
        agree(repetition, 300, () -> {
            if (random.nextInt(500) == 0) mid = random.nextLong(1, 1L << 33);
            return Math.max(1, mid + random.nextLong(-3_000, 3_001));
        });
    }

    @RepeatedTest(4)
    void hostilePricesAllOverTheAxis(RepetitionInfo repetition) {
        agree(repetition, 3_000, () -> random.nextInt(3) == 0 ? random.nextLong() : mid + random.nextLong(400_000));
    }

    @RepeatedTest(4)
    void pagesComeAndGo(RepetitionInfo repetition) {
        agree(repetition, 3, () -> mid + 64L * random.nextLong(-8_000, 8_000));
    }

    @RepeatedTest(4)
    void orderQueuesAtFewPrices(RepetitionInfo repetition) {
        agree(repetition, 1_000, () -> mid + random.nextLong(3));
    }

    @Test
    void aFarPriceCostsItsPageAndNoWindow() {
        for (long i = 0; i < 2_000; i++) rest(Side.SELL, 5 + (i << 30), 1);
        compareAll(0, STEPS);
        while (!live.isEmpty()) remove(live.remove(live.size() / 2));
        compareAll(0, STEPS);
    }

    private void agree(RepetitionInfo repetition, int target, LongSupplier price) {
        long seed = repetition.getCurrentRepetition() * 7_919L + target;
        random = new SplittableRandom(seed);
        for (int step = 0; step < STEPS; step++) {
            step(target, price);
            compareBest(seed, step);
            if (step % 500 == 0) compareAll(seed, step);
        }
        while (!live.isEmpty()) remove(live.remove(random.nextInt(live.size())));
        compareAll(seed, STEPS);
    }

    private void step(int target, LongSupplier price) {
        int dice = random.nextInt(100);
        if (live.isEmpty() || dice < (live.size() < target ? 60 : 40)) {
            rest(random.nextBoolean() ? Side.BUY : Side.SELL, price.getAsLong(), 1 + random.nextLong(100));
            return;
        }
        int index = random.nextInt(live.size());
        int slot = live.get(index);
        long open = orders.openLots(slot);
        if (dice > 90 && open > 1) {
            long lots = 1 + random.nextLong(open - 1);
            naive.reduce(orders.side(slot), orders.priceTicks(slot), slot, lots);
            fast.reduce(slot, lots);
        } else if (dice > 80) {
            int best = fast.best(orders.side(slot));
            naive.remove(orders.side(best), orders.priceTicks(best), best);
            assertThat(fast.fill(best, orders.openLots(best))).isTrue();
            live.remove((Integer) best);
            orders.free(best);
        } else {
            live.set(index, live.get(live.size() - 1));
            live.remove(live.size() - 1);
            remove(slot);
        }
    }

    private void rest(Side side, long ticks, long lots) {
        int slot = orders.claim(++serial);
        orders.terms(slot, side, ticks, lots);
        fast.rest(slot);
        naive.rest(side, ticks, slot, lots);
        live.add(slot);
    }

    private void remove(int slot) {
        fast.remove(slot);
        naive.remove(orders.side(slot), orders.priceTicks(slot), slot);
        orders.free(slot);
    }

    private void compareBest(long seed, int step) {
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            if (fast.best(side) != naive.best(side)) {
                assertThat(fast.best(side))
                        .as("%s seed %d step %d", side, seed, step)
                        .isEqualTo(naive.best(side));
            }
        }
    }

    private void compareAll(long seed, int step) {
        assertThatNoException().as("seed %d step %d", seed, step).isThrownBy(fast::check);
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            List<Integer> walk = new ArrayList<>();
            for (int slot = fast.best(side); slot != OrderPool.NONE; slot = fast.next(slot)) walk.add(slot);
            assertThat(walk).as("%s seed %d step %d", side, seed, step).isEqualTo(naive.walk(side));
            List<String> depth = new ArrayList<>();
            fast.depth(side, Integer.MAX_VALUE, (t, l, o) -> depth.add(NaiveBook.line(t, l, o)));
            assertThat(depth).as("%s seed %d step %d", side, seed, step).isEqualTo(naive.depth(side));
        }
    }
}
