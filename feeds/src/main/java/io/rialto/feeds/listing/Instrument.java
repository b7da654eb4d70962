package io.rialto.feeds.listing;

import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.MarketRemainder;
import java.util.OptionalLong;

/**
 * The terms of a market. Prices in ticks, quantities in lots, notionals in the quote asset's smallest unit.
 *
 * <p>One tick is {@code tickMantissa / 10^tickScale} of the quote asset, one lot {@code lotMantissa / 10^lotScale} of the
 * base asset. Fee rates are parts per 10^7; negative is a rebate.
 *
 * @param minNotionalMinor 0 is no minimum
 * @param collarTicks how far a market order may go from its reference; empty is no collar
 * @param referencePriceTicks before the first trade
 * @param sequence of the frame that last changed it
 */
public record Instrument(
        int number,
        String symbol,
        Asset base,
        Asset quote,
        long tickMantissa,
        int tickScale,
        long lotMantissa,
        int lotScale,
        long minQuantityLots,
        long maxQuantityLots,
        long minNotionalMinor,
        OptionalLong collarTicks,
        OptionalLong referencePriceTicks,
        int makerFeeRate,
        int takerFeeRate,
        FeePolicy feePolicy,
        MarketRemainder marketRemainder,
        boolean mayFeeIncomeBeNegative,
        Phase phase,
        long sequence) {}
