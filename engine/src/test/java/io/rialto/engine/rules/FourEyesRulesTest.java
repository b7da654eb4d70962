package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.*;
import org.junit.jupiter.api.Test;

class FourEyesRulesTest {
    private static final int PARAMETER = 1;
    private static final int LIMIT = 2;
    private static final int UNBLOCK = 3;
    private static final int ORDER_LIMIT_LOTS = 44;
    private static final int OPEN_ORDERS = 3;
    private static final int ACCOUNT = 2;
    private static final int FIRST = 0;
    private static final int SECOND = -1;
    private static final long DAY = 86_400_000_000_000L;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void oneAdministratorTightensALimitAndLooseningTakesTwo() {
        sets(10).emits("changed ORDER_LIMIT_LOTS from none to 10");
        sets(9).emits("changed ORDER_LIMIT_LOTS from 10 to 9");
        sets(10).emits("rejected NEEDS_SECOND_ADMINISTRATOR");
        sets(Command.NULL).emits("rejected NEEDS_SECOND_ADMINISTRATOR");
        limits(5).emits("limit OPEN_ORDERS of 100 from none to 5");
        limits(6).emits("rejected NEEDS_SECOND_ADMINISTRATOR");
    }

    @Test
    void whatOneProposesAnotherApproves() {
        sets(10);
        proposes(20).emits("proposed 1 by 0: INSTRUMENT_PARAMETER 44 value 20 until " + (1_000 + DAY));
        venue.by(FIRST).decides(new Approve(1)).emits("rejected SAME_ADMINISTRATOR");
        venue.receives(ALICE, buys(20).at(1)).emits("rejected ORDER_QUANTITY_LIMIT");
        venue.by(SECOND).decides(new Approve(1)).emits("approved 1 by -1", "changed ORDER_LIMIT_LOTS from 10 to 20");
        assertThat(venue.receives(ALICE, buys(20).at(1)).events()).hasSize(2);
        venue.by(SECOND).decides(new Approve(1)).emits("rejected UNKNOWN_PROPOSAL");
    }

    @Test
    void anAccountsLimitIsLoosenedByTwo() {
        limits(5);
        venue.by(FIRST).decides(new Propose(LIMIT, OPEN_ORDERS, ALICE, 0, Command.NULL, 0));
        venue.by(SECOND).decides(new Approve(1)).emits("approved 1 by -1", "limit OPEN_ORDERS of 100 from 5 to none");
    }

    @Test
    void aKillIsLiftedByTwo() {
        venue.decides(new Kill(ACCOUNT, ALICE));
        venue.by(FIRST).decides(new Propose(UNBLOCK, ACCOUNT, ALICE, 0, 0, 0));
        venue.by(FIRST).decides(new Approve(1)).emits("rejected SAME_ADMINISTRATOR");
        venue.receives(ALICE, buys(1).at(1)).emits("rejected ACCOUNT_KILLED");
        venue.by(SECOND).decides(new Approve(1)).emits("approved 1 by -1", "unblocked ACCOUNT 100");
        assertThat(venue.receives(ALICE, buys(1).at(1)).events()).hasSize(2);
        venue.by(FIRST).decides(new Propose(UNBLOCK, ACCOUNT, ALICE, 0, 0, 0)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void aProposalThatNobodyApprovesExpires() {
        sets(10);
        venue.by(FIRST).decides(new Propose(PARAMETER, ORDER_LIMIT_LOTS, 0, 1, 20, 500));
        venue.after(499).decides(new Command.Tick()).emits();
        venue.after(1).by(SECOND).decides(new Approve(1)).emits("expired 1", "rejected UNKNOWN_PROPOSAL");
    }

    @Test
    void aProposalCanBeWithdrawn() {
        sets(10);
        proposes(20);
        venue.by(FIRST).decides(new Withdraw(1)).emits("withdrawn 1 by 0");
        venue.by(SECOND).decides(new Approve(1)).emits("rejected UNKNOWN_PROPOSAL");
        venue.after(2 * DAY).decides(new Command.Tick()).emits();
    }

    @Test
    void whatHasBecomeImpossibleIsNotApproved() {
        sets(20);
        proposes(10);
        sets(10);
        venue.by(SECOND).decides(new Approve(1)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void itMustBeKnownWhoAsks() {
        venue.decides(new Propose(PARAMETER, ORDER_LIMIT_LOTS, 0, 1, 20, 0)).emits("rejected UNKNOWN_ACTOR");
        venue.decides(new Approve(1)).emits("rejected UNKNOWN_ACTOR");
        venue.by(FIRST).decides(new Propose(9, 0, 0, 0, 0, 0)).emits("rejected INVALID_COMBINATION");
        venue.by(FIRST).decides(new Propose(PARAMETER, 0, 0, 1, 0, 0)).emits("rejected INVALID_PARAMETER");
        venue.by(FIRST)
                .decides(new Propose(PARAMETER, ORDER_LIMIT_LOTS, 0, 1, 20, -1))
                .emits("rejected INVALID_PARAMETER");
    }

    private VenueUnderTest sets(long value) {
        return venue.decides(new Command.ChangeInstrument(1, ORDER_LIMIT_LOTS, value));
    }

    private VenueUnderTest limits(long value) {
        return venue.decides(new ChangeAccountLimit(ALICE, 0, OPEN_ORDERS, value));
    }

    private VenueUnderTest proposes(long value) {
        return venue.by(FIRST).decides(new Propose(PARAMETER, ORDER_LIMIT_LOTS, 0, 1, value, 0));
    }
}
