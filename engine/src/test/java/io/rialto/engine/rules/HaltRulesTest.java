package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class HaltRulesTest {
    private static final long PLANNED = 7;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aHaltIsResumedThroughAnAuction() {
        venue.receives(ALICE, sells(2).at(101)).receives(BOB, buys(1).at(100));
        venue.goes(Phase.HALT).emits("phase CONTINUOUS to HALT");
        venue.receives(BOB, buys(1).at(100)).emits("rejected MARKET_HALTED");
        venue.goes(Phase.CALL).emits("phase HALT to CALL", "call INTRADAY then CONTINUOUS");
        venue.receives(BOB, buys(2).at(103))
                .emits("accepted #3 buy 2@103 holds 206", "rested #3 2@103", "indicated 2@102");
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@102 reference 0",
                        "traded 2@102 for 204 #1|#3 left 0|0 released 0|2",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#2 1@100").shows(Side.SELL);
    }

    @Test
    void aHaltedCallIsNotUncrossedUntilItIsResumed() {
        venue.goes(Phase.CALL).receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        venue.goes(Phase.HALT).emits("phase CALL to HALT");
        venue.shows(Side.BUY, "#2 1@100").shows(Side.SELL, "#1 1@100");
        venue.cancels(BOB, 2).emits("cancelled #2 1@100 released 100 REQUESTED_BY_OWNER");
        venue.goes(Phase.CONTINUOUS).emits("phase HALT to CONTINUOUS");
    }

    @Test
    void theScheduleDoesNotLiftAHaltThatSomebodyAskedFor() {
        venue.goes(Phase.HALT);
        planned(Phase.CALL).emits("rejected MARKET_HALTED");
        planned(Phase.CONTINUOUS).emits("rejected MARKET_HALTED");
        venue.goes(Phase.CALL).emits("phase HALT to CALL", "call INTRADAY then CONTINUOUS");
    }

    @Test
    void theScheduleClosesAHaltedMarketAndOpensItAgain() {
        venue.goes(Phase.HALT);
        planned(Phase.CLOSED).emits("phase HALT to CLOSED planned 7");
        planned(Phase.PRE_OPEN).emits("phase CLOSED to PRE_OPEN planned 7");
    }

    @Test
    void theScheduleLiftsItsOwnHalt() {
        planned(Phase.HALT).emits("phase CONTINUOUS to HALT planned 7");
        planned(Phase.CONTINUOUS).emits("phase HALT to CONTINUOUS planned 7");
    }

    @Test
    void aCallThatMayNotTradeIsClosedWithoutTrading() {
        venue.receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        venue.decides(new Command.ChangeInstrument(1, InstrumentParameter.DYNAMIC_RANGE_BPS.value(), 100));
        venue.receives(ALICE, sells(1).at(110)).receives(BOB, buys(1).at(110));
        venue.goes(Phase.CLOSED).emits("phase CALL to CLOSED");
        venue.shows(Side.BUY, "#4 1@110").shows(Side.SELL, "#3 1@110");
    }

    private VenueUnderTest planned(Phase phase) {
        return venue.decides(new Command.ChangePhase(1, phase.value(), PLANNED));
    }
}
