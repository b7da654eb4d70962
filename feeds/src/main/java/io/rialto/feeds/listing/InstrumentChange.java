package io.rialto.feeds.listing;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;

/** An instrument on its way to its next terms. */
final class InstrumentChange {
    /** Of a step that is written as mantissa times this, plus its decimal places. */
    private static final int STEP_BASE = 100;

    private final Instrument old;
    private long tickMantissa;
    private int tickScale;
    private long lotMantissa;
    private int lotScale;
    private long minQuantityLots;
    private long maxQuantityLots;
    private long minNotionalMinor;
    private OptionalLong collarTicks;
    private OptionalLong referencePriceTicks;
    private OptionalLong markTicks;
    private int makerFeeRate;
    private int takerFeeRate;
    private Phase phase;
    private ListingStep step;
    private Map<InstrumentParameter, Long> parameters;

    InstrumentChange(Instrument old) {
        this.old = old;
        tickMantissa = old.tickMantissa();
        tickScale = old.tickScale();
        lotMantissa = old.lotMantissa();
        lotScale = old.lotScale();
        minQuantityLots = old.minQuantityLots();
        maxQuantityLots = old.maxQuantityLots();
        minNotionalMinor = old.minNotionalMinor();
        collarTicks = old.collarTicks();
        referencePriceTicks = old.referencePriceTicks();
        markTicks = old.markTicks();
        makerFeeRate = old.makerFeeRate();
        takerFeeRate = old.takerFeeRate();
        phase = old.phase();
        step = old.step();
        parameters = old.parameters();
    }

    InstrumentChange phase(Phase to) {
        phase = to;
        return this;
    }

    InstrumentChange step(ListingStep to) {
        step = to;
        return this;
    }

    InstrumentChange mark(long ticks) {
        markTicks = OptionalLong.of(ticks);
        return this;
    }

    InstrumentChange reference(OptionalLong ticks) {
        referencePriceTicks = ticks;
        return this;
    }

    /** What a listing says too is changed there; all that was ever set is also among the parameters. */
    InstrumentChange parameter(ParameterChange change, Map<InstrumentParameter, Long> now) {
        parameters = now;
        OptionalLong value = change.newValue();
        switch (change.parameter()) {
            case MIN_QUANTITY_LOTS -> minQuantityLots = value.orElse(1);
            case MAX_QUANTITY_LOTS -> maxQuantityLots = value.orElse(Long.MAX_VALUE);
            case MIN_NOTIONAL_MINOR -> minNotionalMinor = value.orElse(0);
            case COLLAR_TICKS -> collarTicks = value;
            case REFERENCE_PRICE_TICKS -> referencePriceTicks = value;
            case MAKER_FEE_RATE -> makerFeeRate = (int) value.orElse(makerFeeRate);
            case TAKER_FEE_RATE -> takerFeeRate = (int) value.orElse(takerFeeRate);
            case TICK -> tick(value.orElseThrow());
            case LOT -> lot(value.orElseThrow());
            default -> {
                // Known by its name alone.
            }
        }
        return this;
    }

    /** The mark stays the price that it was, to the nearest tick: half a tick goes down, and it is at least one. */
    private void tick(long written) {
        tickMantissa = written / STEP_BASE;
        tickScale = (int) (written % STEP_BASE);
        if (markTicks.isEmpty()) return;
        BigDecimal price = BigDecimal.valueOf(markTicks.getAsLong())
                .multiply(BigDecimal.valueOf(old.tickMantissa(), old.tickScale()));
        BigDecimal ticks = price.divide(BigDecimal.valueOf(tickMantissa, tickScale), 0, RoundingMode.HALF_DOWN);
        markTicks = OptionalLong.of(ticks.max(BigDecimal.ONE)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact());
    }

    private void lot(long written) {
        lotMantissa = written / STEP_BASE;
        lotScale = (int) (written % STEP_BASE);
    }

    Instrument at(long sequence) {
        return new Instrument(
                old.number(),
                old.symbol(),
                old.base(),
                old.quote(),
                tickMantissa,
                tickScale,
                lotMantissa,
                lotScale,
                minQuantityLots,
                maxQuantityLots,
                minNotionalMinor,
                collarTicks,
                referencePriceTicks,
                makerFeeRate,
                takerFeeRate,
                old.feePolicy(),
                old.marketRemainder(),
                old.mayFeeIncomeBeNegative(),
                phase,
                step,
                parameters,
                markTicks,
                old.contract(),
                sequence);
    }
}
