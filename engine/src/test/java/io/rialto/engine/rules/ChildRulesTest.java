package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.ChildPolicy.FULL;
import static io.rialto.protocol.ChildPolicy.PARTIAL;
import static io.rialto.protocol.ListKind.OTO;
import static io.rialto.protocol.ListKind.OTOCO;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last trade is at 100. */
class ChildRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void aTradeAtOneHundred() {
        venue.receives(BOB, sells(1).at(100));
        venue.receives(CAROL, buys(1).at(100));
    }

    @Test
    void aChildWaitsWithoutAHoldUntilItsParentIsFilledWhole() {
        venue.binds(ALICE, OTO, FULL, false, buys(5).at(99), sells(5).at(103))
                .emits(
                        "list 1 OTO #4 #3",
                        "accepted #3 sell 5@103 holds 0",
                        "terms #3",
                        "parked #3 for PARENT",
                        "accepted #4 buy 5@99 holds 495",
                        "terms #4",
                        "rested #4 5@99");
        venue.receives(BOB, sells(2).at(99))
                .emits("accepted #5 sell 2@99 holds 2", "traded 2@99 for 198 #4|#5 left 3|0 released 0|0");

        venue.receives(BOB, sells(3).at(99))
                .emits(
                        "accepted #6 sell 3@99 holds 3",
                        "traded 3@99 for 297 #4|#6 left 0|0 released 0|0",
                        "activated #3 leg 1 5@103 holds 5",
                        "rested #3 5@103",
                        "list 1 ended NONE");
        venue.has(ALICE, BASE, WEALTH + 5, 5);
    }

    @Test
    void aParentThatEndsUnfilledTakesItsChildWithIt() {
        fullChild(false);

        venue.cancels(ALICE, 4)
                .emits(
                        "cancelled #4 5@99 released 495 REQUESTED_BY_OWNER",
                        "expired #3 5@103 released 0 PARENT_NOT_FILLED",
                        "list 1 ended PARENT_NOT_FILLED");
    }

    @Test
    void aParentThatEndsPartlyFilledStartsItsChildOnlyWhereTheListSaysSo() {
        fullChild(false);
        venue.receives(BOB, sells(2).at(99));
        venue.cancels(ALICE, 4)
                .emits(
                        "cancelled #4 3@99 released 297 REQUESTED_BY_OWNER",
                        "expired #3 5@103 released 0 PARENT_NOT_FILLED",
                        "list 1 ended PARENT_NOT_FILLED");

        fullChild(true);
        venue.receives(BOB, sells(2).at(99));
        venue.cancels(ALICE, 7)
                .emits(
                        "cancelled #7 3@99 released 297 REQUESTED_BY_OWNER",
                        "activated #6 leg 1 2@103 holds 2",
                        "rested #6 2@103",
                        "list 2 ended NONE");
    }

    @Test
    void underPartialTheChildGrowsWithEachFill() {
        venue.binds(ALICE, OTO, PARTIAL, false, buys(5).at(99), sells(5).at(103));

        venue.receives(BOB, sells(2).at(99))
                .emits(
                        "accepted #5 sell 2@99 holds 2",
                        "traded 2@99 for 198 #4|#5 left 3|0 released 0|0",
                        "activated #3 leg 1 2@103 holds 2",
                        "rested #3 2@103");
        venue.receives(BOB, sells(3).at(99))
                .emits(
                        "accepted #6 sell 3@99 holds 3",
                        "traded 3@99 for 297 #4|#6 left 0|0 released 0|0",
                        "amended #3 from 2@103 to 5@103 of 5 hold +3 version 2 place lost",
                        "rested #3 5@103",
                        "list 1 ended NONE");
    }

    @Test
    void anotherLotEndsAListThatCountsInTheOldOne() {
        venue.binds(ALICE, OTO, PARTIAL, false, buys(4).at(99), sells(4).at(103));
        venue.receives(BOB, sells(2).at(99));

        venue.decides(new Command.ChangeInstrument(1, InstrumentParameter.LOT.value(), 200))
                .emits(
                        "cancelled #3 2@103 released 2 NOT_CONVERTIBLE",
                        "cancelled #4 2@99 released 198 NOT_CONVERTIBLE",
                        "changed LOT from 100 to 200",
                        "changed MAX_QUANTITY_LOTS from 1000000 to 500000",
                        "list 1 ended OTHER_LEG_DONE");
    }

    @Test
    void aChildIsJudgedAnewWhenItStarts() {
        venue.binds(ALICE, OTO, FULL, false, buys(1).at(99), buys(10_000).at(100));

        venue.receives(BOB, sells(1).at(99))
                .emits(
                        "accepted #5 sell 1@99 holds 1",
                        "traded 1@99 for 99 #4|#5 left 0|0 released 0|0",
                        "refused #3 leg 1 INSUFFICIENT_FUNDS",
                        "expired #3 10000@100 released 0 INSUFFICIENT_FUNDS",
                        "list 1 ended INSUFFICIENT_FUNDS");
    }

    @Test
    void theCancelOfAChildCancelsItsParent() {
        fullChild(false);

        venue.cancels(ALICE, 3)
                .emits(
                        "cancelled #3 5@103 released 0 REQUESTED_BY_OWNER",
                        "cancelled #4 5@99 released 495 OTHER_LEG_DONE",
                        "list 1 ended OTHER_LEG_DONE");
    }

    @Test
    void aBracketStartsTwoExitLegsWithOneHold() {
        bracket(FULL);
        venue.receives(BOB, sells(5).at(99))
                .emits(
                        "accepted #6 sell 5@99 holds 5",
                        "traded 5@99 for 495 #5|#6 left 0|0 released 0|0",
                        "activated #4 leg 2 5@0 holds 0",
                        "parked #4 for TRIGGER",
                        "activated #3 leg 1 5@110 holds 5",
                        "rested #3 5@110");
        venue.has(ALICE, BASE, WEALTH + 5, 5);

        venue.receives(BOB, buys(2).at(110))
                .emits(
                        "accepted #7 buy 2@110 holds 220",
                        "traded 2@110 for 220 #3|#7 left 3|0 released 0|0",
                        "amended #4 from 5@0 to 3@0 of 3 hold 0 version 2 place kept");
    }

    @Test
    void theExitOfABracketThatIsElectedCancelsWhatIsLeftOfItsParent() {
        bracket(PARTIAL);
        venue.receives(BOB, sells(2).at(99));
        venue.shows(Side.SELL, "#3 2@110").shows(Side.BUY, "#5 3@99");
        venue.cancelsAll(CAROL);

        venue.amendsPrice(ALICE, 5, 90);
        venue.receives(CAROL, buys(4).at(94));
        venue.receives(BOB, sells(1).at(94))
                .emits(
                        "accepted #8 sell 1@94 holds 1",
                        "traded 1@94 for 94 #7|#8 left 3|0 released 0|0",
                        "cancelled #3 2@110 released 2 OTHER_LEG_DONE",
                        "amended #4 from 2@0 to 2@0 of 2 hold +2 version 2 place kept",
                        "cancelled #5 3@90 released 270 OTHER_LEG_DONE",
                        "list 1 ended NONE",
                        "triggered #4 at 95 by 94: 2@0 hold 0",
                        "traded 2@94 for 188 #7|#4 left 1|0 released 0|0");
    }

    @Test
    void exitLegsCloseWhatTheirParentOpens() {
        venue.binds(ALICE, OTOCO, FULL, false, buys(5).at(99), buys(5).at(90), buys(5).stop(110))
                .emits("rejected LEGS_DIFFER", "operation 1 refused LEGS_DIFFER");
        venue.binds(ALICE, OTOCO, FULL, false, buys(5).at(99), sells(4).at(110), sells(4).stop(95))
                .emits("rejected LEGS_DIFFER", "operation 1 refused LEGS_DIFFER");
        venue.binds(ALICE, OTO, PARTIAL, false, buys(5).at(99), sells(4).at(110))
                .emits("rejected LEGS_DIFFER", "operation 1 refused LEGS_DIFFER");
        venue.binds(ALICE, OTO, PARTIAL, true, buys(5).at(99), sells(5).at(110)).emits("rejected INVALID_COMBINATION");
        venue.binds(ALICE, OTO, ChildPolicy.NONE, false, buys(5).at(99), sells(5).at(110))
                .emits("rejected INVALID_COMBINATION");
    }

    @Test
    void aKeyIsKeptWhileAnyLegIsOpen() {
        venue.asks(ALICE, 42, 7);
        fullChild(false);

        venue.after(3L * 24 * 3600 * 1_000_000_000).asks(ALICE, 42, 7);
        fullChild(false).emits("rejected DUPLICATE_REQUEST original 15");
    }

    private VenueUnderTest fullChild(boolean early) {
        return venue.binds(ALICE, OTO, FULL, early, buys(5).at(99), sells(5).at(103));
    }

    private void bracket(ChildPolicy policy) {
        venue.binds(ALICE, OTOCO, policy, false, buys(5).at(99), sells(5).at(110), sells(5).stop(95));
    }
}
