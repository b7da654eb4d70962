package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ControlCommand.*;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import java.util.HashMap;
import java.util.Map;

/** Changes for later, and the way of an instrument out of the venue. Instruments are known here. */
final class ReferenceLifecycle {
    private static final int KIND = 13;
    private static final int ANNOUNCED = 1, CANCEL_ONLY = 2, DELISTED = 4;
    private static final int NO_PHASE = 255;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Long, ScheduleChange> scheduled = new HashMap<>();
    private final Map<Integer, Integer> steps = new HashMap<>();
    private long last;

    ReferenceLifecycle(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void schedule(ScheduleChange asked) {
        refuseIf(!control.desk.isKnown(asked.parameter()), INVALID_PARAMETER);
        boolean isPhase = isIn(0, asked.atPhase(), 7) && asked.atPhase() != 3;
        boolean isTimed = asked.atPhase() == NO_PHASE && asked.atNanos() > matching.nowNanos;
        refuseIf(isPhase ? asked.atNanos() != 0 : !isTimed, INVALID_COMBINATION);
        long number = ++last;
        scheduled.put(number, asked);
        var name = InstrumentParameter.get((short) asked.parameter());
        var phase = Phase.get((short) asked.atPhase());
        matching.events.add("ChangeScheduled", number, asked.value(), asked.atNanos(), asked.instrument(), name, phase);
        if (!isPhase) matching.agenda.add(asked.atNanos(), KIND, number, () -> isMade(number));
    }

    private boolean isMade(long number) {
        if (!scheduled.containsKey(number)) return true;
        if (matching.events.size() > ReferenceMatching.MAX_EVENTS / 2) return false;
        ScheduleChange change = scheduled.remove(number);
        ReferenceInstrument instrument = control.instrument(change.instrument());
        Reason refused = NONE;
        try {
            control.desk.checkAlone(instrument, change.parameter(), change.value());
        } catch (Refusal refusal) {
            refused = refusal.reason;
        }
        matching.events.add("ScheduledChangeEnded", number, refused);
        if (refused == NONE) control.desk.apply(instrument, change.parameter(), change.value());
        return true;
    }

    void withdraw(long number) {
        refuseIf(scheduled.remove(number) == null, UNKNOWN_CHANGE);
        matching.events.add("ScheduledChangeEnded", number, REQUESTED_BY_OWNER);
    }

    void change(ChangeListing asked) {
        refuseIf(!isIn(0, asked.step(), DELISTED), INVALID_COMBINATION);
        int old = step(asked.instrument());
        refuseIf(asked.step() == old, WOULD_CHANGE_NOTHING);
        boolean isTakenBack = asked.step() == 0 && old == ANNOUNCED;
        refuseIf(asked.step() != old + 1 && !isTakenBack, WRONG_LISTING_STEP);
        steps.put(asked.instrument(), asked.step());
        var from = ListingStep.get((short) old);
        matching.events.add("ListingChanged", asked.instrument(), from, ListingStep.get((short) asked.step()));
        if (asked.step() != DELISTED) return;
        control.blocks.add(0, INSTRUMENT_DELISTED, order -> order.instrument.number == asked.instrument());
    }

    /** Whatever step it was at. */
    void delist(int instrument) {
        int old = step(instrument);
        if (old == DELISTED) return;
        steps.put(instrument, DELISTED);
        matching.events.add("ListingChanged", instrument, ListingStep.get((short) old), ListingStep.DELISTED);
    }

    private int step(int instrument) {
        return steps.getOrDefault(instrument, 0);
    }

    /** New orders are let in until the market is for cancels only; there an order may still shrink. */
    void check(int instrument, boolean isSmaller) {
        int step = step(instrument);
        refuseIf(step == DELISTED, INSTRUMENT_DELISTED);
        refuseIf(step > CANCEL_ONLY || step == CANCEL_ONLY && !isSmaller, DELISTING);
    }
}
