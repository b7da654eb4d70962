package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.InstrumentParameter.TRACKED_POSITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.Phase;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice is long 10, bought of Bob at 100 by the orders #1 and #2. */
class ReduceOnlyRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void aliceIsLongTen() {
        venue.changes(TRACKED_POSITIONS, 1);
        venue.receives(BOB, sells(10).at(100));
        venue.receives(ALICE, buys(10).at(100));
        hasPositions(10, -10, 0);
    }

    @Test
    void longTenWithSixAndEightThenASaleOfFiveLeavesFiveAndCancelsTheOther() {
        venue.receives(ALICE, sells(6).at(105).reduceOnly());
        venue.receives(ALICE, sells(8).at(106).reduceOnly())
                .emits(
                        "accepted #4 sell 8@106 holds 4",
                        "terms #4 reduce only",
                        "clipped #4 from 8 to 4 of 4 released 0 position 10",
                        "rested #4 4@106");
        venue.shows(Side.SELL, "#3 6@105", "#4 4@106").has(ALICE, BASE, WEALTH + 10, 10);
        venue.receives(CAROL, buys(5).at(101));

        venue.receives(ALICE, sells(5).at(101))
                .emits(
                        "accepted #6 sell 5@101 holds 5",
                        "traded 5@101 for 505 #5|#6 left 0|0 released 0|0",
                        "cancelled #4 4@106 released 4 REDUCE_ONLY_ALL_CLOSED",
                        "clipped #3 from 6 to 5 of 5 released 1 position 5");
        venue.shows(Side.SELL, "#3 5@105").has(ALICE, BASE, WEALTH + 5, 5);
    }

    @Test
    void onlyAnOrderAgainstThePositionIsAccepted() {
        venue.receives(ALICE, buys(1).at(99).reduceOnly()).emits("rejected REDUCE_ONLY_WOULD_INCREASE");
        venue.receives(CAROL, sells(1).at(105).reduceOnly()).emits("rejected REDUCE_ONLY_NO_POSITION");
        venue.receives(BOB, buys(1).at(95).reduceOnly())
                .emits("accepted #3 buy 1@95 holds 95", "terms #3 reduce only", "rested #3 1@95");
    }

    @Test
    void whoseWholePositionIsClosedByBetterOrdersIsRefused() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());

        venue.receives(ALICE, sells(1).at(105).reduceOnly()).emits("rejected REDUCE_ONLY_ALL_CLOSED");
    }

    @Test
    void anAmountIsNoQuantityToReduceBy() {
        venue.receives(ALICE, Ticket.sellsFor(100).reduceOnly()).emits("rejected REDUCE_ONLY_WITH_QUOTE_AMOUNT");
        venue.receives(ALICE, buysFor(100).reduceOnly()).emits("rejected REDUCE_ONLY_WITH_QUOTE_AMOUNT");
    }

    @Test
    void aBetterOrderMakesTheWorseSmaller() {
        venue.receives(ALICE, sells(10).at(106).reduceOnly());

        venue.receives(ALICE, sells(6).at(105).reduceOnly())
                .emits(
                        "accepted #4 sell 6@105 holds 6",
                        "terms #4 reduce only",
                        "rested #4 6@105",
                        "clipped #3 from 10 to 4 of 4 released 6 position 10");
    }

    @Test
    void atOnePriceTheYoungestIsClippedFirst() {
        venue.receives(ALICE, sells(5).at(105).reduceOnly());
        venue.receives(ALICE, sells(5).at(105).reduceOnly());
        venue.receives(CAROL, buys(3).at(101));

        venue.receives(ALICE, sells(3).at(101));

        venue.shows(Side.SELL, "#3 5@105", "#4 2@105");
    }

    @Test
    void whatWasClippedDoesNotGrowBack() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());
        venue.receives(CAROL, buys(4).at(101));
        venue.receives(ALICE, sells(4).at(101));
        venue.receives(CAROL, sells(4).at(102));
        venue.receives(ALICE, buys(4).at(102));

        hasPositions(10, -10, 0);
        venue.shows(Side.SELL, "#3 6@105");
    }

    @Test
    void withoutAPositionAllOfThemGo() {
        venue.receives(ALICE, sells(5).at(105).reduceOnly());
        venue.receives(ALICE, sells(5).stop(95).reduceOnly());
        venue.receives(CAROL, buys(10).at(101));

        venue.receives(ALICE, sells(10).at(101))
                .emits(
                        "accepted #6 sell 10@101 holds 10",
                        "traded 10@101 for 1010 #5|#6 left 0|0 released 0|0",
                        "cancelled #4 5@0 released 5 REDUCE_ONLY_NO_POSITION",
                        "cancelled #3 5@105 released 5 REDUCE_ONLY_NO_POSITION");
        venue.has(ALICE, BASE, WEALTH, 0);
    }

    /** An ordinary order stands between two that only reduce, and one aggressor comes for all three. */
    @Test
    void noFillOfOneMatchTurnsAPosition() {
        venue.receives(ALICE, sells(6).at(105).reduceOnly());
        venue.receives(ALICE, sells(7).at(105));
        venue.receives(ALICE, sells(4).at(106).reduceOnly());
        venue.receives(CAROL, sells(9).at(107));

        venue.receives(BOB, buys(20).at(107))
                .emits(
                        "accepted #7 buy 20@107 holds 2140",
                        "traded 6@105 for 630 #3|#7 left 0|14 released 0|12",
                        "traded 7@105 for 735 #4|#7 left 0|7 released 0|14",
                        "traded 7@107 for 749 #6|#7 left 2|0 released 0|0",
                        "cancelled #5 4@106 released 4 REDUCE_ONLY_NO_POSITION");
        hasPositions(-3, 10, -7);
    }

    @Test
    void aFillTakesNoMoreThanIsLeftOfThePosition() {
        venue.receives(ALICE, sells(7).at(104));
        venue.receives(ALICE, sells(10).at(105).reduceOnly());

        venue.receives(BOB, buys(15).at(105))
                .emits(
                        "accepted #5 buy 15@105 holds 1575",
                        "traded 7@104 for 728 #3|#5 left 0|8 released 0|7",
                        "traded 3@105 for 315 #4|#5 left 7|5 released 0|0",
                        "rested #5 5@105",
                        "cancelled #4 7@105 released 7 REDUCE_ONLY_NO_POSITION");
        hasPositions(0, 0, 0);
    }

    @Test
    void aFillOrKillAndAMarketOrderForeseeIt() {
        venue.receives(ALICE, sells(7).at(104));
        venue.receives(ALICE, sells(10).at(105).reduceOnly());

        venue.receives(BOB, buys(11).at(105).fillOrKill())
                .emits("accepted #5 buy 11@105 holds 0", "expired #5 11@105 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(11))
                .emits(
                        "accepted #6 buy 11@0 holds 1043",
                        "traded 7@104 for 728 #3|#6 left 0|4 released 0|0",
                        "traded 3@105 for 315 #4|#6 left 7|1 released 0|0",
                        "expired #6 1@0 released 0 NO_LIQUIDITY",
                        "cancelled #4 7@105 released 7 REDUCE_ONLY_NO_POSITION");
    }

    @Test
    void anOwnTradeChangesNoPositionAndIsReduceOnlyAllTheSame() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());

        venue.receives(ALICE, buys(4).at(105).prevents(SelfTradePrevention.NONE))
                .emits("accepted #4 buy 4@105 holds 420", "traded 4@105 for 420 #3|#4 left 6|0 released 0|0");
        hasPositions(10, -10, 0);
    }

    @Test
    void aMarketOrderComesBeforeAllOthers() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());
        venue.receives(CAROL, buys(12).at(101));

        venue.receives(ALICE, sells(12).reduceOnly())
                .emits(
                        "accepted #5 sell 12@0 holds 10",
                        "terms #5 reduce only",
                        "clipped #5 from 12 to 10 of 10 released 0 position 10",
                        "traded 10@101 for 1010 #4|#5 left 2|0 released 0|0",
                        "cancelled #3 10@105 released 10 REDUCE_ONLY_NO_POSITION");
    }

    @Test
    void aFillOrKillIsKilledByWhatIsLeftOfIt() {
        venue.receives(CAROL, buys(10).at(101));

        venue.receives(ALICE, sells(12).at(101).fillOrKill().reduceOnly())
                .emits(
                        "accepted #4 sell 12@101 holds 10",
                        "terms #4 reduce only",
                        "clipped #4 from 12 to 10 of 10 released 0 position 10",
                        "traded 10@101 for 1010 #3|#4 left 0|0 released 0|0");
    }

    @Test
    void anAmendIsClippedLikeANewOrder() {
        venue.receives(ALICE, sells(4).at(105).reduceOnly());
        venue.receives(ALICE, sells(3).at(106).reduceOnly());

        venue.amendsTotal(ALICE, 4, 9)
                .emits(
                        "amended #4 from 3@106 to 9@106 of 9 hold +3 version 2 place lost",
                        "clipped #4 from 9 to 6 of 6 released 0 position 10",
                        "rested #4 6@106");
        venue.amendsPrice(ALICE, 4, 104)
                .emits("amended #4 from 6@106 to 6@104 of 6 hold 0 version 3 place lost", "rested #4 6@104");
        venue.shows(Side.SELL, "#4 6@104", "#3 4@105");
    }

    @Test
    void inABatchALaterOrderSeesThePositionOfThen() {
        venue.receives(CAROL, buys(6).at(101));

        venue.does(
                        ALICE,
                        BatchMode.BEST_EFFORT,
                        sells(6).at(101).command(ALICE, 1),
                        sells(9).at(105).reduceOnly().command(ALICE, 1))
                .emits(
                        "operation 0",
                        "accepted #4 sell 6@101 holds 6",
                        "traded 6@101 for 606 #3|#4 left 0|0 released 0|0",
                        "operation 1",
                        "accepted #5 sell 9@105 holds 4",
                        "terms #5 reduce only",
                        "clipped #5 from 9 to 4 of 4 released 0 position 4",
                        "rested #5 4@105");
    }

    @Test
    void anUncrossTradesNoMoreThanThePosition() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(7).at(104));
        venue.receives(BOB, buys(20).at(105));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 10@105 buys left 10 reference 100",
                        "traded 7@105 for 735 #4|#5 left 0|13 released 0|0",
                        "traded 3@105 for 315 #3|#5 left 7|10 released 0|0",
                        "phase UNCROSS to CONTINUOUS",
                        "cancelled #3 7@105 released 7 REDUCE_ONLY_NO_POSITION");
        hasPositions(0, 0, 0);
    }

    @Test
    void anAuctionCountsEachAsFarAsThePositionGoesWhenItsTurnComes() {
        venue.receives(ALICE, sells(10).at(105).reduceOnly());
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(10).at(104)).receives(CAROL, sells(3).at(105));
        venue.receives(BOB, buys(10).at(108)).receives(ALICE, buys(2).at(107));
        venue.receives(BOB, buys(5).at(106));

        // By whole orders it would be 17 at 105. Nothing is left to reduce after the first trade, so the order is out,
        // though there are two lots again after the second.
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 13@106 buys left 4 reference 100",
                        "traded 10@106 for 1060 #4|#6 left 0|0 released 0|20",
                        "cancelled #3 10@105 released 10 REDUCE_ONLY_NO_POSITION",
                        "traded 2@106 for 212 #5|#7 left 1|0 released 0|2",
                        "traded 1@106 for 106 #5|#8 left 0|4 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
    }

    @Test
    void whoComesTooLateToReduceLeavesNoCrossedBook() {
        venue.receives(ALICE, sells(6).at(101).reduceOnly());
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(10).at(100)).receives(CAROL, sells(3).at(102));
        venue.receives(BOB, buys(10).at(105)).receives(ALICE, buys(3).at(104));
        venue.receives(BOB, buys(2).at(101));

        // The last trade makes her long again: an order to sell at 101 would stand across the one to buy there.
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 13@102 reference 100",
                        "traded 10@102 for 1020 #4|#6 left 0|0 released 0|30",
                        "cancelled #3 6@101 released 6 REDUCE_ONLY_NO_POSITION",
                        "traded 3@102 for 306 #5|#7 left 0|0 released 0|6",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.SELL).shows(Side.BUY, "#8 2@101");
    }

    @Test
    void whereNoPositionsAreKeptNothingReduces() {
        venue.receives(ALICE, sells(4).at(105).reduceOnly());

        venue.changes(TRACKED_POSITIONS, 0)
                .emits(
                        "changed TRACKED_POSITIONS from 1 to 0",
                        "cancelled #3 4@105 released 4 REDUCE_ONLY_NOT_TRACKED");
        hasPositions(0, 0, 0);
        venue.receives(ALICE, sells(4).at(105).reduceOnly()).emits("rejected REDUCE_ONLY_NOT_TRACKED");
    }

    @Test
    void positionsCountFromTheChangeOn() {
        venue.changes(TRACKED_POSITIONS, 0).changes(TRACKED_POSITIONS, 1);
        venue.receives(CAROL, buys(3).at(101));
        venue.receives(ALICE, sells(3).at(101));

        hasPositions(-3, 0, 3);
    }

    @Test
    void anotherLotKeepsPositionsAndMustNotCutThem() {
        venue.decides(lot(200))
                .emits("changed LOT from 100 to 200", "changed MAX_QUANTITY_LOTS from 1000000 to 500000");
        hasPositions(5, -5, 0);

        venue.decides(lot(1000));
        hasPositions(1, -1, 0);
        venue.decides(lot(2000)).emits("rejected INVALID_PARAMETER");
        venue.decides(lot(100));
        hasPositions(10, -10, 0);
    }

    private static Command lot(long value) {
        return new Command.ChangeInstrument(1, 7, value);
    }

    private void hasPositions(long alices, long bobs, long carols) {
        assertThat(venue.core().state().positionLots(ALICE, 1)).as("Alice").isEqualTo(alices);
        assertThat(venue.core().state().positionLots(BOB, 1)).as("Bob").isEqualTo(bobs);
        assertThat(venue.core().state().positionLots(CAROL, 1)).as("Carol").isEqualTo(carols);
    }
}
