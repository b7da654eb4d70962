package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;

/** The parameters that every instrument is listed with. Open orders stay as they are: only new terms are checked. */
final class BasicParameters {
    private BasicParameters() {}

    static void make(ParameterDesk desk) {
        desk.knows(InstrumentParameter.MIN_QUANTITY_LOTS, BasicParameters::checkLeast);
        desk.knows(InstrumentParameter.MAX_QUANTITY_LOTS, BasicParameters::checkMost);
        desk.knows(InstrumentParameter.MIN_NOTIONAL_MINOR, ParameterRule.between(0, Long.MAX_VALUE));
        desk.knows(InstrumentParameter.COLLAR_TICKS, BasicParameters::checkCollar);
        desk.knows(InstrumentParameter.REFERENCE_PRICE_TICKS, ParameterRule.noneOrBetween(1, Long.MAX_VALUE));
    }

    private static Reason checkLeast(Instrument market, long value) {
        return value >= 1 && value <= market.maxQuantityLots() ? Reason.NONE : Reason.INVALID_PARAMETER;
    }

    /** A contract that has one keeps one: its market orders are margined by it. */
    private static Reason checkCollar(Instrument market, long value) {
        boolean isMissed = value == Instrument.NONE && market.isContract() && market.collarTicks() != Instrument.NONE;
        if (isMissed) return Reason.COLLAR_MISSING;
        return value == Instrument.NONE || value > 0 ? Reason.NONE : Reason.INVALID_PARAMETER;
    }

    private static Reason checkMost(Instrument market, long value) {
        return value >= market.minQuantityLots() ? Reason.NONE : Reason.INVALID_PARAMETER;
    }
}
