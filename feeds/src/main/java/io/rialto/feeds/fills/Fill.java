package io.rialto.feeds.fills;

import io.rialto.protocol.Side;

/**
 * One order's part in one trade.
 *
 * @param number counted from 1 over the venue, two to a trade; also the cursor of lists of fills
 * @param side of the order
 * @param notionalMinor in the quote asset, before fees
 * @param feeMinor in the fee asset; negative is a rebate
 * @param feeAsset number of the asset in which the fee was charged
 * @param timeNanos journal time, UTC
 * @param sequence of the frame that holds the trade
 */
public record Fill(
        long number,
        long trade,
        long order,
        int account,
        int instrument,
        Side side,
        Liquidity liquidity,
        long priceTicks,
        long quantityLots,
        long notionalMinor,
        long feeMinor,
        int feeAsset,
        long timeNanos,
        long sequence) {}
