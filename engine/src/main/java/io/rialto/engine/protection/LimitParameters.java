package io.rialto.engine.protection;

import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** The protections that an instrument has as parameters. Who tightens one needs nobody; who loosens it needs a second. */
public final class LimitParameters {
    private static final long MOST_BPS = 10_000_000;

    private LimitParameters() {}

    public static void make(ParameterDesk desk) {
        desk.knows(
                InstrumentParameter.BUY_BAND_LOW_BPS, new Limit(InstrumentParameter.BUY_BAND_LOW_BPS, MOST_BPS, true));
        desk.knows(
                InstrumentParameter.BUY_BAND_HIGH_BPS,
                new Limit(InstrumentParameter.BUY_BAND_HIGH_BPS, MOST_BPS, false));
        desk.knows(
                InstrumentParameter.SELL_BAND_LOW_BPS,
                new Limit(InstrumentParameter.SELL_BAND_LOW_BPS, MOST_BPS, true));
        desk.knows(
                InstrumentParameter.SELL_BAND_HIGH_BPS,
                new Limit(InstrumentParameter.SELL_BAND_HIGH_BPS, MOST_BPS, false));
        desk.knows(
                InstrumentParameter.ORDER_LIMIT_LOTS,
                new Limit(InstrumentParameter.ORDER_LIMIT_LOTS, Long.MAX_VALUE, false));
        desk.knows(
                InstrumentParameter.ORDER_LIMIT_MINOR,
                new Limit(InstrumentParameter.ORDER_LIMIT_MINOR, Long.MAX_VALUE, false));
    }

    /** A bound that lets nothing beyond it, from below or from above. */
    private record Limit(InstrumentParameter parameter, long most, boolean isLeast) implements ParameterRule {
        @Override
        public Reason check(Instrument market, long value) {
            boolean isSound = value == Instrument.NONE || value >= 0 && value <= most;
            return isSound ? Reason.NONE : Reason.INVALID_PARAMETER;
        }

        @Override
        public boolean loosens(Instrument market, long value) {
            long old = market.parameter(parameter);
            if (old == Instrument.NONE) return false;
            return value == Instrument.NONE || (isLeast ? value < old : value > old);
        }

        @Override
        public void changed(Frame frame, Instrument market, long oldValue) {
            market.guarded();
        }
    }
}
