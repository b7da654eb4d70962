package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** The price of an auction, in four steps, by the rulebook's worked books. */
class AuctionPriceRulesTest {
    private VenueUnderTest venue = collecting(new Terms());

    private static VenueUnderTest collecting(Terms terms) {
        VenueUnderTest venue = VenueUnderTest.trading(terms);
        return venue.goes(Phase.PRE_OPEN).goes(Phase.CALL);
    }

    private void buy(long lots, long ticks) {
        venue.receives(BOB, buys(lots).at(ticks));
    }

    private void sell(long lots, long ticks) {
        venue.receives(ALICE, sells(lots).at(ticks));
    }

    private void uncrosses(String said) {
        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("uncrossed OPENING " + said);
    }

    @Test
    void bookATradesMostAt100() {
        bookA();
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 750@100 buys left 150 reference 0",
                        "traded 200@100 for 20000 #1|#5 left 100|0 released 400|0",
                        "traded 100@100 for 10000 #1|#6 left 0|200 released 200|0",
                        "traded 200@100 for 20000 #2|#6 left 0|0 released 200|0",
                        "traded 250@100 for 25000 #3|#7 left 150|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#3 150@100", "#4 500@99").shows(Side.SELL, "#8 400@101");
    }

    private void bookA() {
        buy(300, 102);
        buy(200, 101);
        buy(400, 100);
        buy(500, 99);
        sell(200, 98);
        sell(300, 99);
        sell(250, 100);
        sell(400, 101);
    }

    @Test
    void caseBLeastImbalanceDecidesBetweenEqualVolumes() {
        buy(500, 101);
        buy(100, 100);
        sell(400, 99);
        sell(100, 100);
        sell(50, 101);

        uncrosses("500@101 sells left 50 reference 0");
    }

    @Test
    void caseCBuyPressureTakesTheHighestPrice() {
        buy(500, 102);
        sell(300, 98);

        uncrosses("300@102 buys left 200 reference 0");
    }

    @Test
    void caseDSellPressureTakesTheLowestPrice() {
        buy(300, 102);
        sell(500, 98);

        uncrosses("300@98 sells left 200 reference 0");
    }

    @Test
    void caseEBalancedSidesTradeNearestToTheReference() {
        balanced(100, "500@100 reference 100");
        balanced(105, "500@102 reference 105");
        balanced(97, "500@98 reference 97");
    }

    private void balanced(long referenceTicks, String said) {
        venue = collecting(new Terms().reference(referenceTicks));
        buy(500, 102);
        sell(500, 98);
        uncrosses(said);
    }

    @Test
    void caseFMixedImbalancesTradeNearestToTheReference() {
        // In half ticks, so that 100.5 is a price.
        mixed(201, "300@201 reference 201");
        mixed(198, "300@200 buys left 100 reference 198");
    }

    private void mixed(long referenceTicks, String said) {
        venue = collecting(new Terms().reference(referenceTicks));
        buy(300, 202);
        buy(100, 200);
        sell(300, 200);
        sell(100, 202);
        uncrosses(said);
    }

    @Test
    void withoutAnyReferenceTheMiddleIsTaken() {
        buy(500, 103);
        sell(500, 98);

        uncrosses("500@100 reference 0");
    }

    @Test
    void theLastTradeIsTheReferenceBeforeTheListedPrice() {
        venue = VenueUnderTest.trading(new Terms().reference(90));
        sell(1, 101);
        buy(1, 101);
        venue.goes(Phase.CALL);
        buy(500, 102);
        sell(500, 98);
        venue.goes(Phase.CONTINUOUS);

        assertThat(venue.events()).contains("uncrossed INTRADAY 500@101 reference 101");
    }

    @Test
    void whatDoesNotCrossDoesNotTrade() {
        buy(5, 98);
        sell(5, 99);

        venue.goes(Phase.CONTINUOUS)
                .emits("phase CALL to UNCROSS", "uncrossed OPENING 0@0 reference 0", "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#1 5@98").shows(Side.SELL, "#2 5@99");
    }

    @Test
    void theIndicationIsSaidWhenItChangesAndOnlyThen() {
        venue.receives(BOB, buys(5).at(100)).emits("accepted #1 buy 5@100 holds 500", "rested #1 5@100");
        venue.receives(ALICE, sells(2).at(100))
                .emits("accepted #2 sell 2@100 holds 2", "rested #2 2@100", "indicated 2@100 buys left 3");
        venue.receives(ALICE, sells(2).at(105)).emits("accepted #3 sell 2@105 holds 2", "rested #3 2@105");
        venue.amendsTotal(BOB, 1, 1)
                .emits(
                        "amended #1 from 5@100 to 1@100 of 1 hold -400 version 2 place kept",
                        "indicated 1@100 sells left 1");
        venue.cancels(ALICE, 2).emits("cancelled #2 2@100 released 2 REQUESTED_BY_OWNER", "indicated 0@0");
    }

    @Test
    void anIcebergTakesPartWithAllOfItself() {
        venue.decides(DisplayOrders.iceberg(BOB, buys(50).at(100), 5));
        sell(30, 100);

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("uncrossed OPENING 30@100 buys left 20 reference 0");
        venue.shows(Side.BUY, "#1 20@100");
    }

    @Test
    void anIcebergWhosePeakAnAuctionUsedUpShowsItsNextOneBehindTheOthers() {
        venue.decides(DisplayOrders.iceberg(BOB, buys(50).at(100), 5)); // #1
        buy(9, 100); // #2
        sell(30, 100); // #3

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 30@100 buys left 29 reference 0",
                        "traded 30@100 for 3000 #1|#3 left 20|0 released 0|0",
                        "displayed #1 as #4 5@100 of 20",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#2 9@100", "#1 20@100");
    }

    @Test
    void anOrderThatTradesOnlyWholeTakesNoPart() {
        venue.decides(DisplayOrders.allOrNone(BOB, buys(50).at(100)));
        buy(10, 99);
        sell(50, 99);

        uncrosses("10@99 sells left 40 reference 0");
    }
}
