package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class TimeInForceRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void anIocTakesWhatItCanAndItsRestNeverRests() {
        venue.receives(ALICE, sells(2).at(100));

        venue.receives(BOB, buys(5).at(101).immediateOrCancel())
                .emits(
                        "accepted #2 buy 5@101 holds 505",
                        "traded 2@100 for 200 #1|#2 left 0|3 released 0|2",
                        "expired #2 3@101 released 303 IMMEDIATE_OR_CANCEL");
        venue.shows(Side.BUY).has(BOB, QUOTE, WEALTH - 200, 0);
    }

    @Test
    void anIocThatMeetsNobodyExpiresWhole() {
        venue.receives(ALICE, sells(2).at(102));

        venue.receives(BOB, buys(5).at(101).immediateOrCancel())
                .emits("accepted #2 buy 5@101 holds 505", "expired #2 5@101 released 505 IMMEDIATE_OR_CANCEL");
    }

    @Test
    void aFokIsFilledWhole() {
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(ALICE, sells(3).at(101));

        venue.receives(BOB, buys(5).at(101).fillOrKill())
                .emits(
                        "accepted #3 buy 5@101 holds 505",
                        "traded 2@100 for 200 #1|#3 left 0|3 released 0|2",
                        "traded 3@101 for 303 #2|#3 left 0|0 released 0|0");
    }

    @Test
    void aFokThatCannotBeFilledWholeTradesNothing() {
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(ALICE, sells(3).at(102));

        venue.receives(BOB, buys(5).at(101).fillOrKill())
                .emits("accepted #3 buy 5@101 holds 0", "expired #3 5@101 released 0 FILL_OR_KILL");
        venue.shows(Side.SELL, "#1 2@100", "#2 3@102");
    }

    @Test
    void aFokIsKilledBeforeItsFundsAreLookedAt() {
        VenueUnderTest poor = VenueUnderTest.poor(new Terms());

        poor.receives(BOB, buys(5).at(101).fillOrKill())
                .emits("accepted #1 buy 5@101 holds 0", "expired #1 5@101 released 0 FILL_OR_KILL");
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsRefused() {
        venue.receives(ALICE, sells(2).at(100));

        venue.receives(BOB, buys(5).at(100).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");
        venue.receives(BOB, buys(5).at(99).postOnly()).emits("accepted #2 buy 5@99 holds 495", "rested #2 5@99");
        venue.receives(BOB, sells(5).at(99).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");
    }

    @Test
    void anOwnOrderOnTheOtherSideWouldBeTakenToo() {
        venue.receives(ALICE, sells(2).at(100));

        venue.receives(ALICE, buys(5).at(100).postOnly()).emits("rejected POST_ONLY_WOULD_TAKE");
    }

    @Test
    void aSlidingOrderStandsOneTickInsideTheOppositeBest() {
        venue.receives(ALICE, sells(2).at(100));

        venue.receives(BOB, buys(5).at(103).sliding()).emits("accepted #2 buy 5@99 holds 495", "rested #2 5@99");
        venue.receives(ALICE, sells(1).at(90).sliding()).emits("accepted #3 sell 1@100 holds 1", "rested #3 1@100");
        venue.receives(BOB, buys(1).at(98).sliding()).emits("accepted #4 buy 1@98 holds 98", "rested #4 1@98");
    }

    @Test
    void aSlidingOrderDoesNotSlideBack() {
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(BOB, buys(5).at(103).sliding());
        venue.cancels(ALICE, 1);

        venue.shows(Side.BUY, "#2 5@99");
    }

    @Test
    void aSlidingOrderWithNoPriceLeftIsRefused() {
        venue.receives(ALICE, sells(2).at(1));

        venue.receives(BOB, buys(5).at(1).sliding()).emits("rejected POST_ONLY_WOULD_TAKE");
    }

    @Test
    void aSlidingOrderMustStandAtItsNewPrice() {
        VenueUnderTest strict = VenueUnderTest.trading(new Terms().minimumNotional(500));
        strict.receives(ALICE, sells(5).at(100));

        strict.receives(BOB, buys(5).at(100).sliding()).emits("rejected NOTIONAL_BELOW_MINIMUM");
        strict.receives(BOB, buys(6).at(100).sliding()).emits("accepted #2 buy 6@99 holds 594", "rested #2 6@99");
    }
}
