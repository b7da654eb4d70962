package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class PriceTimePriorityRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void theAggressorTradesAtTheRestingPrice() {
        venue.receives(ALICE, sells(5).at(101));

        venue.receives(BOB, buys(3).at(103))
                .emits("accepted #2 buy 3@103 holds 309", "traded 3@101 for 303 #1|#2 left 2|0 released 0|6");
        venue.shows(Side.SELL, "#1 2@101").shows(Side.BUY);
        venue.has(BOB, QUOTE, WEALTH - 303, 0).has(BOB, BASE, WEALTH + 3, 0);
        venue.has(ALICE, QUOTE, WEALTH + 303, 0).has(ALICE, BASE, WEALTH - 3, 2);
    }

    @Test
    void theBetterPriceTradesFirst() {
        venue.receives(ALICE, sells(1).at(103));
        venue.receives(ALICE, sells(1).at(101));
        venue.receives(ALICE, sells(1).at(102));

        venue.receives(BOB, buys(3).at(102))
                .emits(
                        "accepted #4 buy 3@102 holds 306",
                        "traded 1@101 for 101 #2|#4 left 0|2 released 0|1",
                        "traded 1@102 for 102 #3|#4 left 0|1 released 0|0",
                        "rested #4 1@102");
    }

    @Test
    void atOnePriceTheOlderTradesFirst() {
        venue.receives(ALICE, buys(2).at(100));
        venue.receives(CAROL, buys(2).at(100));

        venue.receives(BOB, sells(3).at(99))
                .emits(
                        "accepted #3 sell 3@99 holds 3",
                        "traded 2@100 for 200 #1|#3 left 0|1 released 0|0",
                        "traded 1@100 for 100 #2|#3 left 1|0 released 0|0");
    }

    @Test
    void aPartialFillKeepsItsPlace() {
        venue.receives(ALICE, buys(5).at(100));
        venue.receives(CAROL, buys(5).at(100));
        venue.receives(BOB, sells(2).at(100));

        venue.shows(Side.BUY, "#1 3@100", "#2 5@100");
    }

    @Test
    void whatIsLeftOfALimitOrderRestsAtItsPrice() {
        venue.receives(ALICE, sells(2).at(100));

        venue.receives(BOB, buys(5).at(101))
                .emits(
                        "accepted #2 buy 5@101 holds 505",
                        "traded 2@100 for 200 #1|#2 left 0|3 released 0|2",
                        "rested #2 3@101");
        venue.has(BOB, QUOTE, WEALTH - 200, 303);
    }

    @Test
    void anOrderIsCancelledByItsOwnerAlone() {
        venue.receives(ALICE, buys(5).at(100));

        venue.cancels(BOB, 1).emits("rejected UNKNOWN_ORDER");
        venue.cancels(ALICE, 2).emits("rejected UNKNOWN_ORDER");
        venue.cancels(ALICE, 1).emits("cancelled #1 5@100 released 500 REQUESTED_BY_OWNER");
        venue.cancels(ALICE, 1).emits("rejected UNKNOWN_ORDER");
        venue.has(ALICE, QUOTE, WEALTH, 0).shows(Side.BUY);
    }
}
