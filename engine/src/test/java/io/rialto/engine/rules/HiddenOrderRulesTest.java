package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.hidden;
import static io.rialto.engine.rules.DisplayOrders.iceberg;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class HiddenOrderRulesTest {
    private static final int MIN_HIDDEN_LOTS = 32;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aHiddenOrderRestsByAnEventThatMarketDataNeverShows() {
        venue.decides(hidden(ALICE, sells(5).at(100)))
                .emits("accepted #1 sell 5@100 holds 5", "terms #1", "hidden #1 5@100");
    }

    @Test
    void aHiddenOrderStandsBehindAllThatIsDisplayedAtItsPrice() {
        venue.decides(hidden(ALICE, sells(5).at(100)));
        venue.receives(CAROL, sells(2).at(100));

        venue.shows(Side.SELL, "#2 2@100", "#1 5@100");
        venue.receives(BOB, buys(3).at(100))
                .emits(
                        "accepted #3 buy 3@100 holds 300",
                        "traded 2@100 for 200 #2|#3 left 0|1 released 0|0",
                        "traded 1@100 for 100 #1|#3 left 4|0 released 0|0");
    }

    @Test
    void aBetterPriceComesFirstEvenHidden() {
        venue.receives(CAROL, sells(2).at(100));
        venue.decides(hidden(ALICE, sells(5).at(99)));

        venue.receives(BOB, buys(1).at(100))
                .emits("accepted #3 buy 1@100 holds 100", "traded 1@99 for 99 #2|#3 left 4|0 released 0|1");
    }

    @Test
    void anIcebergsNextPeakComesBeforeHiddenOrders() {
        venue.decides(hidden(ALICE, sells(5).at(100)));
        venue.decides(iceberg(CAROL, sells(4).at(100), 2));

        venue.receives(BOB, buys(5).at(100))
                .emits(
                        "accepted #3 buy 5@100 holds 500",
                        "traded 2@100 for 200 #2|#3 left 2|3 released 0|0",
                        "displayed #2 as #4 2@100 of 2",
                        "traded 2@100 for 200 #2|#3 left 0|1 released 0|0",
                        "traded 1@100 for 100 #1|#3 left 4|0 released 0|0");
    }

    @Test
    void hiddenOrdersAmongThemselvesTradeByTime() {
        venue.decides(hidden(ALICE, sells(5).at(100)));
        venue.decides(hidden(CAROL, sells(5).at(100)));

        venue.receives(BOB, buys(1).at(100))
                .emits("accepted #3 buy 1@100 holds 100", "traded 1@100 for 100 #1|#3 left 4|0 released 0|0");
    }

    @Test
    void aHiddenOrderCountsForFillOrKillAndAgainstPostOnly() {
        venue.decides(hidden(ALICE, sells(5).at(100)));

        venue.receives(BOB, buys(1).at(100).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");
        venue.receives(BOB, buys(5).at(100).fillOrKill())
                .emits("accepted #2 buy 5@100 holds 500", "traded 5@100 for 500 #1|#2 left 0|0 released 0|0");
    }

    @Test
    void aHiddenOrderHasTheInstrumentsSmallestSize() {
        venue.decides(new Command.ChangeInstrument(1, MIN_HIDDEN_LOTS, 5));

        venue.decides(hidden(ALICE, sells(4).at(100))).emits("rejected HIDDEN_BELOW_MINIMUM");
        venue.decides(hidden(ALICE, sells(5).at(100)));
        venue.amendsTotal(ALICE, 1, 4).emits("rejected HIDDEN_BELOW_MINIMUM");
    }

    @Test
    void anAmendedPriceHidesItAgainAtTheBack() {
        venue.decides(hidden(ALICE, sells(5).at(100)));

        venue.amendsPrice(ALICE, 1, 101)
                .emits("amended #1 from 5@100 to 5@101 of 5 hold 0 version 2 place lost", "hidden #1 5@101");
    }
}
