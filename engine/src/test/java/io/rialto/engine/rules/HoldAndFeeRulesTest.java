package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.FEE_INCOME;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import org.junit.jupiter.api.Test;

class HoldAndFeeRulesTest {
    private static final int TEN_BASIS_POINTS = 10_000;
    private static final int FIFTY_PERCENT = 5_000_000;

    @Test
    void aFillReleasesWhatTheLimitHeldBeyondThePrice() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(4).at(9_950));

        venue.receives(BOB, buys(10).at(10_000))
                .emits(
                        "accepted #2 buy 10@10000 holds 100000",
                        "traded 4@9950 for 39800 #1|#2 left 0|6 released 0|200",
                        "rested #2 6@10000");
        venue.has(BOB, QUOTE, WEALTH - 39_800, 60_000);
        venue.cancels(BOB, 2).emits("cancelled #2 6@10000 released 60000 REQUESTED_BY_OWNER");
        venue.has(BOB, QUOTE, WEALTH - 39_800, 0).has(BOB, BASE, WEALTH + 4, 0);
    }

    @Test
    void whatIsHeldCannotBeSpentAgain() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, buys(9_999).at(100));

        venue.receives(ALICE, buys(2).at(100)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, buys(1).at(100)).emits("accepted #2 buy 1@100 holds 100", "rested #2 1@100");
    }

    @Test
    void feesAreTakenFromWhatEachSideReceives() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(TEN_BASIS_POINTS, 2 * TEN_BASIS_POINTS));
        venue.receives(ALICE, sells(1_000).at(2));

        venue.receives(BOB, buys(1_000).at(2))
                .emits(
                        "accepted #2 buy 1000@2 holds 2000",
                        "traded 1000@2 for 2000 #1|#2 left 0|0 released 0|0 fees 2|2");
        venue.has(ALICE, QUOTE, WEALTH + 1_998, 0).has(BOB, BASE, WEALTH + 998, 0);
        venue.has(FEE_INCOME, QUOTE, 2, 0).has(FEE_INCOME, BASE, 2, 0);
    }

    @Test
    void feesInQuoteArePaidByBothInQuote() {
        VenueUnderTest venue =
                VenueUnderTest.trading(new Terms().feesInQuote().fees(TEN_BASIS_POINTS, 2 * TEN_BASIS_POINTS));
        venue.receives(ALICE, buys(1_000).at(2)).emits("accepted #1 buy 1000@2 holds 2004", "rested #1 1000@2");

        venue.receives(BOB, sells(1_000).at(2))
                .emits(
                        "accepted #2 sell 1000@2 holds 1000",
                        "traded 1000@2 for 2000 #1|#2 left 0|0 released 2|0 fees 2|4");
        venue.has(ALICE, QUOTE, WEALTH - 2_002, 0).has(BOB, QUOTE, WEALTH + 1_996, 0);
        venue.has(FEE_INCOME, QUOTE, 6, 0);
    }

    @Test
    void sevenFillsPayTheFeeOfTheWholeRoundedUpOnce() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(TEN_BASIS_POINTS, 0));
        venue.receives(ALICE, sells(7).at(133));

        for (int i = 0; i < 7; i++) venue.receives(BOB, buys(1).at(133));

        venue.has(FEE_INCOME, QUOTE, 1, 0).has(ALICE, QUOTE, WEALTH + 7 * 133 - 1, 0);
    }

    @Test
    void theFirstOfTheSevenPaysItAll() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(TEN_BASIS_POINTS, 0));
        venue.receives(ALICE, sells(7).at(133));

        venue.receives(BOB, buys(1).at(133))
                .emits("accepted #2 buy 1@133 holds 133", "traded 1@133 for 133 #1|#2 left 6|0 released 0|0 fees 1|0");
        venue.receives(BOB, buys(1).at(133))
                .emits("accepted #3 buy 1@133 holds 133", "traded 1@133 for 133 #1|#3 left 5|0 released 0|0");
    }

    @Test
    void aHoldCoversFeesThatAreRoundedUpFillByFill() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().feesInQuote().fees(FIFTY_PERCENT, FIFTY_PERCENT));
        venue.receives(ALICE, buys(2).at(1)).emits("accepted #1 buy 2@1 holds 3", "rested #1 2@1");

        venue.receives(BOB, sells(1).at(1))
                .emits("accepted #2 sell 1@1 holds 1", "traded 1@1 for 1 #1|#2 left 1|0 released 0|0 fees 1|1");
        venue.has(ALICE, QUOTE, WEALTH - 2, 1);
        venue.receives(BOB, sells(1).at(1))
                .emits("accepted #3 sell 1@1 holds 1", "traded 1@1 for 1 #1|#3 left 0|0 released 0|0 fees 0|1");
    }

    @Test
    void aMakersRebateIsPaidFromTheTakersFee() {
        Terms terms = new Terms().feesInQuote().fees(-TEN_BASIS_POINTS, 2 * TEN_BASIS_POINTS);
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        venue.receives(ALICE, sells(1_000).at(2));

        venue.receives(BOB, buys(1_000).at(2))
                .emits(
                        "accepted #2 buy 1000@2 holds 2004",
                        "traded 1000@2 for 2000 #1|#2 left 0|0 released 0|0 fees -2|4");
        venue.has(FEE_INCOME, QUOTE, 2, 0).has(ALICE, QUOTE, WEALTH + 2_002, 0);
    }

    @Test
    void aRebateIsRoundedTowardTheVenue() {
        Terms terms = new Terms().feesInQuote().fees(-TEN_BASIS_POINTS, TEN_BASIS_POINTS);
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        venue.receives(ALICE, sells(19).at(100));

        venue.receives(BOB, buys(19).at(100))
                .emits(
                        "accepted #2 buy 19@100 holds 1902",
                        "traded 19@100 for 1900 #1|#2 left 0|0 released 0|0 fees -1|2");
    }

    @Test
    void rebatesMayCostTheVenueOnlyWhereItSaidSo() {
        Terms terms = new Terms().fees(-TEN_BASIS_POINTS, 0).rebatesMayCost();
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        venue.receives(ALICE, sells(1_000).at(2));
        venue.receives(BOB, buys(1_000).at(2))
                .emits(
                        "accepted #2 buy 1000@2 holds 2000",
                        "traded 1000@2 for 2000 #1|#2 left 0|0 released 0|0 fees -2|0");

        venue.has(FEE_INCOME, QUOTE, -2, 0);
    }

    @Test
    void aRebateBeyondFeeIncomeIsCutAndNotOwedLater() {
        VenueUnderTest venue =
                VenueUnderTest.trading(new Terms().fees(-TEN_BASIS_POINTS, 0).rebatesMayCost());
        Terms strict = new Terms().feesInQuote().fees(-TEN_BASIS_POINTS, TEN_BASIS_POINTS);
        venue.decides(strict.listing("STRICT"));
        venue.receives(ALICE, sells(1_000).at(2)).receives(BOB, buys(1_000).at(2));
        venue.has(FEE_INCOME, QUOTE, -2, 0);

        venue.decides(sells(1_000).at(2).by(ALICE, 2));
        venue.decides(buys(1_000).at(2).by(BOB, 2))
                .emits(
                        "accepted #4 buy 1000@2 holds 2002",
                        "traded 1000@2 for 2000 #3|#4 left 0|0 released 0|0 fees 0|2",
                        "fee capped #3 due -2 charged 0");
        venue.has(FEE_INCOME, QUOTE, 0, 0);
    }

    @Test
    void aTradeRoundsDownAndAHoldRoundsUp() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().tickPlaces(1));
        venue.receives(ALICE, sells(3).at(5)).emits("accepted #1 sell 3@5 holds 3", "rested #1 3@5");

        venue.receives(BOB, buys(5).at(5))
                .emits("accepted #2 buy 5@5 holds 3", "traded 3@5 for 1 #1|#2 left 0|2 released 0|1", "rested #2 2@5");
        venue.has(BOB, QUOTE, WEALTH - 1, 1);
    }
}
