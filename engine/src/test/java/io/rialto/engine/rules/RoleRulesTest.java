package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;

import io.rialto.engine.reference.BrokerCommand.*;
import io.rialto.engine.reference.ClearingCommand.SetSettlementTerms;
import io.rialto.engine.reference.Command;
import org.junit.jupiter.api.Test;

/** Accounts begin with a full role. */
class RoleRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final int FULL = 1, EXECUTING = 2, CLEARING = 3;
    private static final int UNSPECIFIED = 1, CLIENT = 3;
    private static final int EITHER = 255;
    private static final int ACCEPT = 1;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aRoleIsSetWithACapacityAndTold() {
        role(BOB, CLEARING, CLIENT).emits("role 101 FULL to CLEARING, CLIENT");
        role(BOB, CLEARING, CLIENT).emits("rejected WOULD_CHANGE_NOTHING");
        role(BOB, 0, CLIENT).emits("rejected INVALID_COMBINATION");
        role(BOB, 4, CLIENT).emits("rejected INVALID_COMBINATION");
        role(BOB, FULL, 4).emits("rejected INVALID_COMBINATION");
        role(999, FULL, CLIENT).emits("rejected UNKNOWN_ACCOUNT");
    }

    @Test
    void whoOnlyClearsSendsNoOrders() {
        venue.receives(BOB, sells(10).at(100));
        role(BOB, CLEARING, UNSPECIFIED);
        venue.receives(BOB, sells(1).at(100)).emits("rejected ROLE_FORBIDS");
        venue.receives(ALICE, buys(1).at(100));
        venue.has(ALICE, BASE, WEALTH + 1, 0);
        role(BOB, FULL, UNSPECIFIED);
        venue.receives(BOB, sells(1).at(101));
        venue.has(BOB, BASE, WEALTH - 1, 10);
    }

    @Test
    void whoOnlyExecutesWithdrawsNothing() {
        role(BOB, EXECUTING, UNSPECIFIED);
        venue.decides(new Command.BeginTransfer(Command.Begin.BEGIN_WITHDRAWAL, BOB, BASE, 1))
                .emits("rejected ROLE_FORBIDS");
        venue.deposits(BOB, BASE, 1).has(BOB, BASE, WEALTH + 1, 0);
    }

    @Test
    void whoOnlyExecutesTakesNothingUpAndWhoOnlyClearsDoes() {
        venue.decides(new SetSettlementTerms(1, DAY, 1, 0, 0));
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
        role(CAROL, EXECUTING, UNSPECIFIED);
        venue.decides(new GiveUp(1, 1, ALICE, CAROL, EITHER)).emits("rejected ROLE_FORBIDS");
        role(CAROL, CLEARING, UNSPECIFIED);
        venue.decides(new GiveUp(1, 1, ALICE, CAROL, EITHER));
        role(CAROL, EXECUTING, UNSPECIFIED);
        venue.decides(new AnswerGiveUp(1, CAROL, ACCEPT)).emits("rejected ROLE_FORBIDS");
        role(CAROL, CLEARING, UNSPECIFIED);
        venue.decides(new AnswerGiveUp(1, CAROL, ACCEPT))
                .emits("taken up 1 by 102: 100 to 102, bought 1 for 100, holds -100 +100");
    }

    private VenueUnderTest role(int account, int role, int capacity) {
        return venue.decides(new SetAccountRole(account, role, capacity));
    }
}
