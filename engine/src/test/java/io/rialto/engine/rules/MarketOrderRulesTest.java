package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.Ticket.sellsFor;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class MarketOrderRulesTest {
    @Test
    void aBuyWithoutCollarHoldsTheExactCostOfWalkingTheBook() {
        VenueUnderTest venue = asks(new Terms());

        venue.receives(BOB, buys(5))
                .emits(
                        "accepted #3 buy 5@0 holds 507",
                        "traded 3@101 for 303 #1|#3 left 0|2 released 0|0",
                        "traded 2@102 for 204 #2|#3 left 2|0 released 0|0");
        venue.has(BOB, QUOTE, WEALTH - 507, 0);
    }

    @Test
    void anEmptyOtherSideEndsTheOrderWithNothingExecuted() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(BOB, buys(5)).emits("accepted #1 buy 5@0 holds 0", "expired #1 5@0 released 0 NO_LIQUIDITY");
        venue.receives(BOB, sells(5)).emits("accepted #2 sell 5@0 holds 5", "expired #2 5@0 released 5 NO_LIQUIDITY");
    }

    @Test
    void whatTheBookCannotGiveExpires() {
        VenueUnderTest venue = asks(new Terms());

        venue.receives(BOB, buys(9))
                .emits(
                        "accepted #3 buy 9@0 holds 711",
                        "traded 3@101 for 303 #1|#3 left 0|6 released 0|0",
                        "traded 4@102 for 408 #2|#3 left 0|2 released 0|0",
                        "expired #3 2@0 released 0 NO_LIQUIDITY");
    }

    @Test
    void noFillIsBeyondTheCollarAndTheRestExpires() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(600));
        venue.receives(ALICE, buys(1).at(90_000));
        venue.receives(ALICE, buys(1).at(89_400));
        venue.receives(ALICE, buys(1).at(89_399));

        venue.receives(BOB, sells(3))
                .emits(
                        "accepted #4 sell 3@89400 holds 3",
                        "traded 1@90000 for 90000 #1|#4 left 0|2 released 0|0",
                        "traded 1@89400 for 89400 #2|#4 left 0|1 released 0|0",
                        "expired #4 1@89400 released 1 MARKET_COLLAR");
    }

    @Test
    void withProtectionTheRestStaysAtTheCollar() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(600).restsAtLimit());
        venue.receives(ALICE, buys(1).at(90_000));

        venue.receives(BOB, sells(3))
                .emits(
                        "accepted #2 sell 3@89400 holds 3",
                        "traded 1@90000 for 90000 #1|#2 left 0|2 released 0|0",
                        "rested #2 2@89400");
        venue.shows(Side.SELL, "#2 2@89400");
    }

    @Test
    void aBuyWithCollarHoldsAtTheCollarPrice() {
        VenueUnderTest venue = asks(new Terms().collar(5));

        venue.receives(BOB, buys(4))
                .emits(
                        "accepted #3 buy 4@106 holds 424",
                        "traded 3@101 for 303 #1|#3 left 0|1 released 0|15",
                        "traded 1@102 for 102 #2|#3 left 3|0 released 0|4");
    }

    @Test
    void theReferenceIsTheOppositeBestElseTheLastTradeElseTheListedPrice() {
        VenueUnderTest venue =
                VenueUnderTest.trading(new Terms().collar(5).reference(50).restsAtLimit());

        venue.receives(BOB, buys(1)).emits("accepted #1 buy 1@55 holds 55", "rested #1 1@55");
        venue.receives(ALICE, sells(1).at(55));
        venue.receives(ALICE, sells(1).at(70));
        venue.receives(BOB, buys(1))
                .emits("accepted #4 buy 1@75 holds 75", "traded 1@70 for 70 #3|#4 left 0|0 released 0|5");
        venue.receives(BOB, buys(1)).emits("accepted #5 buy 1@75 holds 75", "rested #5 1@75");
        venue.receives(ALICE, sells(1))
                .emits("accepted #6 sell 1@70 holds 1", "traded 1@75 for 75 #5|#6 left 0|0 released 0|0");
    }

    @Test
    void aRemainderThatShouldRestNeedsAReference() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5).restsAtLimit());

        venue.receives(BOB, buys(1)).emits("rejected NO_REFERENCE_PRICE");
    }

    @Test
    void aSellsCollarIsNeverBelowOneTick() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(500).restsAtLimit());
        venue.receives(ALICE, buys(1).at(100));

        venue.receives(BOB, sells(2))
                .emits(
                        "accepted #2 sell 2@1 holds 2",
                        "traded 1@100 for 100 #1|#2 left 0|1 released 0|0",
                        "rested #2 1@1");
    }

    @Test
    void theMinimumNotionalIsTakenAtTheReferenceAndSkippedWithoutOne() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().minimumNotional(500));

        venue.receives(BOB, buys(1)).emits("accepted #1 buy 1@0 holds 0", "expired #1 1@0 released 0 NO_LIQUIDITY");
        venue.receives(ALICE, sells(10).at(100));
        venue.receives(BOB, buys(4)).emits("rejected NOTIONAL_BELOW_MINIMUM");
        venue.receives(BOB, buysFor(499)).emits("rejected NOTIONAL_BELOW_MINIMUM");
        venue.receives(BOB, buys(5))
                .emits("accepted #3 buy 5@0 holds 500", "traded 5@100 for 500 #2|#3 left 5|0 released 0|0");
    }

    @Test
    void aMarketFokIsFilledWithinItsCollarOrNotAtAll() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(1));
        venue.receives(ALICE, sells(3).at(101));
        venue.receives(ALICE, sells(3).at(103));

        venue.receives(BOB, buys(4).fillOrKill())
                .emits("accepted #3 buy 4@102 holds 0", "expired #3 4@102 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(3).fillOrKill())
                .emits("accepted #4 buy 3@102 holds 306", "traded 3@101 for 303 #1|#4 left 0|0 released 0|3");
    }

    @Test
    void aBuyByAmountNeverSpendsMore() {
        VenueUnderTest venue = asks(new Terms());

        venue.receives(BOB, buysFor(420))
                .emits(
                        "accepted #3 buy 0@0 holds 420",
                        "traded 3@101 for 303 #1|#3 left 0|0 released 0|0",
                        "traded 1@102 for 102 #2|#3 left 3|0 released 0|0",
                        "expired #3 0@0 released 15 AMOUNT_EXHAUSTED");
        venue.has(BOB, QUOTE, WEALTH - 405, 0);
    }

    @Test
    void aBuyByAmountLeavesRoomForAFeeOnTop() {
        VenueUnderTest venue = asks(new Terms().feesInQuote().fees(0, 100_000));

        venue.receives(BOB, buysFor(303))
                .emits(
                        "accepted #3 buy 0@0 holds 303",
                        "traded 2@101 for 202 #1|#3 left 1|0 released 0|0 fees 0|3",
                        "expired #3 0@0 released 98 AMOUNT_EXHAUSTED");
    }

    @Test
    void anAmountThatIsSpentToTheLastUnitEndsTheSameWay() {
        VenueUnderTest venue = asks(new Terms());

        venue.receives(BOB, buysFor(303))
                .emits(
                        "accepted #3 buy 0@0 holds 303",
                        "traded 3@101 for 303 #1|#3 left 0|0 released 0|0",
                        "expired #3 0@0 released 0 AMOUNT_EXHAUSTED");
    }

    @Test
    void anAmountBelowOneLotBuysNothing() {
        VenueUnderTest venue = asks(new Terms());

        venue.receives(BOB, buysFor(100))
                .emits("accepted #3 buy 0@0 holds 100", "expired #3 0@0 released 100 AMOUNT_EXHAUSTED");
    }

    @Test
    void aSellByAmountHoldsTheLotsThatWouldRaiseIt() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, buys(2).at(100));
        venue.receives(ALICE, buys(5).at(90));

        venue.receives(BOB, sellsFor(400))
                .emits(
                        "accepted #3 sell 0@0 holds 4",
                        "traded 2@100 for 200 #1|#3 left 0|0 released 0|0",
                        "traded 2@90 for 180 #2|#3 left 3|0 released 0|0",
                        "expired #3 0@0 released 0 AMOUNT_EXHAUSTED");
        venue.has(BOB, BASE, WEALTH - 4, 0).has(BOB, QUOTE, WEALTH + 380, 0);
    }

    private static VenueUnderTest asks(Terms terms) {
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        venue.receives(ALICE, sells(3).at(101));
        venue.receives(ALICE, sells(4).at(102));
        return venue;
    }
}
