package io.rialto.feeds;

import io.rialto.feeds.candles.CandlesKept;
import java.util.Map;

/**
 * How much of each instrument's market the feeds keep to tell candles and days by.
 *
 * @param trades newest trades of each instrument, 1..100,000,000; 56 bytes each. They are what a day is counted from, and
 *     what candles are worked out again from when one is taken back
 * @param candles newest candles of each interval
 */
public record MarketKept(int trades, CandlesKept candles) {
    private static final int USUAL_TRADES = 1_000_000;
    private static final int MOST_TRADES = 100_000_000;

    public MarketKept {
        if (trades < 1 || trades > MOST_TRADES) {
            throw new IllegalArgumentException("trades must be 1.." + MOST_TRADES + ": was " + trades);
        }
    }

    public static MarketKept usual() {
        return new MarketKept(USUAL_TRADES, CandlesKept.usual(Map.of()));
    }
}
