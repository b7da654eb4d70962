package io.rialto.engine.giveup;

import io.rialto.engine.control.Control;
import io.rialto.engine.credit.CreditRoom;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.roles.Roles;
import io.rialto.protocol.Reason;

/** Who may take something up: whoever could trade it, but for the role, which is the other way round. */
final class Takers {
    private final Control control;
    private final CreditRoom credit;
    private final Roles roles;

    Takers(Control control, CreditRoom credit, Roles roles) {
        this.control = control;
        this.credit = credit;
        this.roles = roles;
    }

    /** NONE: nothing stands in the way. */
    Reason stops(int taker, Instrument market) {
        if (roles.onlyExecutes(taker)) return Reason.ROLE_FORBIDS;
        Reason stopped = control.stops(taker, market);
        if (stopped != Reason.NONE) return stopped;
        return control.standings().isReducing(taker) ? Reason.ACCOUNT_REDUCING : Reason.NONE;
    }

    Reason credit(int giver, int taker, Instrument market, long valueMinor) {
        return credit.takesUp(giver, taker, market, valueMinor);
    }

    /** It counts as traded today. */
    void took(int giver, int taker, Instrument market, long valueMinor) {
        credit.tookUp(giver, taker, market, valueMinor);
    }
}
