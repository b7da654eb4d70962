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
import org.junit.jupiter.api.Test;

class AmendRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void lessQuantityKeepsThePlace() {
        twoBids();

        venue.amendsTotal(ALICE, 1, 7).emits("amended #1 from 10@100 to 7@100 of 7 hold -300 version 2 place kept");
        venue.shows(Side.BUY, "#1 7@100", "#2 10@100");
    }

    @Test
    void moreQuantityLosesThePlace() {
        twoBids();

        venue.amendsTotal(ALICE, 1, 11)
                .emits("amended #1 from 10@100 to 11@100 of 11 hold +100 version 2 place lost", "rested #1 11@100");
        venue.shows(Side.BUY, "#2 10@100", "#1 11@100");
    }

    @Test
    void anotherPriceLosesThePlaceAndComingBackLosesItAgain() {
        twoBids();

        venue.amendsPrice(ALICE, 1, 99)
                .emits("amended #1 from 10@100 to 10@99 of 10 hold -10 version 2 place lost", "rested #1 10@99");
        venue.amendsPrice(ALICE, 1, 100)
                .emits("amended #1 from 10@99 to 10@100 of 10 hold +10 version 3 place lost", "rested #1 10@100");
        venue.shows(Side.BUY, "#2 10@100", "#1 10@100");
    }

    @Test
    void priceAndLessQuantityTogetherLoseThePlace() {
        twoBids();

        venue.amends(ALICE, 1, 101, 5)
                .emits("amended #1 from 10@100 to 5@101 of 5 hold -495 version 2 place lost", "rested #1 5@101");
    }

    @Test
    void quantityMeansTheTotalExecutedAndOpen() {
        venue.receives(ALICE, buys(10).at(100));
        venue.receives(BOB, sells(4).at(100));

        venue.amendsTotal(ALICE, 1, 7).emits("amended #1 from 6@100 to 3@100 of 7 hold -300 version 2 place kept");
        venue.amendsTotal(ALICE, 1, 4).emits("rejected QUANTITY_NOT_ABOVE_EXECUTED");
        venue.shows(Side.BUY, "#1 3@100");
    }

    @Test
    void anAmendThatChangesNothingIsRefused() {
        twoBids();

        venue.amends(ALICE, 1, 100, 10).emits("rejected WOULD_CHANGE_NOTHING");
        venue.amendsPrice(ALICE, 1, 100).emits("rejected WOULD_CHANGE_NOTHING");
        venue.amendsTotal(ALICE, 1, 10).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void anAmendedPriceMayCrossAndThenTakesAtMakersPrices() {
        venue.receives(ALICE, buys(5).at(100));
        venue.receives(BOB, sells(3).at(102));

        venue.amendsPrice(ALICE, 1, 103)
                .emits(
                        "amended #1 from 5@100 to 5@103 of 5 hold +15 version 2 place lost",
                        "traded 3@102 for 306 #2|#1 left 0|2 released 0|3",
                        "rested #1 2@103");
        venue.has(ALICE, QUOTE, WEALTH - 306, 206);
    }

    @Test
    void anAmendThatIsFilledEndsTheOrder() {
        venue.receives(ALICE, buys(5).at(100));
        venue.receives(BOB, sells(5).at(102));

        venue.amendsPrice(ALICE, 1, 102)
                .emits(
                        "amended #1 from 5@100 to 5@102 of 5 hold +10 version 2 place lost",
                        "traded 5@102 for 510 #2|#1 left 0|0 released 0|0");
        venue.cancels(ALICE, 1).emits("rejected UNKNOWN_ORDER");
        venue.cancelsAll(ALICE).emits("mass cancelled 0 remaining 0");
    }

    @Test
    void aPostOnlyAmendThatWouldTakeLeavesTheOrderUntouched() {
        venue.receives(CAROL, buys(1).at(100));
        venue.receives(ALICE, buys(5).at(100).postOnly());
        venue.receives(BOB, sells(3).at(102));

        venue.amendsPrice(ALICE, 2, 102).emits("rejected POST_ONLY_WOULD_TAKE");
        venue.shows(Side.BUY, "#1 1@100", "#2 5@100").has(ALICE, QUOTE, WEALTH, 500);
        venue.amendsPrice(ALICE, 2, 101)
                .emits("amended #2 from 5@100 to 5@101 of 5 hold +5 version 2 place lost", "rested #2 5@101");
    }

    @Test
    void theOrdersOwnHoldCountsTowardWhatIsAvailable() {
        venue.receives(ALICE, buys(10_000).at(100));

        venue.has(ALICE, QUOTE, WEALTH, WEALTH);
        venue.amends(ALICE, 1, 200, 5_000)
                .emits(
                        "amended #1 from 10000@100 to 5000@200 of 5000 hold 0 version 2 place lost",
                        "rested #1 5000@200");
        venue.amendsPrice(ALICE, 1, 201).emits("rejected INSUFFICIENT_FUNDS");
        venue.shows(Side.BUY, "#1 5000@200");
    }

    @Test
    void anAmendedOrderKeepsItsNameAndItsTurnInAMassCancel() {
        venue.receives(ALICE, sells(5).at(100).named("first"));
        venue.receives(ALICE, sells(5).at(101));
        venue.amendsPrice(ALICE, 1, 103);

        venue.receives(ALICE, sells(5).at(100).named("first")).emits("rejected DUPLICATE_CLIENT_ORDER_ID");
        venue.cancelsAll(ALICE)
                .emits(
                        "cancelled #1 5@103 released 5 MASS_CANCEL",
                        "cancelled #2 5@101 released 5 MASS_CANCEL",
                        "mass cancelled 2 remaining 0");
        venue.has(ALICE, BASE, WEALTH, 0);
    }

    @Test
    void theNewNumbersAreCheckedLikeNewOnes() {
        VenueUnderTest strict =
                VenueUnderTest.trading(new Terms().quantity(2, 20).minimumNotional(500));
        strict.receives(ALICE, buys(10).at(100));

        strict.amendsPrice(ALICE, 1, 0).emits("rejected PRICE_NOT_POSITIVE");
        strict.amendsTotal(ALICE, 1, 1).emits("rejected QUANTITY_BELOW_MINIMUM");
        strict.amendsTotal(ALICE, 1, 21).emits("rejected QUANTITY_ABOVE_MAXIMUM");
        strict.amendsTotal(ALICE, 1, 4).emits("rejected NOTIONAL_BELOW_MINIMUM");
        strict.amendsPrice(ALICE, 1, Long.MAX_VALUE).emits("rejected VALUE_OVERFLOW");
    }

    private void twoBids() {
        venue.receives(ALICE, buys(10).at(100));
        venue.receives(BOB, buys(10).at(100));
    }
}
