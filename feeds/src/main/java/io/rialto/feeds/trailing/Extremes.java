package io.rialto.feeds.trailing;

import java.util.Arrays;

/**
 * The best price since any moment. Of all prices it keeps those that no later one has bettered: there are as many as
 * different prices stand on the way from the best one to the last. Threading: one thread at a time.
 */
final class Extremes {
    private final boolean isHighest;
    private long[] prices = new long[8];
    private long[] moments = new long[8];
    private int count;

    Extremes(boolean isHighest) {
        this.isHighest = isHighest;
    }

    /** Moments rise by one. */
    void saw(long moment, long ticks) {
        while (count > 0 && (isHighest ? prices[count - 1] <= ticks : prices[count - 1] >= ticks)) count--;
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count << 1);
            moments = Arrays.copyOf(moments, count << 1);
        }
        prices[count] = ticks;
        moments[count++] = moment;
    }

    /** The best price at that moment or later; a price was seen then. */
    long since(long moment) {
        int at = Arrays.binarySearch(moments, 0, count, moment);
        return prices[at >= 0 ? at : -at - 1];
    }

    void forget() {
        count = 0;
    }
}
