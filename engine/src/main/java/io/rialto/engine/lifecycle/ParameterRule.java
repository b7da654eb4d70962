package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** What one parameter can be and when it can change; the room whose rule it feeds says so. */
public interface ParameterRule {
    /**
     * NONE when the instrument may have this value from now on; must change nothing.
     *
     * @param value in the parameter's unit, or {@link Instrument#NONE}
     */
    Reason check(Instrument market, long value);

    /** Whether it would let more orders through than before: then it takes two administrators. */
    default boolean loosens(Instrument market, long value) {
        return false;
    }

    /** The new value is about to stand: what cannot go on with it ends now, on the old terms. */
    default void changing(Frame frame, Instrument market, long value) {}

    /** The new value stands and its event is written: what else follows from it, follows now. */
    default void changed(Frame frame, Instrument market, long oldValue) {}

    /** Any value between the two, both included. */
    static ParameterRule between(long least, long most) {
        return (market, value) -> value >= least && value <= most ? Reason.NONE : Reason.INVALID_PARAMETER;
    }

    /** The same, or none at all. */
    static ParameterRule noneOrBetween(long least, long most) {
        ParameterRule between = between(least, most);
        return (market, value) -> value == Instrument.NONE ? Reason.NONE : between.check(market, value);
    }
}
