package io.rialto.engine.lifecycle;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.ChangeInstrumentDecoder;
import io.rialto.protocol.InstrumentChangedEncoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * Changes the parameters of instruments at run time. A parameter is known once a room has said what it can be; its history
 * is the list of its events.
 *
 * <p>Threading: the core's thread only. Allocates nothing of its own.
 */
public final class ParameterDesk {
    private final Instruments instruments;
    private final ParameterRule[] rules = new ParameterRule[256];
    private Consumer<Instrument> listener = market -> {};
    private final InstrumentChangedEncoder changed = new InstrumentChangedEncoder();

    public ParameterDesk(Instruments instruments) {
        this.instruments = instruments;
        BasicParameters.make(this);
    }

    /** From now on the parameter can be changed, within its rule. */
    public void knows(InstrumentParameter parameter, ParameterRule rule) {
        rules[parameter.value()] = rule;
    }

    /** Who is told of every market that was changed. */
    public void tells(Consumer<Instrument> ofMarkets) {
        listener = ofMarkets;
    }

    public Reason change(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + ChangeInstrumentDecoder.instrumentEncodingOffset());
        int parameter = buffer.getByte(at + ChangeInstrumentDecoder.parameterEncodingOffset()) & 0xFF;
        long value = buffer.getLong(at + ChangeInstrumentDecoder.valueEncodingOffset());
        Reason refusal = checkAlone(instrument, parameter, value);
        if (refusal == Reason.NONE) apply(frame, instrument, parameter, value);
        return refusal;
    }

    /** Whether one administrator alone could make the change now. */
    public Reason checkAlone(int instrument, int parameter, long value) {
        Reason refusal = check(instrument, parameter, value);
        if (refusal != Reason.NONE) return refusal;
        boolean takesTwo = rules[parameter].loosens(instruments.get(instrument), value);
        return takesTwo ? Reason.NEEDS_SECOND_ADMINISTRATOR : Reason.NONE;
    }

    /** Whether the schema has such a parameter. */
    static boolean isKnown(int parameter) {
        for (InstrumentParameter known : InstrumentParameter.values()) {
            if (known != InstrumentParameter.NULL_VAL && known.value() == parameter) return true;
        }
        return false;
    }

    /** Whether the change could be made now; the parameter as the schema's value. Changes nothing. */
    public Reason check(int instrument, int parameter, long value) {
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (rules[parameter] == null) return Reason.INVALID_PARAMETER;
        Instrument market = instruments.get(instrument);
        Reason refusal = rules[parameter].check(market, value);
        if (refusal != Reason.NONE) return refusal;
        return value == market.parameter(parameter) ? Reason.WOULD_CHANGE_NOTHING : Reason.NONE;
    }

    /** Makes a change that was checked, and says so. */
    public void apply(Frame frame, int instrument, int parameter, long value) {
        Instrument market = instruments.get(instrument);
        long oldValue = market.parameter(parameter);
        rules[parameter].changing(frame, market, value);
        set(frame, market, parameter, value);
        rules[parameter].changed(frame, market, oldValue);
        listener.accept(market);
    }

    /** The parameter has this value from now on, and nothing follows from it. */
    void set(Frame frame, Instrument market, int parameter, long value) {
        long oldValue = market.parameter(parameter);
        market.change(parameter, value);
        frame.claimEvent(changed).instrument(market.number()).oldValue(oldValue).newValue(value);
        frame.buffer().putByte(changed.offset() + InstrumentChangedEncoder.parameterEncodingOffset(), (byte) parameter);
    }
}
