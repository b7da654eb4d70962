package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ControlCommand.*;
import java.util.HashMap;
import java.util.Map;

/** Owners who are gone: dead man's switches and lost connections. Accounts and instruments are known here. */
final class ReferenceAbsence {
    private static final int DEAD_MANS_SWITCH_KIND = 10, LOST_CONNECTION_KIND = 11;
    private static final long WEEK = 7 * 86_400_000_000_000L;

    private record Which(int account, int number) {}

    private final ReferenceMatching matching;
    private final ReferenceBlocks blocks;
    private final Map<Which, Long> switches = new HashMap<>();
    private final Map<Which, Long> connections = new HashMap<>();
    private long turns;

    ReferenceAbsence(ReferenceMatching matching, ReferenceBlocks blocks) {
        this.matching = matching;
        this.blocks = blocks;
    }

    void cancelAfter(CancelAfter asked) {
        refuseIf(!isIn(0, asked.timeoutNanos(), WEEK), INVALID_PARAMETER);
        boolean isOff = asked.timeoutNanos() == 0;
        long due = matching.nowNanos + asked.timeoutNanos();
        refuseIf(!isOff && due < 0, INVALID_PARAMETER);
        Which which = new Which(asked.account(), asked.instrument());
        long turn = ++turns;
        switches.put(which, isOff ? 0 : turn);
        matching.events.add("CancelAfterSet", isOff ? 0 : due, asked.account(), asked.instrument());
        if (!isOff) matching.agenda.add(due, DEAD_MANS_SWITCH_KIND, turn, () -> fire(which, turn));
    }

    private boolean fire(Which which, long turn) {
        if (switches.get(which) == turn) {
            if (!blocks.hasRoom()) return false;
            switches.put(which, 0L);
            matching.events.add("CancelAfterFired", which.account, which.number);
            blocks.add(
                    which.account,
                    DEAD_MANS_SWITCH,
                    order -> order.account == which.account
                            && (which.number == 0 || order.instrument.number == which.number));
        }
        return blocks.areAllDone();
    }

    void disconnected(Disconnected asked) {
        long due = matching.nowNanos + asked.graceNanos();
        refuseIf(!isIn(0, asked.graceNanos(), WEEK) || due < 0, INVALID_PARAMETER);
        refuseIf(!isIn(0, asked.graceful(), 1), INVALID_PARAMETER);
        Which which = new Which(asked.account(), asked.session());
        long turn = ++turns;
        boolean waits = asked.graceful() == 0 && asked.graceNanos() > 0;
        connections.put(which, waits ? turn : 0);
        matching.events.add("ConnectionLost", asked.graceful() == 1 ? 0 : due, asked.account(), asked.session());
        if (waits) matching.agenda.add(due, LOST_CONNECTION_KIND, turn, () -> lose(which, turn));
        else if (asked.graceful() == 0) cancel(which);
    }

    private boolean lose(Which which, long turn) {
        if (connections.get(which) == turn) {
            if (!blocks.hasRoom()) return false;
            connections.put(which, 0L);
            cancel(which);
        }
        return blocks.areAllDone();
    }

    private void cancel(Which which) {
        blocks.add(
                which.account,
                DISCONNECTED,
                order -> order.account == which.account
                        && (which.number == 0 || order.by.session() == which.number)
                        && order.terms.exempt() == 0);
    }

    void reconnected(Reconnected asked) {
        Which which = new Which(asked.account(), asked.session());
        refuseIf(connections.getOrDefault(which, 0L) == 0, WOULD_CHANGE_NOTHING);
        connections.put(which, 0L);
        matching.events.add("ConnectionRestored", asked.account(), asked.session());
    }
}
