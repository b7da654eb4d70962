package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import java.util.Arrays;

/** The barriers, in the rulebook's order of checks: the first that refuses is the answer. */
public final class Gate {
    private Barrier[] barriers = {};
    private boolean isOnAlert;
    private boolean isAlert;
    private boolean isWatch;

    /** Stands behind all that were added before. */
    public void add(Barrier barrier) {
        barriers = Arrays.copyOf(barriers, barriers.length + 1);
        barriers[barriers.length - 1] = barrier;
    }

    /** Stands before all others. */
    public void addFirst(Barrier barrier) {
        Barrier[] behind = barriers;
        barriers = new Barrier[behind.length + 1];
        barriers[0] = barrier;
        System.arraycopy(behind, 0, barriers, 1, behind.length);
    }

    /** Whether every order is asked, and not just those that are special, of a guarded account or in a guarded market. */
    public boolean isOnAlert() {
        return isOnAlert;
    }

    /** Because somebody is blocked who could send orders for any account. */
    public void alert(boolean isAnyBlocked) {
        isAlert = isAnyBlocked;
        isOnAlert = isAlert || isWatch;
    }

    /** Because there are rules for whoever sends orders. */
    public void watch(boolean areRules) {
        isWatch = areRules;
        isOnAlert = isAlert || isWatch;
    }

    public Reason admit(Ticket ticket, Instrument market) {
        for (Barrier barrier : barriers) {
            Reason refusal = barrier.admit(ticket, market);
            if (refusal != Reason.NONE) return refusal;
        }
        return Reason.NONE;
    }

    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        for (Barrier barrier : barriers) {
            Reason refusal = barrier.admitAmend(ticket, market, isSmaller);
            if (refusal != Reason.NONE) return refusal;
        }
        return Reason.NONE;
    }
}
