package io.rialto.bench.traders;

import java.util.SplittableRandom;

/**
 * What participants believe a market's price to be: it walks by the seed, now and then with a trend. Never far from where
 * it began. One thread.
 */
public final class Walk {
    private static final int TREND_STEPS = 120;
    private static final int FARTHEST = 8;

    private final Market market;
    private final SplittableRandom dice;
    private long ticks;
    private int trend;
    private int trendLeft;

    Walk(Market market, SplittableRandom dice) {
        this.market = market;
        this.dice = dice;
        ticks = market.startTicks();
    }

    /** One step. */
    void step() {
        if (trendLeft-- <= 0) {
            trendLeft = dice.nextInt(TREND_STEPS / 4, TREND_STEPS + 1);
            trend = dice.nextInt(-1, 2);
        }
        int step = market.stepTicks();
        ticks += dice.nextInt(-step, step + 1) + (long) trend * step / 3;
        long far = market.startTicks() / FARTHEST;
        ticks = Math.max(market.startTicks() - far, Math.min(ticks, market.startTicks() + far));
    }

    public long ticks() {
        return ticks;
    }

    public Market market() {
        return market;
    }
}
