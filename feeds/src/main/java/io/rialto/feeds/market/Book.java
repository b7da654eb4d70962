package io.rialto.feeds.market;

import java.util.List;
import java.util.OptionalLong;

/**
 * The price levels of an instrument, best first on both sides, as deep as was asked for.
 *
 * @param changedSequence of the last frame that changed any level; 0 when nothing ever rested
 * @param changedNanos that frame's journal time
 * @param sequence of the last frame that the answer has seen
 */
public record Book(
        int instrument, List<Level> bids, List<Level> asks, long changedSequence, long changedNanos, long sequence) {
    public Book {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    public OptionalLong bestBidTicks() {
        return best(bids);
    }

    public OptionalLong bestAskTicks() {
        return best(asks);
    }

    private static OptionalLong best(List<Level> levels) {
        return levels.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(levels.get(0).priceTicks());
    }
}
