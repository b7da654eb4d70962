package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of phases, a test a row: what is taken in each. */
class PhaseRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void preOpenCollectsLimitOrdersWithoutMatchingThem() {
        venue.goes(Phase.PRE_OPEN).emits("phase CONTINUOUS to PRE_OPEN");

        venue.receives(ALICE, sells(2).at(99)).emits("accepted #1 sell 2@99 holds 2", "rested #1 2@99");
        venue.receives(BOB, buys(3).at(101)).emits("accepted #2 buy 3@101 holds 303", "rested #2 3@101");
        collectsNothingElse();
        venue.amends(BOB, 2, 102, 4)
                .emits("amended #2 from 3@101 to 4@102 of 4 hold +105 version 2 place lost", "rested #2 4@102");
        venue.cancels(ALICE, 1).emits("cancelled #1 2@99 released 2 REQUESTED_BY_OWNER");
    }

    @Test
    void aCallCollectsLimitOrdersWithoutMatchingThem() {
        venue.goes(Phase.CALL).emits("phase CONTINUOUS to CALL", "call INTRADAY then CONTINUOUS");

        venue.receives(ALICE, sells(2).at(99)).emits("accepted #1 sell 2@99 holds 2", "rested #1 2@99");
        venue.receives(BOB, buys(3).at(101))
                .emits("accepted #2 buy 3@101 holds 303", "rested #2 3@101", "indicated 2@101 buys left 1");
        collectsNothingElse();
        venue.amends(BOB, 2, 102, 4)
                .emits(
                        "amended #2 from 3@101 to 4@102 of 4 hold +105 version 2 place lost",
                        "rested #2 4@102",
                        "indicated 2@102 buys left 2");
        venue.cancels(ALICE, 1).emits("cancelled #1 2@99 released 2 REQUESTED_BY_OWNER", "indicated 0@0");
    }

    private void collectsNothingElse() {
        venue.receives(BOB, buys(1)).emits("rejected NEEDS_CONTINUOUS_TRADING");
        venue.receives(BOB, buys(1).at(100).immediateOrCancel()).emits("rejected NEEDS_CONTINUOUS_TRADING");
        venue.receives(BOB, buys(1).at(100).fillOrKill()).emits("rejected NEEDS_CONTINUOUS_TRADING");
        venue.receives(BOB, buys(1).at(90).postOnly()).emits("rejected POST_ONLY_IN_CALL");
        venue.receives(BOB, buys(1).at(90).sliding()).emits("rejected POST_ONLY_IN_CALL");
    }

    @Test
    void continuousTradingTakesAndMatchesAll() {
        venue.receives(ALICE, sells(9).at(100));

        venue.receives(BOB, buys(1).at(100))
                .emits("accepted #2 buy 1@100 holds 100", "traded 1@100 for 100 #1|#2 left 8|0 released 0|0");
        venue.receives(BOB, buys(1))
                .emits("accepted #3 buy 1@0 holds 100", "traded 1@100 for 100 #1|#3 left 7|0 released 0|0");
        venue.receives(BOB, buys(1).at(99).immediateOrCancel())
                .emits("accepted #4 buy 1@99 holds 99", "expired #4 1@99 released 99 IMMEDIATE_OR_CANCEL");
        venue.amendsTotal(ALICE, 1, 5).emits("amended #1 from 7@100 to 3@100 of 5 hold -4 version 2 place kept");
        venue.cancels(ALICE, 1).emits("cancelled #1 3@100 released 3 REQUESTED_BY_OWNER");
    }

    @Test
    void cancelOnlyLetsOrdersGetSmallerOrGo() {
        venue.receives(ALICE, sells(5).at(100));
        venue.goes(Phase.CANCEL_ONLY).emits("phase CONTINUOUS to CANCEL_ONLY");

        refusesNewOrders("CANCELS_ONLY");
        venue.amendsPrice(ALICE, 1, 101).emits("rejected CANCELS_ONLY");
        venue.amendsTotal(ALICE, 1, 6).emits("rejected CANCELS_ONLY");
        venue.amends(ALICE, 1, 101, 4).emits("rejected CANCELS_ONLY");
        venue.amendsTotal(ALICE, 1, 4).emits("amended #1 from 5@100 to 4@100 of 4 hold -1 version 2 place kept");
        venue.cancels(ALICE, 1).emits("cancelled #1 4@100 released 4 REQUESTED_BY_OWNER");
    }

    @Test
    void aHaltLetsCancelsPassAndNothingElse() {
        venue.receives(ALICE, sells(5).at(100));
        venue.goes(Phase.HALT).emits("phase CONTINUOUS to HALT");

        refusesNewOrders("MARKET_HALTED");
        venue.amendsTotal(ALICE, 1, 4).emits("rejected MARKET_HALTED");
        venue.cancelsAll(ALICE).emits("cancelled #1 5@100 released 5 MASS_CANCEL", "mass cancelled 1 remaining 0");
    }

    @Test
    void closedLetsCancelsPassAndNothingElse() {
        venue.receives(ALICE, sells(5).at(100));
        venue.goes(Phase.CLOSED).emits("phase CONTINUOUS to CLOSED");

        refusesNewOrders("MARKET_CLOSED");
        venue.amendsTotal(ALICE, 1, 4).emits("rejected MARKET_CLOSED");
        venue.cancels(ALICE, 1).emits("cancelled #1 5@100 released 5 REQUESTED_BY_OWNER");
    }

    private void refusesNewOrders(String reason) {
        venue.receives(BOB, buys(1).at(100)).emits("rejected " + reason);
        venue.receives(BOB, buys(1)).emits("rejected " + reason);
        venue.receives(BOB, buys(1).at(100).immediateOrCancel()).emits("rejected " + reason);
        venue.receives(BOB, buys(1).at(100).fillOrKill()).emits("rejected " + reason);
        venue.receives(BOB, buys(1).at(90).postOnly()).emits("rejected " + reason);
    }

    @Test
    void afterTheCloseOrdersTradeAtTheClosingPriceAlone() {
        closesAt(100);
        venue.receives(BOB, buys(1).at(101)).emits("rejected NOT_AT_CLOSING_PRICE");
        venue.receives(BOB, buys(1)).emits("rejected NEEDS_CONTINUOUS_TRADING");
        venue.receives(BOB, buys(1).at(100).immediateOrCancel()).emits("rejected NEEDS_CONTINUOUS_TRADING");
        venue.receives(BOB, buys(1).at(100).fillOrKill()).emits("rejected NEEDS_CONTINUOUS_TRADING");

        venue.receives(ALICE, sells(3).at(100)).emits("accepted #3 sell 3@100 holds 3", "rested #3 3@100");
        venue.receives(ALICE, sells(3).at(100)).emits("accepted #4 sell 3@100 holds 3", "rested #4 3@100");
        venue.receives(BOB, buys(4).at(100))
                .emits(
                        "accepted #5 buy 4@100 holds 400",
                        "traded 3@100 for 300 #3|#5 left 0|1 released 0|0",
                        "traded 1@100 for 100 #4|#5 left 2|0 released 0|0");
        venue.cancels(ALICE, 4).emits("cancelled #4 2@100 released 2 REQUESTED_BY_OWNER");
    }

    @Test
    void afterTheCloseABetterLimitTradesAtTheClosingPriceToo() {
        venue.receives(ALICE, sells(2).at(98));
        venue.receives(ALICE, sells(1).at(105));
        venue.receives(BOB, buys(1).at(98));
        venue.receives(BOB, buys(1).at(97));
        venue.cancels(ALICE, 2);
        venue.decides(new Command.ChangeInstrument(1, 4, 1));
        closesFrom(98);

        venue.receives(BOB, buys(1).at(98))
                .emits("accepted #5 buy 1@98 holds 98", "traded 1@98 for 98 #1|#5 left 0|0 released 0|0");
    }

    @Test
    void afterTheCloseAnOrderMayBeAmendedToTheClosingPrice() {
        venue.receives(ALICE, sells(2).at(103));
        closesAt(100);

        venue.amendsPrice(ALICE, 1, 102).emits("rejected NOT_AT_CLOSING_PRICE");
        venue.receives(BOB, buys(1).at(100));
        venue.amendsPrice(ALICE, 1, 100)
                .emits(
                        "amended #1 from 2@103 to 2@100 of 2 hold 0 version 2 place lost",
                        "traded 1@100 for 100 #4|#1 left 0|1 released 0|0",
                        "rested #1 1@100");
    }

    private void closesAt(long ticks) {
        venue.receives(ALICE, sells(1).at(ticks));
        venue.receives(BOB, buys(1).at(ticks));
        closesFrom(ticks);
    }

    private void closesFrom(long ticks) {
        venue.goes(Phase.POST_CLOSE).emits("phase CONTINUOUS to POST_CLOSE");
        assertThat(venue.core().state().lastTradeTicks(1)).isEqualTo(ticks);
    }

    @Test
    void everyWayFromPhaseToPhaseIsDecided() {
        Map<Phase, Set<Phase>> ways = new EnumMap<>(Phase.class);
        Phase[] settable = {Phase.CONTINUOUS, Phase.PRE_OPEN, Phase.CALL, Phase.CANCEL_ONLY, Phase.HALT, Phase.CLOSED};
        for (Phase from : settable) ways.put(from, Set.of(settable));
        ways.put(
                Phase.CONTINUOUS,
                Set.of(Phase.PRE_OPEN, Phase.CALL, Phase.CANCEL_ONLY, Phase.HALT, Phase.POST_CLOSE, Phase.CLOSED));
        ways.put(Phase.CALL, Set.of(Phase.CONTINUOUS, Phase.CANCEL_ONLY, Phase.HALT, Phase.POST_CLOSE, Phase.CLOSED));
        ways.put(Phase.POST_CLOSE, Set.of(Phase.CANCEL_ONLY, Phase.HALT, Phase.CLOSED));
        for (Phase from : ways.keySet()) {
            for (Phase to : Phase.values()) {
                if (to == Phase.NULL_VAL) continue;
                VenueUnderTest one = VenueUnderTest.trading();
                if (from != Phase.CONTINUOUS) one.goes(from);
                one.goes(to);
                String said = one.events().get(0);
                if (from == to) assertThat(said).isEqualTo("rejected WOULD_CHANGE_NOTHING");
                else if (ways.get(from).contains(to)) assertThat(said).startsWith("phase " + from + " to ");
                else assertThat(said).as(from + " to " + to).isEqualTo("rejected PHASE_NOT_POSSIBLE");
            }
        }
    }

    @Test
    void aPhaseThatDoesNotExistIsRefused() {
        venue.decides(new Command.ChangePhase(1, 8, 0)).emits("rejected PHASE_NOT_POSSIBLE");
        venue.decides(new Command.ChangePhase(1, 255, 0)).emits("rejected PHASE_NOT_POSSIBLE");
        venue.decides(new Command.ChangePhase(2, 5, 0)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new Command.ChangePhase(1, 5, 77)).emits("phase CONTINUOUS to HALT planned 77");
    }

    @Test
    void aCrossedBookIsUncrossedOnItsWayIntoContinuousTrading() {
        venue.goes(Phase.PRE_OPEN);
        venue.receives(ALICE, sells(2).at(99));
        venue.receives(BOB, buys(3).at(99));
        venue.goes(Phase.HALT).emits("phase PRE_OPEN to HALT");

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase HALT to UNCROSS",
                        "uncrossed OPENING 2@99 buys left 1 reference 0",
                        "traded 2@99 for 198 #1|#2 left 0|1 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#2 1@99").shows(Side.SELL);
    }

    @Test
    void aHaltedMarketMayResumeThroughAnAuction() {
        venue.goes(Phase.HALT);
        venue.goes(Phase.CALL).emits("phase HALT to CALL", "call INTRADAY then CONTINUOUS");
        venue.receives(ALICE, sells(2).at(99));
        venue.receives(BOB, buys(2).at(99));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@99 reference 0",
                        "traded 2@99 for 198 #1|#2 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
    }
}
