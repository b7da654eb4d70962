package io.rialto.feeds;

import java.time.Duration;

/**
 * How much the feeds keep in memory.
 *
 * @param tradesKept newest trades of each instrument's tape, 1..10,000,000; 48 bytes each
 * @param closedOrdersKept orders that closed last, 0..100,000,000; about 250 bytes each, open orders come on top
 * @param fillsKept newest fills of the venue, 1..100,000,000; about 120 bytes each
 * @param endedTransfersKept transfers that ended last, 0..100,000,000
 * @param movementsKept newest movements of money, 1..100,000,000; about 110 bytes each, six to a trade
 * @param changesKept newest frames whose changes can be told again, 2..10,000,000; about 1 KB each
 * @param keepsMinutes whether it is kept what accounts had at the ends of past minutes, for curves between the hours
 * @param requestRetention how long the outcome of a request is kept, in journal time
 * @param longestPause how long the thread that follows the journal rests when nothing comes, 10 µs to 100 ms
 */
public record FeedsOptions(
        int tradesKept,
        int closedOrdersKept,
        int fillsKept,
        int endedTransfersKept,
        int movementsKept,
        int changesKept,
        boolean keepsMinutes,
        Duration requestRetention,
        Duration longestPause) {
    public FeedsOptions {
        check("tradesKept", tradesKept, 1, 10_000_000);
        check("closedOrdersKept", closedOrdersKept, 0, 100_000_000);
        check("fillsKept", fillsKept, 1, 100_000_000);
        check("endedTransfersKept", endedTransfersKept, 0, 100_000_000);
        check("movementsKept", movementsKept, 1, 100_000_000);
        check("changesKept", changesKept, 2, 10_000_000);
        check("requestRetention in seconds", requestRetention.toSeconds(), 1, 31_536_000);
        check("longestPause in microseconds", longestPause.toNanos() / 1_000, 10, 100_000);
    }

    public static FeedsOptions defaults() {
        return new FeedsOptions(
                100_000,
                1_000_000,
                2_000_000,
                100_000,
                2_000_000,
                65_536,
                true,
                Duration.ofHours(24),
                Duration.ofNanos(500_000));
    }

    /** The same with another bound of what has closed, was filled and was moved. */
    public FeedsOptions remembering(int closedOrders, int fills, int movements) {
        return new FeedsOptions(
                tradesKept,
                closedOrders,
                fills,
                endedTransfersKept,
                movements,
                changesKept,
                keepsMinutes,
                requestRetention,
                longestPause);
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ": was " + value);
        }
    }
}
