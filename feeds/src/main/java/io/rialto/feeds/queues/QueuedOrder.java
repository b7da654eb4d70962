package io.rialto.feeds.queues;

/**
 * What an order shows, in ticks and lots.
 *
 * @param place its number in this book, counted from 1 by when it came to stand where it stands: not the order's own. An
 *     order that goes behind others, or shows its next part, gets another
 */
public record QueuedOrder(long place, long priceTicks, long quantityLots) {}
