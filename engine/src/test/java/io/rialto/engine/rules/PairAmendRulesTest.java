package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.ListKind.OCO;
import static io.rialto.protocol.ListKind.OUO;

import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last trade is at 100. The leg that waits is accepted first: it is #3, the one that rests #4. */
class PairAmendRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void aTradeAtOneHundred() {
        venue.receives(BOB, sells(1).at(100));
        venue.receives(CAROL, buys(1).at(100));
    }

    @Test
    void anotherQuantityIsForBothLegsOfAnOco() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));

        venue.amendsTotal(ALICE, 4, 5)
                .emits(
                        "amended #3 from 3@107 to 5@107 of 5 hold +24 version 2 place lost",
                        "amended #4 from 3@95 to 5@95 of 5 hold +190 version 2 place lost",
                        "rested #4 5@95");
        venue.has(ALICE, QUOTE, WEALTH, 535);
        venue.amendsTotal(ALICE, 3, 2)
                .emits(
                        "amended #4 from 5@95 to 2@95 of 2 hold -285 version 3 place kept",
                        "amended #3 from 5@107 to 2@107 of 2 hold -36 version 3 place kept");
        venue.has(ALICE, QUOTE, WEALTH, 214);
    }

    @Test
    void anotherPriceIsForItsLegAloneAndTheHoldStaysTheLargerOne() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));

        venue.amendsPrice(ALICE, 4, 98)
                .emits(
                        "amended #3 from 3@107 to 3@107 of 3 hold -9 version 2 place kept",
                        "amended #4 from 3@95 to 3@98 of 3 hold +9 version 2 place lost",
                        "rested #4 3@98");
        venue.has(ALICE, QUOTE, WEALTH, 321);
        venue.amendsPrice(ALICE, 4, 90)
                .emits(
                        "amended #4 from 3@98 to 3@90 of 3 hold -24 version 3 place lost",
                        "rested #4 3@90",
                        "amended #3 from 3@107 to 3@107 of 3 hold +24 version 3 place kept");
        venue.amendsPrice(ALICE, 3, 110).emits("amended #3 from 3@107 to 3@110 of 3 hold +9 version 4 place lost");
        venue.has(ALICE, QUOTE, WEALTH, 330);
    }

    @Test
    void anAmendedLegThatTradesEndsTheOther() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));
        venue.receives(BOB, sells(1).at(97));

        venue.amendsPrice(ALICE, 4, 98)
                .emits(
                        "amended #3 from 3@107 to 3@107 of 3 hold -9 version 2 place kept",
                        "amended #4 from 3@95 to 3@98 of 3 hold +9 version 2 place lost",
                        "traded 1@97 for 97 #5|#4 left 0|2 released 0|1",
                        "rested #4 2@98",
                        "cancelled #3 3@107 released 27 OTHER_LEG_DONE",
                        "list 1 ended NONE");
    }

    @Test
    void amendedLegsStayApart() {
        pair(OCO, sells(3).at(110), sells(3).stop(95));

        venue.amendsPrice(ALICE, 4, 95).emits("rejected LEGS_COULD_TRADE_TOGETHER");
        venue.amendsTrigger(ALICE, 3, 110).emits("rejected LEGS_COULD_TRADE_TOGETHER");
        venue.amendsTrigger(ALICE, 3, 96)
                .emits("amended #3 from 3@0 to 3@0 of 3 hold 0 version 2 place lost", "trigger of #3 from 95 to 96");
    }

    @Test
    void whatTheOtherLegCannotBeIsRefused() {
        pair(OCO, buys(3).at(95), buys(3).stopLimit(105, 107));

        venue.amendsTotal(ALICE, 4, 10_100).emits("rejected INSUFFICIENT_FUNDS");
        venue.amendsTotal(ALICE, 4, 1_000_001).emits("rejected QUANTITY_ABOVE_MAXIMUM");
        venue.has(ALICE, QUOTE, WEALTH, 321);
    }

    @Test
    void priceAndQuantityTogetherOrTheQuantityOfAnOuoAreRefused() {
        pair(OCO, sells(3).at(110), sells(3).stop(95));
        venue.amends(ALICE, 4, 111, 2).emits("rejected LEG_CANNOT_CHANGE_SO");
        pair(OUO, sells(3).at(110), sells(3).stop(95));
        venue.amendsTotal(ALICE, 6, 2).emits("rejected LEG_CANNOT_CHANGE_SO");
        venue.amendsPrice(ALICE, 6, 111)
                .emits("amended #6 from 3@110 to 3@111 of 3 hold 0 version 2 place lost", "rested #6 3@111");
    }

    private void pair(ListKind kind, Ticket... legs) {
        venue.binds(ALICE, kind, ChildPolicy.NONE, false, legs);
    }
}
