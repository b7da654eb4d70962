package io.rialto.feeds.changes;

import io.rialto.protocol.Side;

/**
 * What an order shows where it stands in line, as a frame left it.
 *
 * @param place its number in this book, as {@link io.rialto.feeds.queues.QueuedOrder} has it
 * @param quantityLots 0 when nothing stands there any more
 */
public record QueueChange(int instrument, Side side, long place, long priceTicks, long quantityLots) {}
