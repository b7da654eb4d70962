package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.FirmCommand.SetAccountState;
import org.junit.jupiter.api.Test;

/** Bob has bought 10 at 100 from Alice. */
class AccountStateRulesTest {
    private static final int ACTIVE = 1, REDUCING = 2, HALTED = 3;

    private final VenueUnderTest venue = new Contract().tradesWith(100_000);

    private VenueUnderTest becomes(int account, int state) {
        return venue.decides(new SetAccountState(account, state));
    }

    private void trades() {
        venue.receives(ALICE, sells(10).at(100)).receives(BOB, buys(10).at(100));
    }

    private void passes(int account, Ticket ticket) {
        venue.receives(account, ticket);
        assertThat(venue.events().get(0)).startsWith("accepted");
    }

    @Test
    void whoIsHaltedLosesAllOrdersAndSendsNoMore() {
        trades();
        passes(BOB, sells(4).at(110));
        passes(BOB, buys(1).at(90));
        becomes(BOB, HALTED)
                .emits(
                        "101 from ACTIVE to HALTED by rule 0",
                        "cancelled #3 4@110 released 0 ACCOUNT_HALTED",
                        "cancelled #4 1@90 released 0 ACCOUNT_HALTED",
                        "mass cancelled 2 remaining 0");
        venue.receives(BOB, sells(1).at(110)).emits("rejected ACCOUNT_HALTED");
        passes(ALICE, buys(1).at(90));
        becomes(BOB, ACTIVE).emits("101 from HALTED to ACTIVE by rule 0");
        passes(BOB, buys(1).at(80));
    }

    @Test
    void whoMayOnlyReduceBringsPositionsCloserToZero() {
        trades();
        becomes(BOB, REDUCING).emits("101 from ACTIVE to REDUCING by rule 0");
        venue.receives(BOB, buys(1).at(90)).emits("rejected ACCOUNT_REDUCING");
        venue.receives(BOB, sells(11).at(110)).emits("rejected ACCOUNT_REDUCING");
        passes(BOB, sells(6).at(110));
        passes(BOB, sells(4).at(110));
        venue.receives(BOB, sells(1).at(110)).emits("rejected ACCOUNT_REDUCING");
        venue.amendsTotal(BOB, 3, 7).emits("rejected ACCOUNT_REDUCING");
        venue.amendsTotal(BOB, 3, 5);
        assertThat(venue.events().get(0)).startsWith("amended");
        venue.cancels(BOB, 4);
        assertThat(venue.events().get(0)).startsWith("cancelled");
    }

    @Test
    void whatIsNoStateOrNoOtherIsRefused() {
        becomes(BOB, 0).emits("rejected INVALID_ACCOUNT_STATE");
        becomes(BOB, 4).emits("rejected INVALID_ACCOUNT_STATE");
        becomes(BOB, ACTIVE).emits("rejected WOULD_CHANGE_NOTHING");
        becomes(777, HALTED).emits("rejected UNKNOWN_ACCOUNT");
    }
}
