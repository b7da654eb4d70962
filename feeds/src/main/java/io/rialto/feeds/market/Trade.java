package io.rialto.feeds.market;

import io.rialto.protocol.Side;

/**
 * A line of the tape.
 *
 * @param number counted from 1 over the venue; also the cursor of the tape
 * @param takerSide the aggressor's side
 * @param isLiquidation whether the aggressor is an order by which the venue liquidates a position
 * @param timeNanos journal time, UTC
 * @param sequence of the frame that holds it
 */
public record Trade(
        long number,
        int instrument,
        long priceTicks,
        long quantityLots,
        Side takerSide,
        boolean isLiquidation,
        long timeNanos,
        long sequence) {}
