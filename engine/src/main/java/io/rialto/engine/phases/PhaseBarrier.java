package io.rialto.engine.phases;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.Reason;

/** Lets those orders pass that the instrument's phase takes. */
public final class PhaseBarrier implements Barrier {
    private final Sessions sessions;
    private final Caller caller;

    public PhaseBarrier(Sessions sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        Reason refusal = PhaseRules.newOrder(ticket, market, sessions.of(market).callKind);
        if (refusal != Reason.NONE) return refusal;
        boolean isOver = ticket.isGoodTillTime() && ticket.terms.expireTimeNanos <= caller.timeNanos();
        return isOver ? Reason.EXPIRE_TIME_PASSED : Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return PhaseRules.amend(market, isSmaller);
    }
}
