package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.hidden;
import static io.rialto.engine.rules.DisplayOrders.iceberg;
import static io.rialto.engine.rules.DisplayOrders.special;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_NEWEST;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;
import static io.rialto.protocol.SelfTradePrevention.DECREMENT;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class IcebergRulesTest {
    private static final int MIN_DISPLAY_BPS = 30;
    private static final int MIN_DISPLAY_LOTS = 31;
    private static final int DISPLAY_SEED = 33;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void anIcebergShowsItsPeakAndHoldsForAllOfIt() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3))
                .emits("accepted #1 sell 10@100 holds 10", "terms #1", "displayed #1 as #1 3@100 of 10");
        venue.has(ALICE, BASE, WEALTH, 10);
    }

    @Test
    void theNextPeakGoesToTheBackUnderANewPublicNumber() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));

        venue.receives(BOB, buys(3).at(100))
                .emits(
                        "accepted #3 buy 3@100 holds 300",
                        "traded 3@100 for 300 #1|#3 left 7|0 released 0|0",
                        "displayed #1 as #4 3@100 of 7");
        venue.shows(Side.SELL, "#2 2@100", "#1 7@100");
    }

    @Test
    void aPeakThatIsPartlyTakenKeepsItsPlace() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));
        venue.receives(BOB, buys(1).at(100))
                .emits("accepted #3 buy 1@100 holds 100", "traded 1@100 for 100 #1|#3 left 9|0 released 0|0");

        venue.shows(Side.SELL, "#1 9@100", "#2 2@100");
    }

    @Test
    void oneAggressorTakesPeakAfterPeakAmongTheOthers() {
        venue.decides(iceberg(ALICE, sells(7).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));

        venue.receives(BOB, buys(9).at(100))
                .emits(
                        "accepted #3 buy 9@100 holds 900",
                        "traded 3@100 for 300 #1|#3 left 4|6 released 0|0",
                        "displayed #1 as #4 3@100 of 4",
                        "traded 2@100 for 200 #2|#3 left 0|4 released 0|0",
                        "traded 3@100 for 300 #1|#3 left 1|1 released 0|0",
                        "displayed #1 as #5 1@100 of 1",
                        "traded 1@100 for 100 #1|#3 left 0|0 released 0|0");
    }

    @Test
    void theReserveCountsForAFillOrKill() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));

        venue.receives(BOB, buys(11).at(100).fillOrKill())
                .emits("accepted #2 buy 11@100 holds 0", "expired #2 11@100 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(10).at(100).fillOrKill());
        venue.shows(Side.SELL);
    }

    @Test
    void aFillOrKillThatMeetsAnOwnOrderBetweenPeaksIsInfeasible() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(BOB, sells(1).at(100));

        venue.receives(BOB, buys(4).at(100).prevents(CANCEL_NEWEST).fillOrKill())
                .emits("accepted #3 buy 4@100 holds 0", "expired #3 4@100 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(3).at(100).prevents(CANCEL_NEWEST).fillOrKill())
                .emits(
                        "accepted #4 buy 3@100 holds 300",
                        "traded 3@100 for 300 #1|#4 left 7|0 released 0|0",
                        "displayed #1 as #5 3@100 of 7");
    }

    @Test
    void aSelfTradePreventedTakesTheReserveAlong() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));

        venue.receives(ALICE, buys(4).at(100).prevents(CANCEL_OLDEST))
                .emits(
                        "accepted #2 buy 4@100 holds 400",
                        "prevented 4@100 #1|#2 left 10|4 released 0|0 CANCEL_OLDEST",
                        "expired #1 10@100 released 10 SELF_TRADE_PREVENTED from the book",
                        "rested #2 4@100");
    }

    @Test
    void decrementCountsTheReserveAndTakesOfThePeakFirst() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));

        venue.receives(ALICE, buys(4).at(100).prevents(DECREMENT))
                .emits(
                        "accepted #3 buy 4@100 holds 400",
                        "prevented 4@100 #1|#3 left 6|0 released 4|400 DECREMENT",
                        "displayed #1 as #4 3@100 of 6",
                        "expired #3 0@100 released 0 SELF_TRADE_PREVENTED");
    }

    @Test
    void anAmountBuysFromEachPeakInTurn() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));

        venue.receives(BOB, buysFor(450))
                .emits(
                        "accepted #2 buy 0@0 holds 450",
                        "traded 3@100 for 300 #1|#2 left 7|0 released 0|0",
                        "displayed #1 as #3 3@100 of 7",
                        "traded 1@100 for 100 #1|#2 left 6|0 released 0|0",
                        "expired #2 0@0 released 50 AMOUNT_EXHAUSTED");
    }

    @Test
    void aSmallerPeakKeepsThePlaceAndCountsFromTheNextOne() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));

        venue.decides(new Command.AmendDisplay(ALICE, venue.order(1), 2))
                .emits("display of #1 from 3 to 2 version 2 place kept");
        venue.receives(BOB, buys(3).at(100))
                .emits(
                        "accepted #3 buy 3@100 holds 300",
                        "traded 3@100 for 300 #1|#3 left 7|0 released 0|0",
                        "displayed #1 as #4 2@100 of 7");
    }

    @Test
    void aLargerPeakIsShownAtOnceAtTheBack() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));

        venue.decides(new Command.AmendDisplay(ALICE, venue.order(1), 5))
                .emits("display of #1 from 3 to 5 version 2 place lost", "displayed #1 as #3 5@100 of 10");
        venue.shows(Side.SELL, "#2 2@100", "#1 10@100");
    }

    @Test
    void whatCannotBeShownIsNoAmend() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(ALICE, sells(2).at(100));

        venue.decides(new Command.AmendDisplay(ALICE, venue.order(1), 3)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new Command.AmendDisplay(ALICE, venue.order(1), 0)).emits("rejected DISPLAY_ABOVE_QUANTITY");
        venue.decides(new Command.AmendDisplay(ALICE, venue.order(1), 11)).emits("rejected DISPLAY_ABOVE_QUANTITY");
        venue.decides(new Command.AmendDisplay(ALICE, venue.order(2), 1)).emits("rejected NOT_AN_ICEBERG");
        venue.decides(new Command.AmendDisplay(BOB, venue.order(1), 1)).emits("rejected UNKNOWN_ORDER");
    }

    @Test
    void lessQuantityShowsNoMoreThanIsOpen() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3));
        venue.receives(CAROL, sells(2).at(100));
        venue.amendsTotal(ALICE, 1, 2).emits("amended #1 from 10@100 to 2@100 of 2 hold -8 version 2 place kept");

        venue.receives(BOB, buys(3).at(100))
                .emits(
                        "accepted #3 buy 3@100 holds 300",
                        "traded 2@100 for 200 #1|#3 left 0|1 released 0|0",
                        "traded 1@100 for 100 #2|#3 left 1|0 released 0|0");
    }

    @Test
    void anIcebergShowsWhatTheInstrumentAsksFor() {
        venue.decides(new Command.ChangeInstrument(1, MIN_DISPLAY_LOTS, 2))
                .decides(new Command.ChangeInstrument(1, MIN_DISPLAY_BPS, 2_500));

        venue.decides(iceberg(ALICE, sells(3).at(100), 1)).emits("rejected DISPLAY_BELOW_MINIMUM");
        venue.decides(iceberg(ALICE, sells(9).at(100), 2)).emits("rejected DISPLAY_BELOW_RATIO");
        venue.decides(iceberg(ALICE, sells(8).at(100), 2))
                .emits("accepted #1 sell 8@100 holds 8", "terms #1", "displayed #1 as #1 2@100 of 8");
        venue.amendsTotal(ALICE, 1, 9).emits("rejected DISPLAY_BELOW_RATIO");
    }

    @Test
    void aPeakIsBetweenOneLotAndTheQuantityWithItsRange() {
        venue.decides(new Command.ChangeInstrument(1, DISPLAY_SEED, 7));

        venue.decides(iceberg(ALICE, sells(5).at(100), 6)).emits("rejected DISPLAY_ABOVE_QUANTITY");
        venue.decides(iceberg(ALICE, sells(5).at(100), -1)).emits("rejected DISPLAY_ABOVE_QUANTITY");
        venue.decides(iceberg(ALICE, sells(5).at(100), 2, 2)).emits("rejected DISPLAY_ABOVE_QUANTITY");
        venue.decides(iceberg(ALICE, sells(5).at(100), 4, 2)).emits("rejected DISPLAY_ABOVE_QUANTITY");
    }

    @Test
    void aPeakWithARangeNeedsASeedToDrawFrom() {
        venue.decides(iceberg(ALICE, sells(10).at(100), 3, 1)).emits("rejected DISPLAY_SEED_MISSING");
    }

    @Test
    void whoeverKnowsTheSeedCanCheckEveryDraw() {
        venue.decides(new Command.ChangeInstrument(1, DISPLAY_SEED, 0));
        venue.decides(iceberg(ALICE, sells(30).at(100), 5, 2));

        // SplitMix64 of seed 0 begins E220A8397B1DCDAF, 6E789E6AA1B965F4, 06C45D188009454F; half of each modulo 5: 2,
        // 0, 4.
        venue.receives(BOB, buys(19).at(100))
                .emits(
                        "accepted #2 buy 19@100 holds 1900",
                        "traded 5@100 for 500 #1|#2 left 25|14 released 0|0",
                        "displayed #1 as #3 5@100 of 25",
                        "traded 5@100 for 500 #1|#2 left 20|9 released 0|0",
                        "displayed #1 as #4 3@100 of 20",
                        "traded 3@100 for 300 #1|#2 left 17|6 released 0|0",
                        "displayed #1 as #5 7@100 of 17",
                        "traded 6@100 for 600 #1|#2 left 11|0 released 0|0");
    }

    @Test
    void whatCanNeverRestHasNothingToShow() {
        venue.decides(iceberg(ALICE, sells(5).at(100).immediateOrCancel(), 2)).emits("rejected DISPLAY_MUST_REST");
        venue.decides(iceberg(ALICE, sells(5).at(100).fillOrKill(), 2)).emits("rejected DISPLAY_MUST_REST");
        venue.decides(iceberg(ALICE, sells(5), 2)).emits("rejected DISPLAY_MUST_REST");
        venue.decides(hidden(ALICE, sells(5).at(100).immediateOrCancel())).emits("rejected DISPLAY_MUST_REST");
    }

    @Test
    void anOrderShowsAPeakOrNothingAndTradesInPeaksOrInOne() {
        venue.decides(special(ALICE, sells(5).at(100), 2, 0, 0, 1, 0)).emits("rejected HIDDEN_WITH_PEAK");
        venue.decides(special(ALICE, sells(5).at(100), 2, 0, 3, 0, 0)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
        venue.decides(special(ALICE, sells(5).at(100), 2, 0, 0, 0, 1)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
        venue.decides(special(ALICE, sells(5).at(100), 0, 1, 0, 0, 0)).emits("rejected PEAK_MISSING");
    }
}
