package io.rialto.feeds.listing;

import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.Phase;
import java.util.Map;
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
 * @param parameters those that have been set while the venue ran, in their own units; what is absent is as listed
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
        Map<InstrumentParameter, Long> parameters,
        long sequence) {
    public Instrument {
        parameters = Map.copyOf(parameters);
    }

    /** In another phase. */
    Instrument in(Phase newPhase, long newSequence) {
        return with(
                minQuantityLots,
                maxQuantityLots,
                minNotionalMinor,
                collarTicks,
                referencePriceTicks,
                newPhase,
                parameters,
                newSequence);
    }

    /** With one parameter changed; {@code now} are all that are set. */
    Instrument with(ParameterChange change, Map<InstrumentParameter, Long> now) {
        OptionalLong value = change.newValue();
        InstrumentParameter parameter = change.parameter();
        return with(
                parameter == InstrumentParameter.MIN_QUANTITY_LOTS ? value.orElse(1) : minQuantityLots,
                parameter == InstrumentParameter.MAX_QUANTITY_LOTS ? value.orElse(Long.MAX_VALUE) : maxQuantityLots,
                parameter == InstrumentParameter.MIN_NOTIONAL_MINOR ? value.orElse(0) : minNotionalMinor,
                parameter == InstrumentParameter.COLLAR_TICKS ? value : collarTicks,
                parameter == InstrumentParameter.REFERENCE_PRICE_TICKS ? value : referencePriceTicks,
                phase,
                now,
                change.sequence());
    }

    private Instrument with(
            long minLots,
            long maxLots,
            long notionalMinor,
            OptionalLong collar,
            OptionalLong reference,
            Phase nowPhase,
            Map<InstrumentParameter, Long> now,
            long newSequence) {
        return new Instrument(
                number,
                symbol,
                base,
                quote,
                tickMantissa,
                tickScale,
                lotMantissa,
                lotScale,
                minLots,
                maxLots,
                notionalMinor,
                collar,
                reference,
                makerFeeRate,
                takerFeeRate,
                feePolicy,
                marketRemainder,
                mayFeeIncomeBeNegative,
                nowPhase,
                now,
                newSequence);
    }
}
