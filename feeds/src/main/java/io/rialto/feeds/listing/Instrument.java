package io.rialto.feeds.listing;

import io.rialto.protocol.ContractKind;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.Phase;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
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
 * @param step how far it is on its way out of the venue
 * @param parameters those that have been set while the venue ran, in their own units; what is absent is as listed
 * @param markTicks the mark price that the venue was told last
 * @param contract of a market in a contract
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
        ListingStep step,
        Map<InstrumentParameter, Long> parameters,
        OptionalLong markTicks,
        Optional<Contract> contract,
        long sequence) {
    /**
     * What a contract has beside a market in an asset: nothing of its base asset ever moves, all is settled in the quote asset.
     *
     * @param multiplierMantissa how often each lot counts, with {@code multiplierScale} decimal places
     * @param expiryNanos of a future, UTC; 0 for a perpetual
     * @param floorMantissa how far below zero prices begin, with {@code floorScale} decimal places: ticks and values count from there
     */
    public record Contract(
            ContractKind kind,
            long multiplierMantissa,
            int multiplierScale,
            long expiryNanos,
            long floorMantissa,
            int floorScale) {}

    public Instrument {
        parameters = Map.copyOf(parameters);
    }

    /** What a contract's positions are valued at: the mark price, before the first the listed reference. */
    public OptionalLong valuationTicks() {
        return markTicks.isPresent() ? markTicks : referencePriceTicks;
    }

    /** With another reference price. */
    public Instrument referring(OptionalLong ticks) {
        return new InstrumentChange(this).reference(ticks).at(sequence);
    }

    Instrument marked(long ticks) {
        return new InstrumentChange(this).mark(ticks).at(sequence);
    }

    Instrument in(Phase newPhase, long newSequence) {
        return new InstrumentChange(this).phase(newPhase).at(newSequence);
    }

    Instrument in(ListingStep newStep, long newSequence) {
        return new InstrumentChange(this).step(newStep).at(newSequence);
    }

    /** With one parameter changed; {@code now} are all that are set. */
    Instrument with(ParameterChange change, Map<InstrumentParameter, Long> now) {
        return new InstrumentChange(this).parameter(change, now).at(change.sequence());
    }

    /** How far below zero prices begin; a price is so many ticks less this. */
    public BigDecimal floor() {
        return contract.map(each -> BigDecimal.valueOf(each.floorMantissa(), each.floorScale()))
                .orElse(BigDecimal.ZERO);
    }
}
