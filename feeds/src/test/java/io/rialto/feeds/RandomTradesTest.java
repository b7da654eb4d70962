package io.rialto.feeds;

import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.NaiveMarket.Deal;
import io.rialto.feeds.candles.Interval;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is traded, taken back and put right: candles and days are those of a flat list that is looked through whole. */
class RandomTradesTest {
    private static final int STEPS = 600;
    private static final long SECOND = History.SECOND;
    private static final long[] PAUSES = {
        1_000, SECOND / 10, SECOND, 7 * SECOND, 100 * SECOND, 3_000 * SECOND, 30_000 * SECOND, 400_000 * SECOND
    };

    private final TradedHistory market = new TradedHistory(MarketKept.usual());
    private Random random;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, 5, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void candlesAndDaysAreThoseOfAFlatList(long seed) {
        System.out.println("random trades seed=" + seed);
        random = new Random(seed);
        market.history.passes(1_700_000_000L * SECOND + random.nextInt(1_000_000_000));
        for (int step = 1; step <= STEPS; step++) {
            step();
            String where = "seed " + seed + " step " + step;
            market.tickerAgrees(where);
            if (step % 100 == 0) candlesAgree(where);
        }
    }

    /** The control: a list that is one trade short does not agree. */
    @Test
    void aListThatMissesATradeIsFoundOut() {
        market.trade(Side.BUY, 100, 3);
        market.trade(Side.SELL, 101, 4);
        candlesAgree("whole");
        market.tickerAgrees("whole");
        market.naive.takeOut(2);
        assertThatThrownBy(() -> candlesAgree("short")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> market.tickerAgrees("short")).isInstanceOf(AssertionError.class);
    }

    private void candlesAgree(String where) {
        for (Interval interval : Interval.all()) {
            market.naive.candlesAgree(market.history.feeds, BTC_USD, interval, where);
        }
    }

    private void step() {
        int pause = random.nextInt(random.nextInt(20) == 0 ? PAUSES.length : 5);
        market.history.passes((long) (random.nextDouble() * PAUSES[pause]));
        int draw = random.nextInt(100);
        List<Deal> standing = market.naive.deals.stream()
                .filter(deal -> !deal.isOut && isInStepsOfNow(deal))
                .toList();
        if (draw < 75 || standing.isEmpty()) {
            trades();
        } else if (draw < 85) {
            market.bust(any(standing).number);
        } else if (draw < 95) {
            market.correct(any(standing).number, ticks(), lots());
        } else if (draw < 97) {
            if (random.nextBoolean()) market.tick(1 + random.nextInt(5), random.nextInt(4));
            else market.lot(1 + random.nextInt(5), random.nextInt(4));
        } else {
            market.history.tick(told -> {}); // only time goes on
        }
    }

    private void trades() {
        for (int i = random.nextInt(4); i >= 0; i--) {
            market.trade(random.nextBoolean() ? Side.BUY : Side.SELL, ticks(), lots());
        }
    }

    private Deal any(List<Deal> deals) {
        boolean isRecent = random.nextBoolean();
        int behind = isRecent ? random.nextInt(Math.min(10, deals.size())) : random.nextInt(deals.size());
        return deals.get(deals.size() - 1 - behind);
    }

    /** Only such a trade is taken back: the venue refuses any other. */
    private boolean isInStepsOfNow(Deal deal) {
        return deal.price.remainder(market.tick).signum() == 0
                && deal.quantity.remainder(market.lot).signum() == 0;
    }

    private long ticks() {
        return 1_000 + random.nextInt(40);
    }

    private long lots() {
        return 1 + random.nextInt(random.nextInt(10) == 0 ? 100_000 : 50);
    }

    @Test
    void everyGrainIsTheWidestThatHoldsAllStepsThereWere() {
        market.trade(Side.BUY, 100, 3);
        market.tick(3, 2);
        market.trade(Side.BUY, 100, 3);
        market.tick(2, 3);
        assertThat(market.history.feeds.tickers().ticker(BTC_USD).price().size())
                .isEqualByComparingTo("0.002");
        market.tick(5, 3);
        assertThat(market.history.feeds.tickers().ticker(BTC_USD).price().size())
                .isEqualByComparingTo("0.001");
        assertThat(market.price(1)).isEqualByComparingTo(new BigDecimal("0.005"));
        market.tickerAgrees("in thousandths");
        candlesAgree("in thousandths");
    }
}
