package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_BOTH;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_NEWEST;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;
import static io.rialto.protocol.SelfTradePrevention.DECREMENT;
import static io.rialto.protocol.SelfTradePrevention.NONE;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** The rulebook's worked book: asks own 3@100, other 5@100 behind; then an own buy of 6@100. */
class SelfTradePreventionRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void cancelNewestEndsTheAggressorAndNothingTrades() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_NEWEST))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "prevented 3@100 #1|#3 left 3|6 released 0|0 CANCEL_NEWEST",
                        "expired #3 6@100 released 600 SELF_TRADE_PREVENTED");
        venue.shows(Side.SELL, "#1 3@100", "#2 5@100").has(ALICE, QUOTE, WEALTH, 0);
    }

    @Test
    void anAccountStartsWithCancelNewest() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "prevented 3@100 #1|#3 left 3|6 released 0|0 CANCEL_NEWEST",
                        "expired #3 6@100 released 600 SELF_TRADE_PREVENTED");
    }

    @Test
    void cancelNewestLetsEarlierFillsStand() {
        venue.receives(BOB, sells(2).at(99));
        workedBook();

        venue.receives(ALICE, buys(6).at(100))
                .emits(
                        "accepted #4 buy 6@100 holds 600",
                        "traded 2@99 for 198 #1|#4 left 0|4 released 0|2",
                        "prevented 3@100 #2|#4 left 3|4 released 0|0 CANCEL_NEWEST",
                        "expired #4 4@100 released 400 SELF_TRADE_PREVENTED");
    }

    @Test
    void cancelOldestTakesTheOwnOrderOutAndGoesOn() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_OLDEST))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "prevented 3@100 #1|#3 left 3|6 released 0|0 CANCEL_OLDEST",
                        "expired #1 3@100 released 3 SELF_TRADE_PREVENTED from the book",
                        "traded 5@100 for 500 #2|#3 left 0|1 released 0|0",
                        "rested #3 1@100");
        venue.has(ALICE, BASE, WEALTH + 5, 0).has(ALICE, QUOTE, WEALTH - 500, 100);
    }

    @Test
    void cancelBothEndsBoth() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_BOTH))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "prevented 3@100 #1|#3 left 3|6 released 0|0 CANCEL_BOTH",
                        "expired #1 3@100 released 3 SELF_TRADE_PREVENTED from the book",
                        "expired #3 6@100 released 600 SELF_TRADE_PREVENTED");
        venue.shows(Side.SELL, "#2 5@100");
    }

    @Test
    void decrementTakesTheSmallerFromBoth() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(DECREMENT))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "prevented 3@100 #1|#3 left 0|3 released 3|300 DECREMENT",
                        "expired #1 0@100 released 0 SELF_TRADE_PREVENTED from the book",
                        "traded 3@100 for 300 #2|#3 left 2|0 released 0|0");
        venue.shows(Side.SELL, "#2 2@100").has(ALICE, QUOTE, WEALTH - 300, 0);
    }

    @Test
    void decrementEndsTheAggressorThatReachesZero() {
        workedBook();

        venue.receives(ALICE, buys(2).at(100).prevents(DECREMENT))
                .emits(
                        "accepted #3 buy 2@100 holds 200",
                        "prevented 2@100 #1|#3 left 1|0 released 2|200 DECREMENT",
                        "expired #3 0@100 released 0 SELF_TRADE_PREVENTED");
        venue.shows(Side.SELL, "#1 1@100", "#2 5@100").has(ALICE, BASE, WEALTH, 1);
    }

    @Test
    void modeNoneTradesWithItself() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(NONE))
                .emits(
                        "accepted #3 buy 6@100 holds 600",
                        "traded 3@100 for 300 #1|#3 left 0|3 released 0|0",
                        "traded 3@100 for 300 #2|#3 left 2|0 released 0|0");
        venue.has(ALICE, BASE, WEALTH + 3, 0).has(ALICE, QUOTE, WEALTH - 300, 0);
    }

    @Test
    void theModeIsTheTakers() {
        venue.receives(ALICE, sells(3).at(100).prevents(CANCEL_BOTH));

        venue.receives(ALICE, buys(3).at(100).prevents(NONE))
                .emits("accepted #2 buy 3@100 holds 300", "traded 3@100 for 300 #1|#2 left 0|0 released 0|0");
    }

    @Test
    void accountsOfOneTradeGroupAreOneOwner() {
        VenueUnderTest group = VenueUnderTest.trading();
        group.decides(new Command.OpenAccount(0, 7, 0)).decides(new Command.OpenAccount(0, 7, 3));
        group.deposits(103, BASE, 10).deposits(104, QUOTE, 1_000);
        group.receives(103, sells(3).at(100));

        group.receives(104, buys(3).at(100))
                .emits(
                        "accepted #2 buy 3@100 holds 300",
                        "prevented 3@100 #1|#2 left 3|3 released 0|0 CANCEL_OLDEST",
                        "expired #1 3@100 released 3 SELF_TRADE_PREVENTED from the book",
                        "rested #2 3@100");
    }

    @Test
    void aFokCountsWithoutOwnOrdersThatWouldBeCancelled() {
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_OLDEST).fillOrKill())
                .emits("accepted #3 buy 6@100 holds 0", "expired #3 6@100 released 0 FILL_OR_KILL");
        venue.receives(ALICE, buys(5).at(100).prevents(CANCEL_OLDEST).fillOrKill())
                .emits(
                        "accepted #4 buy 5@100 holds 500",
                        "prevented 3@100 #1|#4 left 3|5 released 0|0 CANCEL_OLDEST",
                        "expired #1 3@100 released 3 SELF_TRADE_PREVENTED from the book",
                        "traded 5@100 for 500 #2|#4 left 0|0 released 0|0");
    }

    @Test
    void aFokIsInfeasibleWhenItWouldMeetAnOwnOrder() {
        venue.receives(BOB, sells(2).at(99));
        workedBook();

        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_NEWEST).fillOrKill())
                .emits("accepted #4 buy 6@100 holds 0", "expired #4 6@100 released 0 FILL_OR_KILL");
        venue.receives(ALICE, buys(6).at(100).prevents(CANCEL_BOTH).fillOrKill())
                .emits("accepted #5 buy 6@100 holds 0", "expired #5 6@100 released 0 FILL_OR_KILL");
        venue.receives(ALICE, buys(6).at(100).prevents(DECREMENT).fillOrKill())
                .emits("accepted #6 buy 6@100 holds 0", "expired #6 6@100 released 0 FILL_OR_KILL");
        venue.receives(ALICE, buys(2).at(100).prevents(CANCEL_NEWEST).fillOrKill())
                .emits("accepted #7 buy 2@100 holds 200", "traded 2@99 for 198 #1|#7 left 0|0 released 0|2");
    }

    @Test
    void anAmountShrinksByTheValueOfWhatDecrementPrevents() {
        workedBook();

        venue.receives(ALICE, buysFor(450).prevents(DECREMENT))
                .emits(
                        "accepted #3 buy 0@0 holds 450",
                        "prevented 3@100 #1|#3 left 0|0 released 3|300 DECREMENT",
                        "expired #1 0@100 released 0 SELF_TRADE_PREVENTED from the book",
                        "traded 1@100 for 100 #2|#3 left 4|0 released 0|0",
                        "expired #3 0@0 released 50 AMOUNT_EXHAUSTED");
    }

    private void workedBook() {
        venue.receives(ALICE, sells(3).at(100));
        venue.receives(BOB, sells(5).at(100));
    }
}
