package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.TriggerRulesTest.lastTradeAt;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that wait for a price and have a time in force, or a size, of their own. The last trade is at 100. */
class TriggeredTermsRulesTest {
    private static final long NOW = 1_000;

    private final VenueUnderTest venue = lastTradeAt(100);

    @Test
    void aStopForTheDayEndsWithItWhileItWaits() {
        venue.decides(sells(3).stop(95).until(TimeInForce.DAY, ALICE))
                .emits("accepted #3 sell 3@0 holds 3", "terms #3 trigger 95 LAST", "parked #3 for TRIGGER");

        venue.goes(Phase.CLOSED).emits("phase CONTINUOUS to CLOSED", "expired #3 3@0 released 3 SESSION_CLOSED");
        venue.has(ALICE, BASE, WEALTH, 0);
    }

    @Test
    void anElectedOrderKeepsItsTimeInForce() {
        venue.decides(sells(3).stopLimit(95, 94).until(TimeInForce.DAY, ALICE));
        venue.receives(BOB, buys(1).at(95));
        venue.receives(CAROL, sells(1).at(95));
        venue.shows(Side.SELL, "#3 3@94");

        venue.goes(Phase.CLOSED)
                .emits("phase CONTINUOUS to CLOSED", "expired #3 3@94 released 3 SESSION_CLOSED from the book");
    }

    @Test
    void aWaitingGtdOrderEndsBeforeTheFirstCommandAtItsTime() {
        venue.decides(buys(2).stopLimit(105, 106).untilTime(NOW + 50, ALICE));
        venue.decides(buys(2).trailing(3).untilTime(NOW + 60, ALICE));
        venue.receives(BOB, sells(9).at(105));

        venue.after(50)
                .receives(CAROL, buys(1).at(105))
                .emits(
                        "expired #3 2@106 released 212 TIME_EXPIRED",
                        "accepted #6 buy 1@105 holds 105",
                        "traded 1@105 for 105 #5|#6 left 8|0 released 0|0",
                        "triggered #4 at 103 by 105: 2@0 hold +4",
                        "traded 2@105 for 210 #5|#4 left 6|0 released 0|0");
        venue.after(10).decides(new Command.Tick()).emits();
        venue.decides(buys(2).stop(200).untilTime(NOW + 60, ALICE)).emits("rejected EXPIRE_TIME_PASSED");
    }

    @Test
    void anOrderForContinuousTradingStopsWaitingWhenThatEnds() {
        venue.decides(buys(2).stop(105).until(TimeInForce.GOOD_FOR_CONTINUOUS, ALICE));

        venue.goes(Phase.CALL)
                .emits(
                        "phase CONTINUOUS to CALL",
                        "call INTRADAY then CONTINUOUS",
                        "expired #3 2@0 released 210 CONTINUOUS_TRADING_ENDED");
        venue.decides(buys(2).stop(105).until(TimeInForce.GOOD_FOR_CONTINUOUS, ALICE))
                .emits("rejected NEEDS_CONTINUOUS_TRADING");
    }

    @Test
    void noTriggeredOrderIsForAnAuction() {
        venue.goes(Phase.CALL);
        for (TimeInForce auction : List.of(TimeInForce.AT_OPEN, TimeInForce.AT_CLOSE, TimeInForce.GOOD_FOR_AUCTION)) {
            venue.decides(buys(2).stopLimit(105, 106).until(auction, ALICE)).emits("rejected TRIGGER_NOT_FOR_AUCTION");
        }
    }

    @Test
    void anIcebergShowsItsFirstPeakWhenItIsElected() {
        venue.decides(DisplayOrders.iceberg(ALICE, buys(9).stopLimit(105, 106), 2))
                .emits("accepted #3 buy 9@106 holds 954", "terms #3 trigger 105 LAST", "parked #3 for TRIGGER");
        venue.receives(BOB, sells(5).at(105));

        venue.receives(CAROL, buys(1).at(105))
                .emits(
                        "accepted #5 buy 1@105 holds 105",
                        "traded 1@105 for 105 #4|#5 left 4|0 released 0|0",
                        "triggered #3 at 105 by 105: 9@106 hold 0",
                        "traded 4@105 for 420 #4|#3 left 0|5 released 0|4",
                        "displayed #3 as #3 2@106 of 5");
        venue.has(ALICE, QUOTE, WEALTH - 420, 530);
        venue.decides(DisplayOrders.iceberg(ALICE, buys(9).stop(110), 2)).emits("rejected DISPLAY_MUST_REST");
        venue.decides(DisplayOrders.iceberg(ALICE, buys(9).stopLimit(110, 110), 10))
                .emits("rejected DISPLAY_ABOVE_QUANTITY");
    }

    @Test
    void aHiddenOrderIsHiddenOnceItIsElected() {
        venue.decides(DisplayOrders.hidden(ALICE, sells(4).takeProfitLimit(105, 107)));
        venue.receives(BOB, sells(1).at(105));

        venue.receives(CAROL, buys(1).at(105))
                .emits(
                        "accepted #5 buy 1@105 holds 105",
                        "traded 1@105 for 105 #4|#5 left 0|0 released 0|0",
                        "triggered #3 at 105 by 105: 4@107 hold 0",
                        "hidden #3 4@107");
    }

    @Test
    void anElectedOrderTakesItsLeastQuantityOrRestsUntouched() {
        venue.decides(DisplayOrders.atLeast(ALICE, buys(5).stopLimit(105, 106), 3));
        venue.decides(DisplayOrders.allOrNone(ALICE, buys(2).stopLimit(105, 106)));
        venue.decides(DisplayOrders.atLeast(ALICE, buys(9).stopLimit(105, 106).immediateOrCancel(), 9));
        venue.receives(BOB, sells(3).at(105));

        venue.receives(CAROL, buys(1).at(105))
                .emits(
                        "accepted #7 buy 1@105 holds 105",
                        "traded 1@105 for 105 #6|#7 left 2|0 released 0|0",
                        "triggered #3 at 105 by 105: 5@106 hold 0",
                        "rested #3 5@106",
                        "triggered #4 at 105 by 105: 2@106 hold 0",
                        "traded 2@105 for 210 #6|#4 left 0|0 released 0|2",
                        "triggered #5 at 105 by 105: 9@106 hold 0",
                        "expired #5 9@106 released 954 MINIMUM_NOT_AVAILABLE");
        venue.decides(DisplayOrders.allOrNone(ALICE, buys(2).stop(110))).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
    }

    @Test
    void theLegOfAListThatEndsWithTheDayEndsTheList() {
        Command leg = sells(2).stop(95).until(TimeInForce.DAY, ALICE);
        venue.decides(new Command.NewOrderList(
                ALICE,
                ListKind.OCO.value(),
                ChildPolicy.NONE.value(),
                0,
                List.of(leg, sells(2).at(105).by(ALICE, 1))));

        venue.goes(Phase.CLOSED)
                .emits(
                        "phase CONTINUOUS to CLOSED",
                        "expired #3 2@0 released 0 SESSION_CLOSED",
                        "cancelled #4 2@105 released 2 OTHER_LEG_DONE",
                        "list 1 ended OTHER_LEG_DONE");
    }

    @Test
    void aChildWhoseTimeIsOverBeforeItStartsEnds() {
        Command child = sells(2).stop(95).untilTime(NOW + 50, ALICE);
        venue.decides(new Command.NewOrderList(
                ALICE,
                ListKind.OTO.value(),
                ChildPolicy.FULL.value(),
                0,
                List.of(buys(2).at(99).by(ALICE, 1), child)));

        venue.after(50)
                .decides(new Command.Tick())
                .emits(
                        "expired #3 2@0 released 0 TIME_EXPIRED",
                        "cancelled #4 2@99 released 198 OTHER_LEG_DONE",
                        "list 1 ended OTHER_LEG_DONE");
    }
}
