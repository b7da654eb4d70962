package io.rialto.feeds.contracts;

/**
 * How a future ended.
 *
 * @param priceTicks its final price
 * @param closedLots what all who had bought had
 * @param timeNanos when it was settled, UTC
 */
public record Settlement(int instrument, long priceTicks, long closedLots, long timeNanos, long sequence) {}
