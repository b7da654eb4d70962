package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.util.List;
import java.util.stream.Stream;

/** What the venue's own people change of an instrument while it trades. */
final class ReferenceDesk {
    private final ReferenceMatching matching;
    private final ReferenceRestatement restatement;

    ReferenceDesk(ReferenceMatching matching) {
        this.matching = matching;
        restatement = new ReferenceRestatement(matching);
    }

    void change(ReferenceInstrument instrument, int parameter, long value) {
        checkAlone(instrument, parameter, value);
        apply(instrument, parameter, value);
    }

    /** What one administrator may do. */
    void checkAlone(ReferenceInstrument instrument, int parameter, long value) {
        check(instrument, parameter, value);
        refuseIf(isLooser(instrument, parameter, value), NEEDS_SECOND_ADMINISTRATOR);
    }

    boolean isKnown(int parameter) {
        return Stream.of(InstrumentParameter.values()).anyMatch(one -> parameter != 255 && one.value() == parameter);
    }

    /** Whether a limit would let more through than before. */
    private static boolean isLooser(ReferenceInstrument instrument, int parameter, long value) {
        long old = instrument.parameter(parameter);
        if (!isIn(40, parameter, 45) || old == Command.NULL) return false;
        boolean isLeast = parameter == 40 || parameter == 42;
        return value == Command.NULL || (isLeast ? value < old : value > old);
    }

    void check(ReferenceInstrument instrument, int parameter, long value) {
        if (ReferenceRestatement.isMine(parameter)) {
            restatement.check(instrument, parameter, value);
            refuseIf(value == instrument.parameter(parameter), WOULD_CHANGE_NOTHING);
            return;
        }
        refuseIf(parameter == ReferenceFunding.LIMIT && !ReferenceFunding.isPerpetual(instrument), NOT_A_PERPETUAL);
        refuseIf(parameter == ReferenceExpiry.AWAITED && !ReferenceExpiry.isFuture(instrument), NOT_A_FUTURE);
        boolean isOfContracts = isIn(ReferenceLiquidation.BUFFER, parameter, ReferenceLiquidation.SHARING);
        refuseIf(isOfContracts && !instrument.isContract(), NOT_A_CONTRACT);
        boolean isSound = switch (parameter) {
            case 1 -> isIn(1, value, instrument.terms.maxLots());
            case 2 -> value >= instrument.terms.minLots();
            case 3 -> value >= 0;
            case 4, 5, 61 -> value == Command.NULL || value > 0;
            case 20 -> value == Command.NULL || isIn(0, value, 3);
            case 21 -> value == Command.NULL || isIn(0, value, 1);
            case 10, 11, 12 -> value == Command.NULL || isIn(1, value, 10_000);
            case 13, 15, 16, 18 -> value == Command.NULL || isIn(1, value, 7 * 86_400_000_000_000L);
            case 14, 17 -> value == Command.NULL || value > 0;
            case 19 -> value == Command.NULL || isIn(0, value, 1_000);
            case 30 -> value == Command.NULL || isIn(1, value, 10_000);
            case 31, 32 -> value == Command.NULL || value > 0;
            case 33 -> true;
            case 40, 41, 42, 43 -> value == Command.NULL || isIn(0, value, 10_000_000);
            case 44, 45 -> value == Command.NULL || value >= 0;
            case 34 -> value == Command.NULL || isIn(0, value, 1);
            case 35, 37, 38 -> value == Command.NULL || value > 0;
            case 36 -> value == Command.NULL || isIn(1, value, 10_000);
            case 65 -> value == Command.NULL || isIn(0, value, 10_000_000);
            case 62, 64, 66 -> value == Command.NULL || isIn(0, value, 1);
            case 63 -> value == Command.NULL || isIn(1, value, 10_000_000);
            case 70 -> value == Command.NULL || isIn(0, value, 365);
            case 60 -> value == Command.NULL || isIn(1, value, Integer.MAX_VALUE);
            default -> false;
        };
        refuseIf(!isSound, INVALID_PARAMETER);
        ReferenceContracts.checkKept(instrument, parameter, value);
        refuseIf(isIn(34, parameter, 38) && !isBetweenSessions(instrument), ALLOCATION_WITHIN_SESSION);
        refuseIf(value == instrument.parameter(parameter), WOULD_CHANGE_NOTHING);
    }

    void apply(ReferenceInstrument instrument, int parameter, long value) {
        if (ReferenceRestatement.isMine(parameter)) {
            restatement.apply(instrument, parameter, value);
            return;
        }
        long old = instrument.parameter(parameter);
        instrument.change(parameter, value);
        if (parameter == 33 && value != Command.NULL) {
            instrument.displaySeed = value;
            instrument.peaksDrawn = 0;
        }
        if (List.of(10, 11, 14, 15, 17, 18).contains(parameter)) instrument.session.trades.clear();
        var name = InstrumentParameter.get((short) parameter);
        matching.events.add("InstrumentChanged", instrument.number, old, value, name);
        matching.positions.begin(instrument);
    }

    /** Or before the first one. */
    private boolean isBetweenSessions(ReferenceInstrument instrument) {
        Phase phase = instrument.session.phase;
        if (phase == Phase.CLOSED || phase == Phase.PRE_OPEN) return true;
        return instrument.lastTradeTicks == 0
                && matching.resting.stream().noneMatch(order -> order.instrument == instrument);
    }

    void assign(ReferenceInstrument instrument, int account, int bps) {
        int old = instrument.leads.getOrDefault(account, 0);
        int others = instrument.leads.values().stream().mapToInt(one -> one).sum() - old;
        refuseIf(bps < 0 || (long) others + bps > 10_000, INVALID_PARAMETER);
        refuseIf(!isBetweenSessions(instrument), ALLOCATION_WITHIN_SESSION);
        refuseIf(bps == old, WOULD_CHANGE_NOTHING);
        if (bps == 0) instrument.leads.remove(account);
        else instrument.leads.put(account, bps);
        matching.events.add("LeadMarketMakerAssigned", instrument.number, account, old, bps);
    }
}
