package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.ListKind.OCO;
import static io.rialto.protocol.ListKind.OUO;

import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TriggerSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last trade is at 100. */
class PairRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void aTradeAtOneHundred() {
        venue.receives(BOB, sells(1).at(100));
        venue.receives(CAROL, buys(1).at(100));
    }

    @Test
    void aPairHoldsTheLargerOfItsLegs() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107))
                .emits(
                        "list 1 OCO #4 #3",
                        "accepted #3 buy 3@107 holds 36",
                        "terms #3 trigger 105 LAST",
                        "parked #3 for TRIGGER",
                        "accepted #4 buy 3@95 holds 285",
                        "terms #4",
                        "rested #4 3@95");
        venue.has(ALICE, QUOTE, WEALTH, 321);
    }

    @Test
    void anyExecutionOfOneLegCancelsTheOther() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));

        venue.receives(BOB, sells(1).at(95))
                .emits(
                        "accepted #5 sell 1@95 holds 1",
                        "traded 1@95 for 95 #4|#5 left 2|0 released 0|0",
                        "cancelled #3 3@107 released 36 OTHER_LEG_DONE",
                        "list 1 ended NONE");
        venue.has(ALICE, QUOTE, WEALTH - 95, 190).shows(Side.BUY, "#4 2@95");
    }

    @Test
    void theElectionOfOneLegCancelsTheOtherAndTakesItsHoldOver() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));
        venue.receives(BOB, sells(5).at(105));

        venue.receives(CAROL, buys(1).at(105))
                .emits(
                        "accepted #6 buy 1@105 holds 105",
                        "traded 1@105 for 105 #5|#6 left 4|0 released 0|0",
                        "cancelled #4 3@95 released 285 OTHER_LEG_DONE",
                        "amended #3 from 3@107 to 3@107 of 3 hold +285 version 2 place kept",
                        "list 1 ended NONE",
                        "triggered #3 at 105 by 105: 3@107 hold 0",
                        "traded 3@105 for 315 #5|#3 left 1|0 released 0|6");
        venue.has(ALICE, QUOTE, WEALTH - 315, 0);
    }

    @Test
    void theElectionByABestPriceCancelsTheOtherBeforeTheElectedArrives() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107).watching(TriggerSource.BEST));

        venue.receives(BOB, sells(5).at(106))
                .emits(
                        "accepted #5 sell 5@106 holds 5",
                        "rested #5 5@106",
                        "cancelled #4 3@95 released 285 OTHER_LEG_DONE",
                        "amended #3 from 3@107 to 3@107 of 3 hold +285 version 2 place kept",
                        "list 1 ended NONE",
                        "triggered #3 at 105 by 106: 3@107 hold 0",
                        "traded 3@106 for 318 #5|#3 left 2|0 released 0|3");
        venue.has(ALICE, QUOTE, WEALTH - 318, 0);
    }

    @Test
    void aBestPriceThatOneLegMovesElectsTheOther() {
        venue.receives(BOB, sells(5).at(102));
        venue.receives(CAROL, buys(1).stop(110).watching(TriggerSource.BEST));
        venue.cancels(CAROL, 4);
        venue.receives(BOB, sells(2).at(98));

        pair(OUO, buys(3).stopLimit(100, 102).watching(TriggerSource.BEST), buys(3).at(98));
        venue.has(ALICE, QUOTE, WEALTH - 2 * 98 - 102, 0);
    }

    @Test
    void ofAnOuoWhatOneLegExecutesIsTakenFromTheOther() {
        pair(OUO, sells(5).at(110), sells(5).stop(95));
        venue.has(ALICE, BASE, WEALTH, 5);

        venue.receives(BOB, buys(2).at(110))
                .emits(
                        "accepted #5 buy 2@110 holds 220",
                        "traded 2@110 for 220 #4|#5 left 3|0 released 0|0",
                        "amended #3 from 5@0 to 3@0 of 3 hold 0 version 2 place kept");
        venue.receives(BOB, buys(3).at(110))
                .emits(
                        "accepted #6 buy 3@110 holds 330",
                        "traded 3@110 for 330 #4|#6 left 0|0 released 0|0",
                        "cancelled #3 3@0 released 0 OTHER_LEG_DONE",
                        "list 1 ended NONE");
    }

    @Test
    void theCancelOfOneLegCancelsTheList() {
        pair(OCO, sells(5).at(110), sells(5).stop(95));

        venue.cancels(ALICE, 3)
                .emits(
                        "cancelled #3 5@0 released 0 REQUESTED_BY_OWNER",
                        "cancelled #4 5@110 released 5 OTHER_LEG_DONE",
                        "list 1 ended OTHER_LEG_DONE");
        venue.has(ALICE, BASE, WEALTH, 0);
    }

    @Test
    void aLegThatMeetsAnOrderOfItsOwnerEndsTheList() {
        pair(OCO, sells(5).at(110), sells(5).stop(95));

        venue.receives(ALICE, buys(2).at(110).prevents(SelfTradePrevention.DECREMENT))
                .emits(
                        "accepted #5 buy 2@110 holds 220",
                        "prevented 2@110 #4|#5 left 3|0 released 2|220 DECREMENT",
                        "expired #5 0@110 released 0 SELF_TRADE_PREVENTED",
                        "cancelled #4 3@110 released 3 OTHER_LEG_DONE",
                        "cancelled #3 5@0 released 0 OTHER_LEG_DONE",
                        "list 1 ended OTHER_LEG_DONE");
    }

    @Test
    void whenOneCommandElectsAndFillsTheOrderOfTheLegsDecides() {
        pair(OCO, sells(3).at(110), sells(3).stop(95));
        venue.receives(BOB, sells(1).at(94));

        venue.receives(CAROL, buys(2).at(110))
                .emits(
                        "accepted #6 buy 2@110 holds 220",
                        "traded 1@94 for 94 #5|#6 left 0|1 released 0|16",
                        "traded 1@110 for 110 #4|#6 left 2|0 released 0|0",
                        "cancelled #3 3@0 released 0 OTHER_LEG_DONE",
                        "list 1 ended NONE");
        venue.shows(Side.SELL, "#4 2@110");
    }

    @Test
    void aLegThatIsFirstAndElectedGoesOnWithWhatTheOtherLeft() {
        pair(OCO, sells(3).stop(95), sells(3).at(110));
        venue.receives(BOB, sells(1).at(94));

        venue.receives(CAROL, buys(2).at(110))
                .emits(
                        "accepted #6 buy 2@110 holds 220",
                        "traded 1@94 for 94 #5|#6 left 0|1 released 0|16",
                        "traded 1@110 for 110 #4|#6 left 2|0 released 0|0",
                        "amended #3 from 3@0 to 2@0 of 2 hold 0 version 2 place kept",
                        "cancelled #4 2@110 released 2 OTHER_LEG_DONE",
                        "amended #3 from 2@0 to 2@0 of 2 hold +2 version 3 place kept",
                        "list 1 ended NONE",
                        "triggered #3 at 95 by 94: 2@0 hold 0",
                        "expired #3 2@0 released 2 NO_LIQUIDITY");
    }

    @Test
    void legsThatCouldTradeTogetherAreRefused() {
        pair(OCO, sells(3).at(105), sells(3).at(110))
                .emits("rejected LEGS_COULD_TRADE_TOGETHER", "operation 1 refused LEGS_COULD_TRADE_TOGETHER");
        pair(OCO, sells(3).at(95), sells(3).stop(95))
                .emits("rejected LEGS_COULD_TRADE_TOGETHER", "operation 1 refused LEGS_COULD_TRADE_TOGETHER");
        pair(OCO, sells(3).at(110), sells(3).takeProfit(120))
                .emits("rejected LEGS_COULD_TRADE_TOGETHER", "operation 1 refused LEGS_COULD_TRADE_TOGETHER");
        pair(OCO, sells(3).takeProfit(110), sells(3).stop(95));
        venue.has(ALICE, BASE, WEALTH, 3);
    }

    @Test
    void aPairIsOfOneSideAndOneQuantityAndLasts() {
        pair(OCO, sells(3).at(110), sells(2).stop(95)).emits("rejected LEGS_DIFFER", "operation 1 refused LEGS_DIFFER");
        pair(OCO, buys(3).at(95), sells(3).stop(95)).emits("rejected LEGS_DIFFER", "operation 1 refused LEGS_DIFFER");
        pair(OCO, sells(3).at(110).immediateOrCancel(), sells(3).stop(95))
                .emits("rejected LEG_NOT_POSSIBLE", "operation 0 refused LEG_NOT_POSSIBLE");
        pair(OCO, sells(3).at(110), sells(3).stop(100))
                .emits("rejected WOULD_TRIGGER_AT_ONCE", "operation 1 refused WOULD_TRIGGER_AT_ONCE");
        pair(OCO, sells(3).at(110)).emits("rejected WRONG_NUMBER_OF_PARTS");
        pair(OCO, buys(10_100).at(95), buys(10_100).stopLimit(105, 107))
                .emits("rejected INSUFFICIENT_FUNDS", "operation 1 refused INSUFFICIENT_FUNDS");
        venue.has(ALICE, BASE, WEALTH, 0);
    }

    private VenueUnderTest pair(ListKind kind, Ticket... legs) {
        return venue.binds(ALICE, kind, ChildPolicy.NONE, false, legs);
    }
}
