package io.rialto.feeds.changes;

import io.rialto.protocol.Side;

/**
 * A price level as a frame left it.
 *
 * @param quantityLots 0 when the level is gone
 */
public record LevelChange(int instrument, Side side, long priceTicks, long quantityLots) {}
