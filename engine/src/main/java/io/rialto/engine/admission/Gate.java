package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import java.util.Arrays;

/** The barriers, in the rulebook's order of checks: the first that refuses is the answer. */
public final class Gate {
    private Barrier[] barriers = {};

    /** Stands behind all that were added before. */
    public void add(Barrier barrier) {
        barriers = Arrays.copyOf(barriers, barriers.length + 1);
        barriers[barriers.length - 1] = barrier;
    }

    public Reason admit(Ticket ticket, Instrument market) {
        for (Barrier barrier : barriers) {
            Reason refusal = barrier.admit(ticket, market);
            if (refusal != Reason.NONE) return refusal;
        }
        return Reason.NONE;
    }
}
