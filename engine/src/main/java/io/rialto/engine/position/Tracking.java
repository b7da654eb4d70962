package io.rialto.engine.position;

import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Whether an instrument keeps positions: from now on, or not any more, and then they are forgotten. */
public final class Tracking implements ParameterRule {
    private final Positions positions;
    private final ParameterRule range = ParameterRule.noneOrBetween(0, 1);

    private Tracking(Positions positions) {
        this.positions = positions;
    }

    /** The parameter is known from now on. */
    public static void make(ParameterDesk desk, Positions positions) {
        desk.knows(InstrumentParameter.TRACKED_POSITIONS, new Tracking(positions));
    }

    @Override
    public Reason check(Instrument market, long value) {
        Reason refusal = range.check(market, value);
        if (refusal != Reason.NONE || !market.isContract() || value == 1) return refusal;
        return Reason.CONTRACT_KEEPS_POSITIONS;
    }

    @Override
    public void changed(Frame frame, Instrument market, long oldValue) {
        if (!market.tracksPositions()) positions.forget(market);
    }
}
