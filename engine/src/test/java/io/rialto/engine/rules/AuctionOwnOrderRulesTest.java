package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.allOrNone;
import static io.rialto.engine.rules.DisplayOrders.hidden;
import static io.rialto.engine.rules.DisplayOrders.iceberg;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.InstrumentParameter.AUCTION_SELF_TRADES;
import static io.rialto.protocol.InstrumentParameter.DYNAMIC_RANGE_BPS;
import static io.rialto.protocol.InstrumentParameter.TRACKED_POSITIONS;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;
import static io.rialto.protocol.SelfTradePrevention.DECREMENT;
import static io.rialto.protocol.SelfTradePrevention.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** What becomes of orders of one owner that would meet in an auction. */
class AuctionOwnOrderRulesTest {
    private VenueUnderTest venue = collecting(new Terms());

    private static VenueUnderTest collecting(Terms terms) {
        VenueUnderTest venue = VenueUnderTest.trading(terms).changes(AUCTION_SELF_TRADES, 1);
        return venue.goes(Phase.CALL);
    }

    private void allowsOwnTrades() {
        venue.changes(AUCTION_SELF_TRADES, 0);
    }

    @Test
    void ordersOfOneOwnerTradeWithEachOtherAndThatIsFlagged() {
        allowsOwnTrades();
        venue.receives(BOB, buys(5).at(100).prevents(CANCEL_OLDEST));
        venue.receives(BOB, sells(5).at(100));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 5@100 reference 0",
                        "traded 5@100 for 500 #1|#2 left 0|0 released 0|0",
                        "own trade 1 #1|#2",
                        "phase UNCROSS to CONTINUOUS");
    }

    private void workedBook() {
        venue.receives(ALICE, buys(5).at(102));
        venue.receives(BOB, buys(3).at(101));
        venue.receives(ALICE, sells(4).at(100));
        venue.receives(ALICE, sells(2).at(103));
        venue.receives(CAROL, sells(3).at(101));
        venue.receives(ALICE, buys(1).at(103));
    }

    @Test
    void theYoungerOfTwoOwnOrdersThatWouldMeetIsCancelledBeforeThePriceIsFound() {
        workedBook();

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 4@102 #1|#3 left 5|4 released 0|0 CANCEL_NEWEST",
                        "expired #3 4@100 released 4 SELF_TRADE_PREVENTED from the book",
                        "prevented 1@103 #4|#6 left 2|1 released 0|0 CANCEL_NEWEST",
                        "expired #6 1@103 released 103 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 3@102 buys left 2 reference 0",
                        "traded 3@102 for 306 #1|#5 left 2|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#1 2@102", "#2 3@101").shows(Side.SELL, "#4 2@103");
        venue.has(ALICE, BASE, WEALTH + 3, 2).has(ALICE, QUOTE, WEALTH - 306, 204);
    }

    @Test
    void whereTheyMayTradeTheSameBookTradesMore() {
        allowsOwnTrades();
        workedBook();

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("uncrossed INTRADAY 7@101 buys left 2 reference 0");
    }

    @Test
    void whateverTheYoungersModeItIsHeWhoGoes() {
        venue.receives(ALICE, buys(5).at(100).prevents(NONE));
        venue.receives(ALICE, sells(2).at(99).prevents(CANCEL_OLDEST));
        venue.receives(ALICE, sells(3).at(98).prevents(DECREMENT));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 2@100 #1|#2 left 5|2 released 0|0 CANCEL_NEWEST",
                        "expired #2 2@99 released 2 SELF_TRADE_PREVENTED from the book",
                        "prevented 3@100 #1|#3 left 5|3 released 0|0 CANCEL_NEWEST",
                        "expired #3 3@98 released 3 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 0@0 reference 0",
                        "phase UNCROSS to CONTINUOUS");
    }

    @Test
    void withModeNoneTheYoungerTradesAndCountsForTheNext() {
        venue.receives(ALICE, buys(5).at(100));
        venue.receives(ALICE, sells(2).at(99).prevents(NONE));
        venue.receives(ALICE, buys(1).at(99));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 1@99 #2|#3 left 2|1 released 0|0 CANCEL_NEWEST",
                        "expired #3 1@99 released 99 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@100 buys left 3 reference 0",
                        "traded 2@100 for 200 #1|#2 left 3|0 released 0|0",
                        "own trade 1 #1|#2",
                        "phase UNCROSS to CONTINUOUS");
    }

    @Test
    void whoIsCancelledNoLongerCounts() {
        venue.receives(ALICE, sells(1).at(101));
        venue.receives(ALICE, buys(1).at(102));
        venue.receives(ALICE, sells(1).at(102));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("expired #2 1@102 released 102 SELF_TRADE_PREVENTED from the book");
        venue.shows(Side.BUY).shows(Side.SELL, "#1 1@101", "#3 1@102");
    }

    @Test
    void ofSeveralOlderOrdersTheBestIsNamedAndOfEqualOnesTheOldest() {
        venue.receives(ALICE, buys(1).at(100));
        venue.receives(ALICE, buys(2).at(102));
        venue.receives(ALICE, buys(3).at(102));
        venue.receives(ALICE, sells(9).at(100));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).first().isEqualTo("prevented 2@102 #2|#4 left 2|9 released 0|0 CANCEL_NEWEST");
    }

    @Test
    void accountsOfOneTradeGroupAreOneOwnerInAuctionsToo() {
        venue.decides(new Command.OpenAccount(0, 7, 0)).decides(new Command.OpenAccount(0, 7, 1));
        venue.deposits(103, BASE, 10).deposits(104, QUOTE, 1_000);
        venue.receives(104, buys(3).at(100));
        venue.receives(103, sells(3).at(100));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("expired #2 3@100 released 3 SELF_TRADE_PREVENTED from the book");
        venue.shows(Side.BUY, "#1 3@100");
    }

    @Test
    void anIcebergGoesWithItsReserveAndAHiddenOrderGoesToo() {
        venue.receives(ALICE, buys(5).at(100));
        venue.decides(iceberg(ALICE, sells(9).at(100), 2)).decides(hidden(ALICE, sells(2).at(99)));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 5@100 #1|#2 left 5|9 released 0|0 CANCEL_NEWEST",
                        "expired #2 9@100 released 9 SELF_TRADE_PREVENTED from the book",
                        "prevented 2@100 #1|#3 left 5|2 released 0|0 CANCEL_NEWEST",
                        "expired #3 2@99 released 2 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 0@0 reference 0",
                        "phase UNCROSS to CONTINUOUS");
    }

    @Test
    void whoTakesNoPartNeitherGoesNorMakesOthersGo() {
        venue.decides(allOrNone(ALICE, buys(5).at(100)));
        venue.receives(ALICE, sells(5).at(100));
        venue.decides(allOrNone(ALICE, sells(3).at(99)));

        venue.goes(Phase.CONTINUOUS)
                .emits("phase CALL to UNCROSS", "uncrossed INTRADAY 0@0 reference 0", "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#1 5@100").shows(Side.SELL, "#3 3@99", "#2 5@100");
    }

    @Test
    void aMarketOrderReachesAsFarAsItsProtection() {
        venue = collecting(new Terms().reference(100).collar(5));
        venue.receives(ALICE, sells(1).at(106));
        venue.receives(ALICE, sells(2).at(105));
        venue.decides(buys(4).until(TimeInForce.GOOD_FOR_AUCTION, ALICE));
        venue.decides(sells(4).until(TimeInForce.GOOD_FOR_AUCTION, BOB));
        venue.receives(BOB, buys(1).at(95));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 2@105 #2|#3 left 2|4 released 0|0 CANCEL_NEWEST",
                        "expired #3 4@105 released 420 SELF_TRADE_PREVENTED",
                        "prevented 1@95 #4|#5 left 4|1 released 0|0 CANCEL_NEWEST",
                        "expired #5 1@95 released 95 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 0@0 reference 100",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #4 4@95 released 4 AUCTION_ENDED");
    }

    @Test
    void anOrderAtTheCloseIsAsOldAsItsAcceptance() {
        venue.goes(Phase.CONTINUOUS);
        venue.decides(buys(5).at(101).until(TimeInForce.AT_CLOSE, ALICE));
        venue.receives(ALICE, sells(2).at(100));
        venue.decides(new Command.StartCall(1, CallKind.CLOSING.value(), 0, 0, 0, 0, 0, 0, 0));

        venue.goes(Phase.POST_CLOSE)
                .emits(
                        "prevented 2@101 #1|#2 left 5|2 released 0|0 CANCEL_NEWEST",
                        "expired #2 2@100 released 2 SELF_TRADE_PREVENTED from the book",
                        "phase CALL to UNCROSS",
                        "uncrossed CLOSING 0@0 reference 0",
                        "phase UNCROSS to POST_CLOSE",
                        "expired #1 5@101 released 505 AUCTION_ENDED from the book");
    }

    @Test
    void aLegThatGoesEndsItsList() {
        venue.receives(ALICE, sells(3).at(95));
        venue.binds(ALICE, ListKind.OCO, ChildPolicy.NONE, false, buys(3).at(95), buys(3).stopLimit(105, 107));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events())
                .startsWith("prevented 3@95 #1|#3 left 3|3 released 0|0 CANCEL_NEWEST")
                .containsSubsequence("phase UNCROSS to CONTINUOUS", "cancelled #2 3@107 released 36 OTHER_LEG_DONE");
        venue.has(ALICE, QUOTE, WEALTH, 0);
    }

    @Test
    void anOrderThatReducesGoesLikeAnyOther() {
        venue = VenueUnderTest.trading().changes(TRACKED_POSITIONS, 1).changes(AUCTION_SELF_TRADES, 1);
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
        venue.goes(Phase.CALL);
        venue.receives(ALICE, buys(2).at(101));
        venue.receives(ALICE, sells(10).at(101).reduceOnly());
        venue.receives(BOB, buys(4).at(101));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events())
                .contains(
                        "expired #4 10@101 released 10 SELF_TRADE_PREVENTED from the book",
                        "uncrossed INTRADAY 0@0 reference 100");
    }

    @Test
    void whatIsAskedOfThePriceIsAskedAfterwardsAndTheyStayCancelled() {
        venue.goes(Phase.CONTINUOUS);
        venue.receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        venue.changes(DYNAMIC_RANGE_BPS, 500).goes(Phase.CALL);
        venue.receives(ALICE, sells(3).at(100)).receives(ALICE, buys(3).at(100));
        venue.receives(BOB, sells(1).at(110)).receives(CAROL, buys(1).at(120));
        venue.cancels(ALICE, 3).receives(ALICE, sells(2).at(99));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "prevented 2@100 #4|#7 left 3|2 released 0|0 CANCEL_NEWEST",
                        "expired #7 2@99 released 2 SELF_TRADE_PREVENTED from the book",
                        "extended at 110 until 120000001000",
                        "indicated 1@110");
        assertThat(venue.core().state().phase(1)).isEqualTo(Phase.CALL);
    }

    @Test
    void aCallThatIsLeftForAHaltCancelsNobody() {
        workedBook();

        venue.goes(Phase.HALT).emits("phase CALL to HALT");
        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events())
                .startsWith("prevented 4@102 #1|#3 left 5|4 released 0|0 CANCEL_NEWEST")
                .contains("phase HALT to UNCROSS", "uncrossed NONE 3@102 buys left 2 reference 0");
    }

    @Test
    void whatTheFrameHasNoRoomForGoesOnInTheNextBeforeThePriceIsFound() {
        int sellers = 2_100;
        venue.receives(ALICE, buys(sellers).at(100));
        for (int i = 0; i < sellers; i++) venue.receives(ALICE, sells(1).at(99));
        venue.receives(BOB, sells(7).at(100));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).hasSize(4_094).last().asString().startsWith("expired #2048 ");
        assertThat(venue.core().state().phase(1)).isEqualTo(Phase.CALL);
        venue.cancels(ALICE, 1);
        assertThat(venue.events())
                .hasSize(2 * (sellers - 2_047) + 5)
                .endsWith(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 7@100 buys left 2093 reference 0",
                        "traded 7@100 for 700 #1|#2102 left 2093|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS",
                        "cancelled #1 2093@100 released 209300 REQUESTED_BY_OWNER");
    }
}
