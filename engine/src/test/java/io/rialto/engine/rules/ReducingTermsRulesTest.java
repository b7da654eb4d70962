package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.protocol.InstrumentParameter.TRACKED_POSITIONS;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reduce-only together with other terms: Alice is long 10, bought of Bob at 100 by the orders #1 and #2. */
class ReducingTermsRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void aliceIsLongTen() {
        venue.changes(TRACKED_POSITIONS, 1);
        venue.receives(BOB, sells(10).at(100));
        venue.receives(ALICE, buys(10).at(100));
    }

    @Test
    void aStopIsClippedWhenItIsElectedAndCountsOnlyFromThen() {
        venue.receives(ALICE, sells(10).stop(95).reduceOnly());
        venue.receives(ALICE, sells(10).at(105).reduceOnly())
                .emits("accepted #4 sell 10@105 holds 10", "terms #4 reduce only", "rested #4 10@105");
        venue.receives(CAROL, buys(1).at(95));
        venue.receives(CAROL, buys(4).at(94));
        venue.receives(ALICE, sells(3).at(90).immediateOrCancel())
                .emits(
                        "accepted #7 sell 3@90 holds 3",
                        "traded 1@95 for 95 #5|#7 left 0|2 released 0|0",
                        "traded 2@94 for 188 #6|#7 left 2|0 released 0|0",
                        "clipped #4 from 10 to 7 of 7 released 3 position 7",
                        "triggered #3 at 95 by 95: 10@0 hold -3",
                        "clipped #3 from 10 to 7 of 7 released 0 position 7",
                        "traded 2@94 for 188 #6|#3 left 0|5 released 0|0",
                        "expired #3 5@0 released 5 NO_LIQUIDITY",
                        "clipped #4 from 7 to 5 of 5 released 2 position 5");
    }

    @Test
    void aStopThatFindsAllClosedExpires() {
        venue.receives(ALICE, sells(10).stopLimit(95, 106).reduceOnly());
        venue.receives(ALICE, sells(10).at(105).reduceOnly());
        venue.receives(CAROL, buys(1).at(95));

        venue.receives(BOB, sells(1).at(95))
                .emits(
                        "accepted #6 sell 1@95 holds 1",
                        "traded 1@95 for 95 #5|#6 left 0|0 released 0|0",
                        "triggered #3 at 95 by 95: 10@106 hold 0",
                        "expired #3 10@106 released 10 REDUCE_ONLY_ALL_CLOSED");
    }

    @Test
    void anIcebergIsClippedOfItsReserveFirst() {
        venue.decides(reducing(sells(10).at(105), 3, 0, 0))
                .emits("accepted #3 sell 10@105 holds 10", "terms #3 reduce only", "displayed #3 as #3 3@105 of 10");
        venue.receives(CAROL, buys(8).at(101));

        venue.receives(ALICE, sells(5).at(101));
        venue.receives(BOB, buys(2).at(105));
        venue.shows(Side.SELL, "#3 3@105");
        venue.receives(ALICE, sells(2).at(101));
        venue.shows(Side.SELL, "#3 1@105");
    }

    @Test
    void aHiddenOrderReducesLikeAnyOther() {
        venue.decides(reducing(sells(10).at(105), 0, 1, 0));
        venue.receives(CAROL, buys(4).at(101));

        venue.receives(ALICE, sells(4).at(101))
                .emits(
                        "accepted #5 sell 4@101 holds 4",
                        "traded 4@101 for 404 #4|#5 left 0|0 released 0|0",
                        "clipped #3 from 10 to 6 of 6 released 4 position 6");
    }

    @Test
    void whoTradesOnlyMuchAtOnceCannotBeClipped() {
        venue.decides(reducing(sells(10).at(105), 0, 0, 1)).emits("rejected LEAST_QUANTITY_NOT_POSSIBLE");
    }

    /** Each is for the whole position; what ends one, ends both. */
    @Test
    void aBracketsExitsAreBornWithThePositionThatTheyClose() {
        venue.binds(
                CAROL,
                ListKind.OTOCO,
                ChildPolicy.FULL,
                false,
                buys(5).at(99),
                sells(5).at(110).reduceOnly(),
                sells(5).stop(95).reduceOnly());
        venue.receives(BOB, sells(5).at(99))
                .emits(
                        "accepted #6 sell 5@99 holds 5",
                        "traded 5@99 for 495 #5|#6 left 0|0 released 0|0",
                        "activated #4 leg 2 5@0 holds 0",
                        "parked #4 for TRIGGER",
                        "activated #3 leg 1 5@110 holds 5",
                        "rested #3 5@110");

        venue.receives(BOB, buys(5).at(110))
                .emits(
                        "accepted #7 buy 5@110 holds 550",
                        "traded 5@110 for 550 #3|#7 left 0|0 released 0|0",
                        "cancelled #4 5@0 released 0 OTHER_LEG_DONE",
                        "list 1 ended NONE");
    }

    @Test
    void aBracketWhosePositionIsClosedOtherwiseEnds() {
        venue.binds(
                CAROL,
                ListKind.OTOCO,
                ChildPolicy.FULL,
                false,
                buys(5).at(99),
                sells(5).at(110).reduceOnly(),
                sells(5).stop(95).reduceOnly());
        venue.receives(BOB, sells(5).at(99));
        venue.receives(BOB, buys(5).at(98));

        venue.receives(CAROL, sells(5).at(98))
                .emits(
                        "accepted #8 sell 5@98 holds 5",
                        "traded 5@98 for 490 #7|#8 left 0|0 released 0|0",
                        "cancelled #4 5@0 released 0 REDUCE_ONLY_NO_POSITION",
                        "cancelled #3 5@110 released 5 REDUCE_ONLY_NO_POSITION",
                        "list 1 ended OTHER_LEG_DONE");
    }

    private static Command reducing(Ticket ticket, long peakLots, int hidden, int allOrNone) {
        long none = Command.NULL;
        SpecialTerms terms = new SpecialTerms(none, none, 0, peakLots, 0, 0, 0, 0, 0, 0, 0, hidden, allOrNone, 1, 0);
        return new Command.NewSpecialOrder(ticket.by(ALICE, 1), terms);
    }
}
