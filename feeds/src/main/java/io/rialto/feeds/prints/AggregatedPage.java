package io.rialto.feeds.prints;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of an instrument's aggregated trades, newest first.
 *
 * @param next the cursor of those behind; empty at the end of what is kept
 * @param sequence of the last frame that the answer has seen
 */
public record AggregatedPage(List<AggregatedTrade> items, Grain price, Grain lot, OptionalLong next, long sequence) {
    public AggregatedPage {
        items = List.copyOf(items);
    }
}
