package io.rialto.engine.lifecycle;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.ChangeScheduledEncoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ScheduleChangeDecoder;
import io.rialto.protocol.ScheduledChangeEndedEncoder;
import io.rialto.protocol.WithdrawScheduledChangeDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Changes of instruments for later. At its time, or when its phase begins, a change is checked like any other: it is made
 * then, or dropped with the reason.
 *
 * <p>Threading: the core's thread only. Allocates for each change; they are rare.
 */
public final class ChangeSchedule implements Duty, Consequence {
    private static final byte NO_PHASE = (byte) Phase.NULL_VAL.value();
    private static final byte UNCROSS = (byte) Phase.UNCROSS.value();
    private static final byte LAST_PHASE = (byte) Phase.CLOSED.value();

    private final Instruments instruments;
    private final ParameterDesk parameters;
    private final Agenda agenda;
    private final Caller caller;
    private final ChangeScheduledEncoder scheduled = new ChangeScheduledEncoder();
    private final ScheduledChangeEndedEncoder ended = new ScheduledChangeEndedEncoder();
    private final List<ScheduledChange> open = new ArrayList<>();
    private long lastNumber;
    private int atPhases;

    public ChangeSchedule(Instruments instruments, ParameterDesk parameters, Agenda agenda, Caller caller) {
        this.instruments = instruments;
        this.parameters = parameters;
        this.agenda = agenda;
        this.caller = caller;
        agenda.assign(Agenda.SCHEDULED_CHANGE, this);
    }

    public Reason schedule(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + ScheduleChangeDecoder.instrumentEncodingOffset());
        int parameter = buffer.getByte(at + ScheduleChangeDecoder.parameterEncodingOffset()) & 0xFF;
        long value = buffer.getLong(at + ScheduleChangeDecoder.valueEncodingOffset());
        long atNanos = buffer.getLong(at + ScheduleChangeDecoder.atNanosEncodingOffset());
        byte atPhase = buffer.getByte(at + ScheduleChangeDecoder.atPhaseEncodingOffset());
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (!ParameterDesk.isKnown(parameter)) return Reason.INVALID_PARAMETER;
        boolean isPhase = atPhase >= 0 && atPhase <= LAST_PHASE && atPhase != UNCROSS;
        boolean isSound = isPhase ? atNanos == 0 : atPhase == NO_PHASE && atNanos > caller.timeNanos();
        if (!isSound) return Reason.INVALID_COMBINATION;
        ScheduledChange change = new ScheduledChange(++lastNumber, instrument, parameter, value, atNanos, atPhase);
        open.add(change);
        if (isPhase) atPhases++;
        else agenda.add(atNanos, Agenda.SCHEDULED_CHANGE, change.number);
        tell(frame, change);
        return Reason.NONE;
    }

    public Reason withdraw(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int place = find(frame.buffer().getLong(at + WithdrawScheduledChangeDecoder.changeEncodingOffset()));
        if (place < 0) return Reason.UNKNOWN_CHANGE;
        end(frame, place, Reason.REQUESTED_BY_OWNER);
        return Reason.NONE;
    }

    @Override
    public boolean isAlive(long number) {
        return find(number) >= 0;
    }

    @Override
    public boolean isDone(Frame frame, long number, long nowNanos) {
        return isMade(frame, find(number));
    }

    @Override
    public boolean isPending() {
        if (atPhases == 0) return false;
        boolean isAny = false;
        for (ScheduledChange change : open) isAny |= hasCome(change);
        return isAny;
    }

    @Override
    public boolean isDone(Frame frame) {
        for (int i = 0; i < open.size(); i++) {
            if (!hasCome(open.get(i))) continue;
            if (!isMade(frame, i)) return false;
            i--;
        }
        return true;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        state.accept(lastNumber);
        for (ScheduledChange change : open) {
            state.accept(change.number);
            state.accept((long) change.instrument << 32 | change.parameter << 16 | change.atPhase << 8 & 0xFF00);
            state.accept(change.value);
            state.accept(change.atNanos);
            state.accept(change.isArmed ? 1 : 0);
        }
    }

    /** A phase begins when it comes after another one. */
    private boolean hasCome(ScheduledChange change) {
        if (change.atPhase == NO_PHASE) return false;
        boolean isNow = instruments.get(change.instrument).phase() == change.atPhase;
        if (!isNow) change.isArmed = true;
        return isNow && change.isArmed;
    }

    /** Orders may have to be told of, so that it takes a frame that is half empty. */
    private boolean isMade(Frame frame, int place) {
        if (frame.eventCount() > FrameLayout.MAX_EVENTS / 2) return false;
        ScheduledChange change = open.get(place);
        Reason refusal = parameters.checkAlone(change.instrument, change.parameter, change.value);
        end(frame, place, refusal);
        if (refusal == Reason.NONE) parameters.apply(frame, change.instrument, change.parameter, change.value);
        return true;
    }

    private void end(Frame frame, int place, Reason reason) {
        ScheduledChange change = open.remove(place);
        if (change.atPhase != NO_PHASE) atPhases--;
        frame.claimEvent(ended).change(change.number).reason(reason);
    }

    private void tell(Frame frame, ScheduledChange change) {
        frame.claimEvent(scheduled)
                .change(change.number)
                .value(change.value)
                .atNanos(change.atNanos)
                .instrument(change.instrument);
        frame.buffer().putByte(scheduled.offset() + ChangeScheduledEncoder.parameterEncodingOffset(), (byte)
                change.parameter);
        frame.buffer().putByte(scheduled.offset() + ChangeScheduledEncoder.atPhaseEncodingOffset(), change.atPhase);
    }

    private int find(long number) {
        for (int i = 0; i < open.size(); i++) if (open.get(i).number == number) return i;
        return -1;
    }

    /** A change for later: at a time, or when a phase begins that is not the phase now. */
    private static final class ScheduledChange {
        final long number;
        final int instrument;
        final int parameter;
        final long value;
        final long atNanos;
        final byte atPhase;

        /** Whether the instrument has been in another phase since. */
        boolean isArmed;

        ScheduledChange(long number, int instrument, int parameter, long value, long atNanos, byte atPhase) {
            this.number = number;
            this.instrument = instrument;
            this.parameter = parameter;
            this.value = value;
            this.atNanos = atNanos;
            this.atPhase = atPhase;
        }
    }
}
