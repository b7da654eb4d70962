package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.allOrNone;
import static io.rialto.engine.rules.DisplayOrders.atLeast;
import static io.rialto.engine.rules.DisplayOrders.special;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;

import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class LeastQuantityRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void anOrderTakesItsLeastQuantityTogetherOrNothingYet() {
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(CAROL, sells(1).at(101));

        venue.decides(atLeast(BOB, buys(5).at(101), 4))
                .emits("accepted #3 buy 5@101 holds 505", "terms #3", "rested #3 5@101");
        venue.decides(atLeast(BOB, buys(5).at(101), 3))
                .emits(
                        "accepted #4 buy 5@101 holds 505",
                        "terms #4",
                        "traded 2@100 for 200 #1|#4 left 0|3 released 0|2",
                        "traded 1@101 for 101 #2|#4 left 0|2 released 0|0",
                        "rested #4 2@101");
    }

    @Test
    void anImmediateOrderWithoutItsLeastQuantityExpires() {
        venue.receives(ALICE, sells(2).at(100));

        venue.decides(atLeast(BOB, buys(5).at(100).immediateOrCancel(), 3))
                .emits(
                        "accepted #2 buy 5@100 holds 500",
                        "terms #2",
                        "expired #2 5@100 released 500 MINIMUM_NOT_AVAILABLE");
    }

    @Test
    void aRestingOrderIsPassedOverBySmallerOnesAndKeepsItsPlace() {
        venue.decides(allOrNone(ALICE, sells(5).at(100)));
        venue.receives(CAROL, sells(5).at(100));

        venue.receives(BOB, buys(4).at(100))
                .emits("accepted #3 buy 4@100 holds 400", "traded 4@100 for 400 #2|#3 left 1|0 released 0|0");
        venue.shows(Side.SELL, "#1 5@100", "#2 1@100");
        venue.receives(BOB, buys(5).at(100))
                .emits("accepted #4 buy 5@100 holds 500", "traded 5@100 for 500 #1|#4 left 0|0 released 0|0");
    }

    @Test
    void aRestingOrderTradesNoLessThanItsLeastQuantityAtOnce() {
        venue.decides(atLeast(ALICE, sells(5).at(100), 3));

        venue.receives(BOB, buys(3).at(100))
                .emits("accepted #2 buy 3@100 holds 300", "traded 3@100 for 300 #1|#2 left 2|0 released 0|0");
        venue.receives(BOB, buys(1).at(100)).emits("accepted #3 buy 1@100 holds 100", "rested #3 1@100");
        venue.receives(BOB, buys(2).at(100))
                .emits("accepted #4 buy 2@100 holds 200", "traded 2@100 for 200 #1|#4 left 0|0 released 0|0");
    }

    @Test
    void whatStandsAcrossAnOrderOfLeastQuantityNeverBecomesTheAggressor() {
        venue.decides(allOrNone(ALICE, sells(5).at(100)));
        venue.receives(BOB, buys(4).at(101)).emits("accepted #2 buy 4@101 holds 404", "rested #2 4@101");
        venue.receives(CAROL, buys(1).at(100)).emits("accepted #3 buy 1@100 holds 100", "rested #3 1@100");

        venue.shows(Side.BUY, "#2 4@101", "#3 1@100").shows(Side.SELL, "#1 5@100");
        venue.receives(CAROL, sells(2).at(99))
                .emits("accepted #4 sell 2@99 holds 2", "traded 2@101 for 202 #2|#4 left 2|0 released 0|0");
    }

    @Test
    void aFillOrKillIsNotFilledByWhatItIsTooSmallFor() {
        venue.decides(allOrNone(ALICE, sells(5).at(100)));

        venue.receives(BOB, buys(4).at(100).fillOrKill())
                .emits("accepted #2 buy 4@100 holds 0", "expired #2 4@100 released 0 FILL_OR_KILL");
    }

    @Test
    void anOrderThatWouldBePassedOverStillStandsAgainstPostOnly() {
        venue.decides(allOrNone(ALICE, sells(5).at(100)));

        venue.receives(BOB, buys(4).at(100).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");
    }

    @Test
    void allOrNoneTakesAllAtOnceOrWaits() {
        venue.receives(ALICE, sells(3).at(100));
        venue.decides(allOrNone(BOB, buys(5).at(100)))
                .emits("accepted #2 buy 5@100 holds 500", "terms #2", "rested #2 5@100");

        venue.receives(CAROL, sells(5).at(100))
                .emits("accepted #3 sell 5@100 holds 5", "traded 5@100 for 500 #2|#3 left 0|0 released 0|0");
    }

    @Test
    void theLeastQuantityIsWithinTheQuantity() {
        venue.decides(atLeast(BOB, buys(5).at(100), 6)).emits("rejected MINIMUM_ABOVE_QUANTITY");
        venue.decides(atLeast(BOB, buys(5).at(100), -1)).emits("rejected MINIMUM_ABOVE_QUANTITY");
    }

    @Test
    void aLeastQuantityStandsWithNeitherFillOrKillNorMarketNorAllOrNone() {
        venue.decides(atLeast(BOB, buys(5).at(100).fillOrKill(), 3)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
        venue.decides(allOrNone(BOB, buys(5).at(100).fillOrKill())).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
        venue.decides(atLeast(BOB, buys(5), 3)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
        venue.decides(special(BOB, buys(5).at(100), 0, 0, 3, 0, 1)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
    }
}
