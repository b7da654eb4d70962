package io.rialto.engine;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.Terms;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class OrderCheckRulesTest {
    private static final int NOBODY = 777;

    @Test
    void theFirstFailingCheckIsTheAnswer() {
        Terms terms = new Terms().quantity(5, 10).minimumNotional(600);
        VenueUnderTest venue = VenueUnderTest.poor(terms);

        venue.decides(buys(1).at(0).by(NOBODY, 9)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(buys(1).at(0).by(ALICE, 9)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.receives(ALICE, buys(1).at(0).postOnly().fillOrKill()).emits("rejected POST_ONLY_MUST_REST");
        venue.receives(ALICE, buys(1).at(0)).emits("rejected PRICE_NOT_POSITIVE");
        venue.receives(ALICE, buys(1).at(-1)).emits("rejected PRICE_NOT_POSITIVE");
        venue.receives(ALICE, buys(4).at(100)).emits("rejected QUANTITY_BELOW_MINIMUM");
        venue.receives(ALICE, buys(11).at(10)).emits("rejected QUANTITY_ABOVE_MAXIMUM");
        venue.receives(ALICE, buys(5).at(100)).emits("rejected NOTIONAL_BELOW_MINIMUM");
        venue.receives(ALICE, buys(10).at(Long.MAX_VALUE)).emits("rejected VALUE_OVERFLOW");
        venue.receives(ALICE, buys(6).at(100)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, sells(6).at(100)).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void theBoundsThemselvesPass() {
        Terms terms = new Terms().quantity(5, 10).minimumNotional(500);
        VenueUnderTest venue = VenueUnderTest.trading(terms);

        venue.receives(ALICE, buys(5).at(100)).emits("accepted #1 buy 5@100 holds 500", "rested #1 5@100");
        venue.receives(ALICE, buys(10).at(50)).emits("accepted #2 buy 10@50 holds 500", "rested #2 10@50");
    }

    @Test
    void fieldsThatCannotStandTogetherAreRefusedByTheirOwnReason() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(5).postOnly()).emits("rejected POST_ONLY_MUST_REST");
        venue.receives(ALICE, buys(5).at(100).postOnly().immediateOrCancel()).emits("rejected POST_ONLY_MUST_REST");
        venue.receives(ALICE, buys(5).at(100).sliding().fillOrKill()).emits("rejected POST_ONLY_MUST_REST");
        venue.receives(ALICE, buysFor(100).fillOrKill()).emits("rejected QUOTE_AMOUNT_NOT_POSSIBLE");
        venue.receives(ALICE, buysFor(100).at(100)).emits("rejected QUOTE_AMOUNT_NOT_POSSIBLE");
        venue.receives(ALICE, buysFor(-1)).emits("rejected INVALID_AMOUNT");
    }

    @Test
    void codesOfTheSchemaAloneAreKnown() {
        VenueUnderTest venue = VenueUnderTest.trading();
        for (int code : new int[] {0, 3, 4, 6, 127, 128, 255}) {
            venue.decides(coded(code, 1, 1, 0, 0)).emits("rejected INVALID_COMBINATION");
            venue.decides(coded(1, code, 1, 0, 0)).emits("rejected INVALID_COMBINATION");
            if (code != 3) venue.decides(coded(1, 1, code, 0, 0)).emits("rejected INVALID_COMBINATION");
            if (code != 0) venue.decides(coded(1, 1, 1, code, 0)).emits("rejected INVALID_COMBINATION");
            if (code > 5) venue.decides(coded(1, 1, 1, 0, code)).emits("rejected INVALID_COMBINATION");
        }
    }

    @Test
    void aValueBeyondSixtyThreeBitsIsRefusedAndNeverWraps() {
        Terms terms = new Terms().quantity(1, Long.MAX_VALUE);
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        long half = 1L << 62;

        venue.receives(ALICE, buys(2).at(half)).emits("rejected VALUE_OVERFLOW");
        venue.receives(ALICE, buys(1).at(Long.MAX_VALUE)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, buys(Long.MAX_VALUE).at(2)).emits("rejected VALUE_OVERFLOW");
        venue.receives(ALICE, sells(Long.MAX_VALUE).at(1)).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void aClientOrderIdIsUniqueAmongTheOpenOrdersOfAnAccount() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(5).at(100).named("a-1"));
        venue.receives(ALICE, buys(5).at(100).named("a-1")).emits("rejected DUPLICATE_CLIENT_ORDER_ID");
        venue.receives(BOB, buys(5).at(100).named("a-1")).emits("accepted #2 buy 5@100 holds 500", "rested #2 5@100");
        venue.receives(ALICE, buys(5).at(100).named("a-2"));
        venue.cancels(ALICE, 1);
        venue.receives(ALICE, buys(5).at(100).named("a-1")).emits("accepted #4 buy 5@100 holds 500", "rested #4 5@100");
    }

    @Test
    void aClientOrderIdIsFreeAgainWhenItsOrderIsFilled() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, sells(5).at(100).named("mine"));
        venue.receives(BOB, buys(5).at(100).named("yours"));
        venue.receives(ALICE, sells(5).at(100).named("mine"));
        venue.receives(BOB, buys(1).at(90).named("yours")).emits("accepted #4 buy 1@90 holds 90", "rested #4 1@90");
    }

    @Test
    void aClientOrderIdHasAtMostThirtySixPrintableCharacters() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(1).at(100).named("x".repeat(36)))
                .emits("accepted #1 buy 1@100 holds 100", "rested #1 1@100");
        venue.receives(ALICE, buys(1).at(100).named("x".repeat(37))).emits("rejected INVALID_COMBINATION");
        venue.receives(ALICE, buys(1).at(100).named("a\tb")).emits("rejected INVALID_COMBINATION");
    }

    @Test
    void aRefusalLeavesNoTrace() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(5).at(101));

        venue.receives(BOB, buys(WEALTH_AND_MORE).at(101)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(BOB, buys(5).at(101).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");

        venue.shows(Side.SELL, "#1 5@101").shows(Side.BUY);
        venue.has(BOB, QUOTE, VenueUnderTest.WEALTH, 0).has(ALICE, BASE, VenueUnderTest.WEALTH, 5);
        venue.receives(BOB, buys(1).at(100)).emits("accepted #2 buy 1@100 holds 100", "rested #2 1@100");
    }

    private static final long WEALTH_AND_MORE = 100_000;

    private static Command.NewOrder coded(int side, int type, int timeInForce, int postOnly, int prevention) {
        return new Command.NewOrder(ALICE, 1, 100, 1, 0, side, type, timeInForce, postOnly, prevention, "");
    }
}
