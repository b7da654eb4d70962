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
import io.rialto.protocol.TriggerSource;
import org.junit.jupiter.api.Test;

/** What orders that wait for a price hold, what elects them, and what they are then. */
class TriggerRulesTest {
    @Test
    void aStopWaitsOutsideOfTheBookWithItsHold() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(3).stopLimit(105, 107))
                .emits("accepted #1 buy 3@107 holds 321", "terms #1 trigger 105 LAST", "parked #1 for TRIGGER");
        venue.has(ALICE, QUOTE, WEALTH, 321).shows(Side.BUY);
    }

    @Test
    void aStopOfABuyerIsElectedByAPriceAtOrAboveItAndBecomesALimitOrder() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(3).stopLimit(105, 107));
        venue.receives(BOB, sells(5).at(105));

        venue.receives(CAROL, buys(1).at(105))
                .emits(
                        "accepted #5 buy 1@105 holds 105",
                        "traded 1@105 for 105 #4|#5 left 4|0 released 0|0",
                        "triggered #3 at 105 by 105: 3@107 hold 0",
                        "traded 3@105 for 315 #4|#3 left 1|0 released 0|6");
    }

    @Test
    void aStopOfASellerIsElectedByAPriceAtOrBelowItAndBecomesAMarketOrder() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(3).stop(95))
                .emits("accepted #3 sell 3@0 holds 3", "terms #3 trigger 95 LAST", "parked #3 for TRIGGER");
        venue.receives(BOB, buys(2).at(94));

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #5 sell 1@0 holds 1",
                        "traded 1@94 for 94 #4|#5 left 1|0 released 0|0",
                        "triggered #3 at 95 by 94: 3@0 hold 0",
                        "traded 1@94 for 94 #4|#3 left 0|2 released 0|0",
                        "expired #3 2@0 released 2 NO_LIQUIDITY");
    }

    @Test
    void aTakeProfitWaitsForTheOtherDirection() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).takeProfitLimit(110, 109));
        venue.receives(ALICE, buys(1).takeProfit(90));
        venue.receives(BOB, sells(1).at(110));

        venue.receives(CAROL, buys(1))
                .emits(
                        "accepted #6 buy 1@0 holds 110",
                        "traded 1@110 for 110 #5|#6 left 0|0 released 0|0",
                        "triggered #3 at 110 by 110: 1@109 hold 0",
                        "rested #3 1@109");
    }

    @Test
    void aTriggerThatIsReachedAlreadyIsRefused() {
        VenueUnderTest venue = lastTradeAt(100);

        venue.receives(ALICE, buys(1).stop(100)).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.receives(ALICE, sells(1).stop(100)).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.receives(ALICE, buys(1).takeProfit(100)).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.receives(ALICE, sells(1).takeProfit(100)).emits("rejected WOULD_TRIGGER_AT_ONCE");
    }

    @Test
    void withoutALastTradeAStopIsAcceptedAndWaits() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(1).stop(100));
        venue.receives(BOB, buys(2).at(50));

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #3 sell 1@0 holds 1",
                        "traded 1@50 for 50 #2|#3 left 1|0 released 0|0",
                        "triggered #1 at 100 by 50: 1@0 hold 0",
                        "traded 1@50 for 50 #2|#1 left 0|0 released 0|0");
    }

    @Test
    void aBuyersStopHoldsItsTriggerAndTheCollarOnTop() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5));

        venue.receives(ALICE, buys(2).stop(100))
                .emits("accepted #1 buy 2@0 holds 210", "terms #1 trigger 100 LAST", "parked #1 for TRIGGER");
    }

    @Test
    void withoutACollarItHoldsItsTrigger() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(2).stop(100))
                .emits("accepted #1 buy 2@0 holds 200", "terms #1 trigger 100 LAST", "parked #1 for TRIGGER");
    }

    @Test
    void theCollarIsThatOfTheMomentOfElection() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5));
        venue.receives(ALICE, buys(2).stop(100));
        venue.receives(BOB, sells(1).at(110));
        venue.receives(BOB, sells(2).at(111));

        venue.receives(CAROL, buys(1))
                .emits(
                        "accepted #4 buy 1@115 holds 115",
                        "traded 1@110 for 110 #2|#4 left 0|0 released 0|5",
                        "triggered #1 at 100 by 110: 2@116 hold +22",
                        "traded 2@111 for 222 #3|#1 left 0|0 released 0|10");
    }

    @Test
    void anElectedOrderWithoutFundsExpires() {
        VenueUnderTest venue = VenueUnderTest.poor(new Terms());
        venue.deposits(ALICE, QUOTE, 100).deposits(BOB, BASE, 3).deposits(CAROL, QUOTE, 120);
        venue.receives(ALICE, buys(1).stop(100));
        venue.receives(BOB, sells(1).at(120));
        venue.receives(BOB, sells(2).at(120));

        venue.receives(CAROL, buys(1))
                .emits(
                        "accepted #4 buy 1@0 holds 120",
                        "traded 1@120 for 120 #2|#4 left 0|0 released 0|0",
                        "triggered #1 at 100 by 120: 1@0 hold 0",
                        "expired #1 1@0 released 100 INSUFFICIENT_FUNDS");
    }

    @Test
    void aFillOrKillIsKilledWhenItIsElected() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(3).stopLimit(95, 94).fillOrKill());
        venue.receives(BOB, buys(2).at(95));

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #5 sell 1@0 holds 1",
                        "traded 1@95 for 95 #4|#5 left 1|0 released 0|0",
                        "triggered #3 at 95 by 95: 3@94 hold 0",
                        "expired #3 3@94 released 3 FILL_OR_KILL");
    }

    @Test
    void theMarkPriceElectsThoseWhoWatchIt() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).stopLimit(95, 94).watching(TriggerSource.MARK));
        venue.receives(BOB, sells(1).stopLimit(95, 94));

        venue.marks(96).emits("mark 96");
        venue.marks(95).emits("mark 95", "triggered #3 at 95 by 95: 1@94 hold 0", "rested #3 1@94");
        venue.receives(ALICE, sells(1).stop(95).watching(TriggerSource.MARK)).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.marks(0).emits("rejected PRICE_NOT_POSITIVE");
    }

    @Test
    void theBestPriceThatItCouldTradeAtElectsThoseWhoWatchIt() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, buys(5).at(100));
        venue.receives(ALICE, sells(2).stop(98).watching(TriggerSource.BEST));
        venue.receives(ALICE, sells(1).stop(100).watching(TriggerSource.BEST)).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.receives(BOB, buys(5).at(97));

        venue.cancels(BOB, 1)
                .emits(
                        "cancelled #1 5@100 released 500 REQUESTED_BY_OWNER",
                        "triggered #2 at 98 by 97: 2@0 hold 0",
                        "traded 2@97 for 194 #3|#2 left 3|0 released 0|0");
    }

    @Test
    void anEmptySideElectsNobody() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, buys(5).at(100));
        venue.receives(ALICE, sells(2).stop(98).watching(TriggerSource.BEST));

        venue.cancels(BOB, 1).emits("cancelled #1 5@100 released 500 REQUESTED_BY_OWNER");
    }

    @Test
    void aWaitingOrderIsCancelledLikeAnyOther() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, buys(2).stopLimit(100, 101));
        venue.receives(ALICE, buys(2).stop(100));

        venue.cancels(ALICE, 1).emits("cancelled #1 2@101 released 202 REQUESTED_BY_OWNER");
        venue.cancelsAll(ALICE).emits("cancelled #2 2@0 released 200 MASS_CANCEL", "mass cancelled 1 remaining 0");
        venue.has(ALICE, QUOTE, WEALTH, 0);
    }

    @Test
    void whatCannotStandTogetherIsRefusedByItsOwnReason() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(1).stopLimit(100, 101).postOnly()).emits("rejected TRIGGER_WITH_POST_ONLY");
        venue.receives(ALICE, Ticket.buysFor(100).stop(100)).emits("rejected TRIGGER_WITH_QUOTE_AMOUNT");
        venue.receives(ALICE, buys(1).stop(0)).emits("rejected TRIGGER_MISSING");
        venue.receives(ALICE, buys(1).stopLimit(100, 0)).emits("rejected PRICE_NOT_POSITIVE");
        venue.receives(ALICE, buys(1).at(100).watching(TriggerSource.LAST)).emits("rejected TRIGGER_NOT_EXPECTED");
    }

    static VenueUnderTest lastTradeAt(long ticks) {
        VenueUnderTest venue = VenueUnderTest.trading();
        return venue.receives(BOB, sells(1).at(ticks)).receives(CAROL, buys(1).at(ticks));
    }
}
