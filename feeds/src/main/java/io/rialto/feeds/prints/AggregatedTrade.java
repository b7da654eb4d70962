package io.rialto.feeds.prints;

import io.rialto.protocol.Side;
import java.math.BigInteger;

/**
 * Fills of one taking order at one price, one behind the other in one frame. Price and quantity in grains.
 *
 * @param firstTrade number of the first of them
 * @param fills how many
 * @param timeNanos journal time, UTC
 * @param sequence of the frame that holds them
 */
public record AggregatedTrade(
        long firstTrade,
        long lastTrade,
        long price,
        BigInteger quantity,
        int fills,
        Side takerSide,
        long timeNanos,
        long sequence) {}
