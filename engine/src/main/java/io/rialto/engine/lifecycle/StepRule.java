package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.InstrumentTerms;
import io.rialto.engine.listing.TermsCheck;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.Optional;

/**
 * Another tick or another lot while the market trades. Open orders whose numbers are whole in new steps go on under new
 * numbers, in their places; the others end. Parameters in ticks or lots become other numbers too, and positions, none of
 * which may come apart by it.
 */
final class StepRule implements ParameterRule {
    private static final int LARGEST_SCALE = 18;

    private final boolean isTick;
    private final Assets assets;
    private final ParameterDesk desk;
    private final Restatement orders;
    private final Positions positions;

    StepRule(boolean isTick, Assets assets, ParameterDesk desk, Restatement orders, Positions positions) {
        this.isTick = isTick;
        this.assets = assets;
        this.desk = desk;
        this.orders = orders;
        this.positions = positions;
    }

    @Override
    public Reason check(Instrument market, long value) {
        if (value < 100 || value % 100 > LARGEST_SCALE) return Reason.INVALID_PARAMETER;
        if (!isTick && market.charges().perLot() > 0) return Reason.INVALID_PARAMETER; // it is said of lots as they are
        InstrumentTerms terms = terms(market, value);
        boolean isSound = lotValue(terms).isPresent()
                && lotBaseMinor(terms) != TermsCheck.NOT_WHOLE
                && staysInOrder(market, value);
        if (!isSound) return Reason.INVALID_PARAMETER;
        return orders.areTooMany(market) ? Reason.TOO_MANY_ORDERS : Reason.NONE;
    }

    @Override
    public void changing(Frame frame, Instrument market, long value) {
        orders.begin(market);
        orders.endWhatCannotBe(frame, steps(market, value), isTick);
    }

    @Override
    public void changed(Frame frame, Instrument market, long oldValue) {
        InstrumentTerms before = market.terms();
        long value = market.parameter(isTick ? InstrumentParameter.TICK : InstrumentParameter.LOT);
        Steps steps = steps(market, value);
        InstrumentTerms terms = terms(market, value);
        market.steps(terms, lotValue(terms).orElseThrow(), lotBaseMinor(terms), isTick ? steps::nearest : old -> old);
        if (!before.equals(terms)) convertParameters(frame, market, steps);
        if (!isTick) positions.convert(market, steps::exactly);
        orders.restate(frame, steps, isTick);
    }

    /** Distances and least sizes are rounded up, greatest sizes down, prices to the nearest. */
    private void convertParameters(Frame frame, Instrument market, Steps steps) {
        for (InstrumentParameter parameter : InstrumentParameter.values()) {
            if (!isInSteps(parameter)) continue;
            long old = market.parameter(parameter);
            if (old == Instrument.NONE) continue;
            long converted = converted(parameter, old, steps);
            if (converted != old) desk.set(frame, market, parameter.value(), converted);
        }
    }

    private static long converted(InstrumentParameter parameter, long old, Steps steps) {
        if (parameter == InstrumentParameter.REFERENCE_PRICE_TICKS) return steps.nearest(old);
        boolean isMost = parameter.name().contains("MAX_") || parameter == InstrumentParameter.ORDER_LIMIT_LOTS;
        return isMost ? steps.down(old) : steps.up(old);
    }

    private boolean isInSteps(InstrumentParameter parameter) {
        return parameter.name().endsWith(isTick ? "_TICKS" : "_LOTS");
    }

    private boolean staysInOrder(Instrument market, long value) {
        if (isTick) return true;
        Steps steps = steps(market, value);
        if (!positions.areWhole(market, steps::exactly)) return false;
        return steps.up(market.minQuantityLots()) <= steps.down(market.maxQuantityLots());
    }

    private InstrumentTerms terms(Instrument market, long value) {
        long mantissa = value / 100;
        int scale = (int) (value % 100);
        return isTick
                ? market.terms().withTick(mantissa, scale)
                : market.terms().withLot(mantissa, scale);
    }

    private Steps steps(Instrument market, long value) {
        InstrumentTerms terms = market.terms();
        long mantissa = isTick ? terms.tickMantissa() : terms.lotMantissa();
        int scale = isTick ? terms.tickScale() : terms.lotScale();
        return Steps.between(mantissa, scale, value / 100, (int) (value % 100));
    }

    private Optional<LotValue> lotValue(InstrumentTerms terms) {
        return TermsCheck.lotValue(terms, assets.scale(terms.quoteAsset()));
    }

    private long lotBaseMinor(InstrumentTerms terms) {
        return TermsCheck.lotBaseMinor(terms, assets.scale(terms.baseAsset()));
    }
}
