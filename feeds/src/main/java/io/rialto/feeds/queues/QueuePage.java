package io.rialto.feeds.queues;

import java.util.List;

/**
 * The orders of an instrument that show themselves: best price first, and of one price whoever trades first.
 *
 * @param isWhole whether there are no more orders than these
 * @param sequence of the last frame that the answer has seen
 */
public record QueuePage(List<QueuedOrder> bids, List<QueuedOrder> asks, boolean isWhole, long sequence) {
    public QueuePage {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
