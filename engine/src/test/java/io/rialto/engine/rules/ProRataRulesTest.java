package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.allOrNone;
import static io.rialto.engine.rules.DisplayOrders.hidden;
import static io.rialto.engine.rules.DisplayOrders.iceberg;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class ProRataRulesTest {
    private static final int ALGORITHM = 34;
    private static final int MIN_SHARE = 35;
    private static final int FIFO_SHARE = 36;
    private static final int TOP_MIN = 37;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void theOrdersAtAPriceShareBySize() {
        shares(MIN_SHARE, 2);
        for (int lots : new int[] {5, 9, 57, 4, 28, 300})
            venue.receives(ALICE, sells(lots).at(100));

        venue.receives(BOB, buys(50).at(100))
                .emits(
                        "accepted #7 buy 50@100 holds 5000",
                        "traded 3@100 for 300 #1|#7 left 2|47 released 0|0",
                        "traded 7@100 for 700 #3|#7 left 50|40 released 0|0",
                        "traded 3@100 for 300 #5|#7 left 25|37 released 0|0",
                        "traded 37@100 for 3700 #6|#7 left 263|0 released 0|0");
        venue.shows(Side.SELL, "#1 2@100", "#2 9@100", "#3 50@100", "#4 4@100", "#5 25@100", "#6 263@100");
    }

    @Test
    void whoTakesAllAtAPriceFillsItByTime() {
        shares();
        venue.receives(ALICE, sells(10).at(100)).receives(CAROL, sells(40).at(100));

        venue.receives(BOB, buys(60).at(100))
                .emits(
                        "accepted #3 buy 60@100 holds 6000",
                        "traded 10@100 for 1000 #1|#3 left 0|50 released 0|0",
                        "traded 40@100 for 4000 #2|#3 left 0|10 released 0|0",
                        "rested #3 10@100");
    }

    @Test
    void onlyWhatIsDisplayedCounts() {
        shares();
        venue.decides(iceberg(ALICE, sells(90).at(100), 10))
                .receives(CAROL, sells(10).at(100));

        venue.receives(BOB, buys(10).at(100))
                .emits(
                        "accepted #3 buy 10@100 holds 1000",
                        "traded 5@100 for 500 #1|#3 left 85|5 released 0|0",
                        "traded 5@100 for 500 #2|#3 left 5|0 released 0|0");
    }

    @Test
    void nextPeaksShareOnceAllThatWasDisplayedIsTaken() {
        shares();
        venue.decides(iceberg(ALICE, sells(30).at(100), 10))
                .decides(iceberg(CAROL, sells(60).at(100), 20));

        venue.receives(BOB, buys(45).at(100))
                .emits(
                        "accepted #3 buy 45@100 holds 4500",
                        "traded 10@100 for 1000 #1|#3 left 20|35 released 0|0",
                        "displayed #1 as #4 10@100 of 20",
                        "traded 20@100 for 2000 #2|#3 left 40|15 released 0|0",
                        "displayed #2 as #5 20@100 of 40",
                        "traded 5@100 for 500 #1|#3 left 15|10 released 0|0",
                        "traded 10@100 for 1000 #2|#3 left 30|0 released 0|0");
    }

    @Test
    void hiddenOrdersAndLeastQuantitiesFollowByTime() {
        shares();
        venue.decides(hidden(ALICE, sells(10).at(100)));
        venue.decides(allOrNone(CAROL, sells(5).at(100)));
        venue.receives(CAROL, sells(4).at(100));

        venue.receives(BOB, buys(12).at(100))
                .emits(
                        "accepted #4 buy 12@100 holds 1200",
                        "traded 4@100 for 400 #3|#4 left 0|8 released 0|0",
                        "traded 5@100 for 500 #2|#4 left 0|3 released 0|0",
                        "traded 3@100 for 300 #1|#4 left 7|0 released 0|0");
    }

    @Test
    void theOrderThatBettersItsSideTradesFirst() {
        shares(TOP_MIN, 5);
        venue.receives(ALICE, sells(50).at(101));
        venue.receives(CAROL, sells(10).at(100)).receives(ALICE, sells(90).at(100));

        venue.receives(BOB, buys(20).at(100))
                .emits(
                        "accepted #4 buy 20@100 holds 2000",
                        "traded 10@100 for 1000 #2|#4 left 0|10 released 0|0",
                        "traded 10@100 for 1000 #3|#4 left 80|0 released 0|0");
    }

    @Test
    void anotherOneThatBettersTheSideEndsItsTime() {
        shares(TOP_MIN, 5);
        venue.receives(CAROL, sells(10).at(100)).receives(ALICE, sells(90).at(100));
        venue.receives(ALICE, sells(1).at(99)).cancels(ALICE, 3);

        venue.receives(BOB, buys(20).at(100))
                .emits(
                        "accepted #4 buy 20@100 holds 2000",
                        "traded 2@100 for 200 #1|#4 left 8|18 released 0|0",
                        "traded 18@100 for 1800 #2|#4 left 72|0 released 0|0");
    }

    @Test
    void aTopOrderThatMovesBackIsNoTopOrder() {
        shares(TOP_MIN, 5);
        venue.receives(CAROL, sells(10).at(100)).receives(ALICE, sells(80).at(100));
        venue.amendsTotal(CAROL, 1, 20);

        venue.receives(BOB, buys(20).at(100))
                .emits(
                        "accepted #3 buy 20@100 holds 2000",
                        "traded 16@100 for 1600 #2|#3 left 64|4 released 0|0",
                        "traded 4@100 for 400 #1|#3 left 16|0 released 0|0");
    }

    @Test
    void aLeadMarketMakerTakesItsPartFirst() {
        shares();
        venue.decides(new Command.AssignLead(1, CAROL, 5_000)).emits("lead 102 from 0 to 5000");
        venue.receives(ALICE, sells(90).at(100)).receives(CAROL, sells(20).at(100));

        venue.receives(BOB, buys(20).at(100))
                .emits(
                        "accepted #3 buy 20@100 holds 2000",
                        "traded 9@100 for 900 #1|#3 left 81|11 released 0|0",
                        "traded 11@100 for 1100 #2|#3 left 9|0 released 0|0");
    }

    @Test
    void aPartByTimeComesFirst() {
        shares(FIFO_SHARE, 5_000);
        venue.receives(ALICE, sells(10).at(100)).receives(CAROL, sells(30).at(100));

        venue.receives(BOB, buys(20).at(100))
                .emits(
                        "accepted #3 buy 20@100 holds 2000",
                        "traded 10@100 for 1000 #1|#3 left 0|10 released 0|0",
                        "traded 10@100 for 1000 #2|#3 left 20|0 released 0|0");
    }

    @Test
    void ownOrdersAtThePriceAreMetBeforeTheShares() {
        shares();
        venue.receives(ALICE, sells(10).at(100)).receives(BOB, sells(30).at(100));

        venue.receives(BOB, buys(5).at(100).prevents(CANCEL_OLDEST))
                .emits(
                        "accepted #3 buy 5@100 holds 500",
                        "prevented 5@100 #2|#3 left 30|5 released 0|0 CANCEL_OLDEST",
                        "expired #2 30@100 released 30 SELF_TRADE_PREVENTED from the book",
                        "traded 5@100 for 500 #1|#3 left 5|0 released 0|0");
    }

    @Test
    void anAmountThatIsSharedOutBuysNoMore() {
        shares();
        venue.receives(ALICE, sells(10).at(100)).receives(CAROL, sells(30).at(100));

        venue.receives(BOB, buysFor(850))
                .emits(
                        "accepted #3 buy 0@0 holds 850",
                        "traded 2@100 for 200 #1|#3 left 8|0 released 0|0",
                        "traded 6@100 for 600 #2|#3 left 24|0 released 0|0",
                        "expired #3 0@0 released 50 AMOUNT_EXHAUSTED");
    }

    @Test
    void theRulesOfSharingChangeBetweenSessionsAlone() {
        shares();
        venue.receives(ALICE, sells(10).at(100));

        venue.decides(new Command.ChangeInstrument(1, ALGORITHM, 0)).emits("rejected ALLOCATION_WITHIN_SESSION");
        venue.decides(new Command.ChangeInstrument(1, FIFO_SHARE, 10)).emits("rejected ALLOCATION_WITHIN_SESSION");
        venue.decides(new Command.AssignLead(1, BOB, 10)).emits("rejected ALLOCATION_WITHIN_SESSION");
        venue.decides(new Command.ChangeInstrument(1, ALGORITHM, 2)).emits("rejected INVALID_PARAMETER");
    }

    @Test
    void aClosedMarketMaySwitchAndItsOrdersStay() {
        venue.receives(ALICE, sells(10).at(100)).receives(CAROL, sells(30).at(100));
        venue.decides(new Command.ChangePhase(1, Phase.CLOSED.value(), 0));
        venue.decides(new Command.ChangeInstrument(1, ALGORITHM, 1)).emits("changed MATCHING_ALGORITHM from none to 1");
        venue.decides(new Command.ChangePhase(1, Phase.PRE_OPEN.value(), 0));
        venue.decides(new Command.ChangeInstrument(1, FIFO_SHARE, 10_000))
                .emits("changed FIFO_SHARE_BPS from none to 10000");
        venue.decides(new Command.ChangeInstrument(1, FIFO_SHARE, Command.NULL));
        venue.decides(new Command.ChangePhase(1, Phase.CONTINUOUS.value(), 0));

        venue.receives(BOB, buys(4).at(100))
                .emits(
                        "accepted #3 buy 4@100 holds 400",
                        "traded 1@100 for 100 #1|#3 left 9|3 released 0|0",
                        "traded 3@100 for 300 #2|#3 left 27|0 released 0|0");
    }

    @Test
    void leadMarketMakersShareAtMostAll() {
        venue.decides(new Command.AssignLead(1, CAROL, 6_000)).emits("lead 102 from 0 to 6000");

        venue.decides(new Command.AssignLead(1, BOB, 4_001)).emits("rejected INVALID_PARAMETER");
        venue.decides(new Command.AssignLead(1, BOB, 4_000)).emits("lead 101 from 0 to 4000");
        venue.decides(new Command.AssignLead(1, CAROL, 0)).emits("lead 102 from 6000 to 0");
        venue.decides(new Command.AssignLead(1, CAROL, 0)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new Command.AssignLead(2, CAROL, 1)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new Command.AssignLead(1, 999, 1)).emits("rejected UNKNOWN_ACCOUNT");
    }

    private void shares() {
        venue.decides(new Command.ChangeInstrument(1, ALGORITHM, 1));
    }

    private void shares(int parameter, long value) {
        shares();
        venue.decides(new Command.ChangeInstrument(1, parameter, value));
    }
}
