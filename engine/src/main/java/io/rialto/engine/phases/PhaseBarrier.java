package io.rialto.engine.phases;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;

/** Lets those orders pass that the instrument's phase takes. */
public final class PhaseBarrier implements Barrier {
    private final Sessions sessions;

    public PhaseBarrier(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        return PhaseRules.newOrder(ticket, market, sessions.of(market).callKind);
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return PhaseRules.amend(market, isSmaller);
    }
}
