package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** Orders without a limit that take part in an auction: what they may pay, where they wait, who comes first. */
class AuctionMarketOrderRulesTest {
    private VenueUnderTest venue = collecting(new Terms().reference(100).collar(5));

    private static VenueUnderTest collecting(Terms terms) {
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        return venue.goes(Phase.PRE_OPEN).goes(Phase.CALL);
    }

    private VenueUnderTest atMarket(int account, Ticket ticket) {
        return venue.decides(ticket.until(TimeInForce.GOOD_FOR_AUCTION, account));
    }

    @Test
    void buy40AtMarketAgainstSell40At998TradesAtTheReferenceOf1000() {
        // Euronext's published case: 9.98 and 10.00, here in cents.
        venue = collecting(new Terms().reference(1_000).collar(50));
        atMarket(BOB, buys(40));
        venue.receives(ALICE, sells(40).at(998));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 40@1000 reference 1000",
                        "traded 40@1000 for 40000 #1|#2 left 0|0 released 2000|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.has(BOB, QUOTE, WEALTH - 40_000, 0).has(BOB, BASE, WEALTH + 40, 0);
    }

    @Test
    void aMarketOrderWaitsOutsideOfTheBookAndHoldsUpToItsCollar() {
        atMarket(BOB, buys(4)).emits("accepted #1 buy 4@105 holds 420", "terms #1", "parked #1 for AUCTION");
        atMarket(ALICE, sells(3))
                .emits(
                        "accepted #2 sell 3@95 holds 3",
                        "terms #2",
                        "parked #2 for AUCTION",
                        "indicated 3@100 buys left 1");

        venue.shows(Side.BUY).shows(Side.SELL).has(BOB, QUOTE, WEALTH, 420);
    }

    @Test
    void marketOrdersOnlyTradeAtTheReference() {
        atMarket(BOB, buys(4));
        atMarket(ALICE, sells(3));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 3@100 buys left 1 reference 100",
                        "traded 3@100 for 300 #1|#2 left 1|0 released 15|0",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #1 1@105 released 105 AUCTION_ENDED");
    }

    @Test
    void aMarketOrderIsNoCandidateForThePrice() {
        atMarket(BOB, buys(4));
        venue.receives(ALICE, sells(4).at(97));
        venue.receives(CAROL, sells(4).at(98));

        venue.goes(Phase.CONTINUOUS);
        // At 105, the protection, it would trade as much; at 98 the most is left to sell.
        assertThat(venue.events()).contains("uncrossed OPENING 4@97 reference 100");
    }

    @Test
    void marketOrdersTradeBeforeLimitsAndByTime() {
        venue.receives(BOB, buys(2).at(105));
        atMarket(CAROL, buys(2));
        atMarket(BOB, buys(2));
        venue.receives(ALICE, sells(5).at(100));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 5@105 buys left 1 reference 100",
                        "traded 2@105 for 210 #2|#4 left 0|3 released 0|0",
                        "traded 2@105 for 210 #3|#4 left 0|1 released 0|0",
                        "traded 1@105 for 105 #1|#4 left 1|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#1 1@105").shows(Side.SELL);
    }

    @Test
    void aLimitBeyondTheirProtectionComesBeforeThem() {
        atMarket(CAROL, buys(2));
        venue.receives(BOB, buys(1).at(106));
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(ALICE, sells(1).at(106));

        // Would the limit be left over, it would cross the sell at 106.
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 2@100 buys left 1 reference 100",
                        "traded 1@100 for 100 #2|#3 left 0|1 released 6|0",
                        "traded 1@100 for 100 #1|#3 left 1|0 released 5|0",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #1 1@105 released 105 AUCTION_ENDED");
        venue.shows(Side.BUY).shows(Side.SELL, "#4 1@106");
    }

    @Test
    void aMarketOrderTradesNoFurtherThanItsProtection() {
        atMarket(BOB, buys(4));
        venue.receives(ALICE, sells(4).at(106));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 0@0 reference 100",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #1 4@105 released 420 AUCTION_ENDED");
    }

    @Test
    void aBuyerWithoutACollarOrAReferenceIsRefusedASellerIsNot() {
        for (Terms terms : new Terms[] {new Terms().collar(5), new Terms().reference(100)}) {
            venue = collecting(terms);
            atMarket(BOB, buys(4)).emits("rejected NO_REFERENCE_PRICE");
            atMarket(ALICE, sells(4)).emits("accepted #1 sell 4@0 holds 4", "terms #1", "parked #1 for AUCTION");
            venue.receives(BOB, buys(4).at(3));

            venue.goes(Phase.CONTINUOUS);
            assertThat(venue.events()).contains("traded 4@3 for 12 #1|#2 left 0|0 released 0|0");
        }
    }

    @Test
    void anAmountIsForNoAuction() {
        atMarket(BOB, buysFor(400)).emits("rejected NOT_FOR_AUCTION");
    }

    @Test
    void anOrderThatWaitsForAnAuctionIsCancelledButNotAmended() {
        atMarket(BOB, buys(4));
        atMarket(ALICE, sells(3));

        venue.amendsTotal(BOB, 1, 2).emits("rejected NOT_FOR_AUCTION");
        venue.cancels(BOB, 1).emits("cancelled #1 4@105 released 420 REQUESTED_BY_OWNER", "indicated 0@0");
        venue.cancelsAll(ALICE).emits("cancelled #2 3@95 released 3 MASS_CANCEL", "mass cancelled 1 remaining 0");
        venue.goes(Phase.CONTINUOUS)
                .emits("phase CALL to UNCROSS", "uncrossed OPENING 0@0 reference 100", "phase UNCROSS to CONTINUOUS");
    }

    @Test
    void marketOrdersForTheOpeningTradeOnTheWayThereWithoutACall() {
        venue = VenueUnderTest.trading(new Terms().reference(100).collar(5)).goes(Phase.PRE_OPEN);
        venue.decides(buys(4).until(TimeInForce.AT_OPEN, BOB));
        venue.receives(ALICE, sells(4).at(101));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase PRE_OPEN to UNCROSS",
                        "uncrossed OPENING 4@101 reference 100",
                        "traded 4@101 for 404 #1|#2 left 0|0 released 16|0",
                        "phase UNCROSS to CONTINUOUS");
    }
}
