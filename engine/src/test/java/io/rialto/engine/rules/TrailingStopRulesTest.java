package io.rialto.engine.rules;

import static io.rialto.engine.rules.ElectionRulesTest.elected;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.TriggerRulesTest.lastTradeAt;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.TriggerSource;
import org.junit.jupiter.api.Test;

/** Stops whose trigger follows the best price: when they become active, where they are elected, what they hold. */
class TrailingStopRulesTest {
    @Test
    void aSellersTriggerStaysBehindTheHighestPrice() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(2).trailing(5))
                .emits("accepted #3 sell 2@0 holds 2", "terms #3 trails by 5 LAST", "parked #3 for TRIGGER");
        trades(venue, 110, 106);
        assertThat(elected(venue)).isEmpty();
        trades(venue, 105);
        assertThat(elected(venue)).containsExactly("#3");
    }

    @Test
    void aPriceThatIsNoNewBestMovesNoTrigger() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(2).trailing(5).becoming(90)); // #3
        trades(venue, 108, 107, 104, 106);
        assertThat(extreme(venue, 3)).isEqualTo(108);

        venue.receives(BOB, sells(1).at(103));
        venue.receives(CAROL, buys(1).at(103))
                .emits(
                        "accepted #13 buy 1@103 holds 103",
                        "traded 1@103 for 103 #12|#13 left 0|0 released 0|0",
                        "triggered #3 at 103 by 103: 2@90 hold 0",
                        "rested #3 2@90");
    }

    @Test
    void aBuyersTriggerStaysAboveTheLowestPrice() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(2).trailing(5).becoming(120)); // #3
        trades(venue, 90, 94);
        assertThat(extreme(venue, 3)).isEqualTo(90);

        venue.receives(BOB, sells(1).at(95));
        venue.receives(CAROL, buys(1).at(95))
                .emits(
                        "accepted #9 buy 1@95 holds 95",
                        "traded 1@95 for 95 #8|#9 left 0|0 released 0|0",
                        "triggered #3 at 95 by 95: 2@120 hold 0",
                        "rested #3 2@120");
    }

    /** Binance's published case: activation 44,000 from below, 500 basis points, low 42,000. */
    @Test
    void aBuyersTrailOf500BasisPointsWithALowOf42000TriggersAt44100() {
        VenueUnderTest venue = lastTradeAt(40_000);
        venue.receives(ALICE, buys(1).trailingBps(500).activeAt(44_000).becoming(45_000))
                .emits(
                        "accepted #3 buy 1@45000 holds 45000",
                        "terms #3 trails by bps 500 from 44000 LAST",
                        "parked #3 for TRIGGER");
        trades(venue, 37_000, 43_999);
        assertThat(extreme(venue, 3)).isZero();
        trades(venue, 44_000);
        assertThat(extreme(venue, 3)).isEqualTo(44_000);
        trades(venue, 45_000, 42_000, 44_099);
        assertThat(extreme(venue, 3)).isEqualTo(42_000);

        venue.receives(BOB, sells(1).at(44_100));
        venue.receives(CAROL, buys(1).at(44_100));
        assertThat(venue.events()).contains("triggered #3 at 44100 by 44100: 1@45000 hold 0");
    }

    @Test
    void basisPointsAreRoundedAwayFromTheBestPrice() {
        VenueUnderTest venue = lastTradeAt(999);
        venue.receives(ALICE, sells(1).trailingBps(1).becoming(2_000)); // #3: 998.9001
        venue.receives(ALICE, buys(1).trailingBps(1).becoming(2)); // #4: 999.0999

        trades(venue, 998);
        assertThat(venue.events()).contains("triggered #3 at 998 by 998: 1@2000 hold 0");
        trades(venue, 999);
        assertThat(venue.events()).contains("triggered #4 at 999 by 999: 1@2 hold 0");
    }

    @Test
    void theBestPriceIsMovedBeforeTheTriggerIsTestedByEachTradeInItsTurn() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).trailing(3).becoming(300)); // #3
        venue.receives(BOB, sells(1).at(101)).receives(BOB, sells(1).at(110));
        venue.receives(CAROL, buys(2).at(110));
        assertThat(elected(venue)).isEmpty();
        venue.receives(BOB, buys(1).at(108)).receives(BOB, buys(1).at(107)).receives(BOB, buys(1).at(106));

        venue.receives(CAROL, sells(3));
        assertThat(venue.events()).contains("triggered #3 at 107 by 107: 1@300 hold 0");
    }

    @Test
    void itBecomesActiveWithTheFirstPriceThatReachesItsActivationFromWhereItWas() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).trailing(50).activeAt(105)); // #3
        venue.receives(ALICE, sells(1).trailing(50).activeAt(95)); // #4
        venue.receives(ALICE, sells(1).trailing(50).activeAt(100)); // #5
        assertThat(extreme(venue, 5)).isEqualTo(100);
        trades(venue, 104, 107);
        assertThat(extreme(venue, 3)).isEqualTo(107);
        assertThat(extreme(venue, 4)).isZero();
        trades(venue, 96, 94, 120);
        assertThat(extreme(venue, 3)).isEqualTo(120);
        assertThat(extreme(venue, 4)).isEqualTo(120);
    }

    @Test
    void withoutALastTradeItWaitsAndBeginsWithTheFirst() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(1).trailing(5).becoming(90)); // #1
        venue.receives(ALICE, sells(1).trailing(5).activeAt(70).becoming(90)); // #2
        trades(venue, 50, 60, 70);
        assertThat(extreme(venue, 1)).isEqualTo(70);
        assertThat(extreme(venue, 2)).isEqualTo(70);

        trades(venue, 65);
        assertThat(elected(venue)).containsExactly("#1", "#2");
    }

    @Test
    void whoCameLaterHasSeenLess() {
        VenueUnderTest venue = lastTradeAt(120);
        venue.receives(ALICE, sells(1).trailing(20).becoming(300)); // #3 from 120
        trades(venue, 110);
        venue.receives(ALICE, sells(1).trailing(11).becoming(300)); // #6 from 110
        trades(venue, 105);
        venue.receives(ALICE, sells(1).trailing(4).becoming(300)); // #9 from 105
        trades(venue, 107, 111);
        assertThat(extreme(venue, 3)).isEqualTo(120);
        assertThat(extreme(venue, 6)).isEqualTo(111);
        assertThat(extreme(venue, 9)).isEqualTo(111);

        trades(venue, 100);
        assertThat(elected(venue)).containsExactly("#9", "#3", "#6");
    }

    @Test
    void theyAreElectedAmongAllOtherStopsClosestFirst() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).stopLimit(96, 300)); // #3
        venue.receives(ALICE, sells(1).trailing(3).becoming(300)); // #4: 97
        venue.receives(ALICE, sells(1).trailingBps(400).becoming(300)); // #5: 96
        venue.receives(ALICE, sells(1).stopLimit(97, 300)); // #6

        trades(venue, 95);
        assertThat(elected(venue)).containsExactly("#4", "#6", "#3", "#5");
    }

    @Test
    void aBuyerHoldsByWhereHisTriggerStandsAndTheCollarOnTop() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5));
        trades(venue, 100);

        venue.receives(ALICE, buys(2).trailing(10));
        assertThat(venue.events()).startsWith("accepted #3 buy 2@0 holds 230");
        venue.receives(ALICE, buys(2).trailing(10).activeAt(80));
        assertThat(venue.events()).startsWith("accepted #4 buy 2@0 holds 190");
        venue.receives(ALICE, buys(2).trailing(10).becoming(130));
        assertThat(venue.events()).startsWith("accepted #5 buy 2@130 holds 260");
    }

    @Test
    void whereNobodyCanTellHisTriggerABuyerHoldsNothing() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5));

        venue.receives(ALICE, buys(2).trailing(10));
        assertThat(venue.events()).startsWith("accepted #1 buy 2@0 holds 0");
        venue.receives(BOB, sells(1).at(200));
        venue.receives(ALICE, buys(2).trailing(10));
        assertThat(venue.events()).startsWith("accepted #3 buy 2@0 holds 430");
    }

    @Test
    void whatItHoldsIsSettledWhenItIsElected() {
        VenueUnderTest venue = VenueUnderTest.poor(new Terms().collar(5));
        venue.deposits(BOB, BASE, 10).deposits(BOB, QUOTE, 5_000).deposits(CAROL, BASE, 10);
        venue.deposits(CAROL, QUOTE, 5_000).deposits(ALICE, QUOTE, 120);
        trades(venue, 100);
        venue.receives(ALICE, buys(1).trailing(10)); // #3 holds 115
        trades(venue, 90);
        venue.receives(BOB, sells(2).at(101)).receives(BOB, sells(1).at(102));

        venue.receives(CAROL, buys(2).at(101))
                .emits(
                        "accepted #8 buy 2@101 holds 202",
                        "traded 2@101 for 202 #6|#8 left 0|0 released 0|0",
                        "triggered #3 at 100 by 101: 1@107 hold -8",
                        "traded 1@102 for 102 #7|#3 left 0|0 released 0|5");
    }

    @Test
    void whoCannotPayThenExpires() {
        VenueUnderTest venue = VenueUnderTest.poor(new Terms());
        venue.deposits(BOB, BASE, 10).deposits(CAROL, QUOTE, 5_000);
        venue.receives(ALICE, buys(1).trailing(10)); // #1 holds nothing
        trades(venue, 100);
        venue.receives(BOB, sells(2).at(110));

        venue.receives(CAROL, buys(1))
                .emits(
                        "accepted #5 buy 1@0 holds 110",
                        "traded 1@110 for 110 #4|#5 left 1|0 released 0|0",
                        "triggered #1 at 110 by 110: 1@0 hold 0",
                        "expired #1 1@0 released 0 INSUFFICIENT_FUNDS");
    }

    @Test
    void itMayTrailTheMarkPrice() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).trailing(5).becoming(300).watching(TriggerSource.MARK)); // #3

        venue.marks(200).emits("mark 200");
        venue.marks(220).emits("mark 220");
        trades(venue, 50);
        venue.marks(215).emits("mark 215", "triggered #3 at 215 by 215: 1@300 hold 0", "rested #3 1@300");
    }

    @Test
    void itMayTrailTheBestPriceThatItCouldTradeAt() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, buys(5).at(100));
        venue.receives(ALICE, sells(2).trailing(3).watching(TriggerSource.BEST)); // #2
        venue.receives(BOB, buys(5).at(105));
        assertThat(extreme(venue, 2)).isEqualTo(105);
        venue.receives(BOB, buys(5).at(102));

        venue.cancels(BOB, 3)
                .emits(
                        "cancelled #3 5@105 released 525 REQUESTED_BY_OWNER",
                        "triggered #2 at 102 by 102: 2@0 hold 0",
                        "traded 2@102 for 204 #4|#2 left 3|0 released 0|0");
    }

    @Test
    void anAmendKeepsTheBestPriceAndTakesItsHoldAnew() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(2).trailing(10)); // #3 holds 220
        venue.receives(ALICE, buys(1).trailing(10).becoming(200)); // #4
        venue.receives(ALICE, buys(1).trailing(10).becoming(200)); // #5
        trades(venue, 80);

        venue.amendsTotal(ALICE, 3, 3).emits("amended #3 from 2@0 to 3@0 of 3 hold +50 version 2 place lost");
        venue.amendsTotal(ALICE, 3, 2).emits("amended #3 from 3@0 to 2@0 of 2 hold -90 version 3 place kept");
        venue.amendsPrice(ALICE, 4, 190);
        assertThat(extreme(venue, 3)).isEqualTo(80);
        venue.amendsTrigger(ALICE, 3, 95).emits("rejected TRIGGER_NOT_EXPECTED");
        trades(venue, 90);
        assertThat(elected(venue)).containsExactly("#5", "#3", "#4");
    }

    @Test
    void itIsCancelledLikeAnyOther() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(2).trailing(10)); // #3
        venue.receives(ALICE, buys(2).trailingBps(10).becoming(50)); // #4
        venue.receives(ALICE, buys(2).trailing(1).activeAt(90).becoming(50)); // #5
        trades(venue, 99);

        venue.cancels(ALICE, 3).emits("cancelled #3 2@0 released 220 REQUESTED_BY_OWNER");
        venue.cancelsAll(ALICE)
                .emits(
                        "cancelled #4 2@50 released 100 MASS_CANCEL",
                        "cancelled #5 2@50 released 100 MASS_CANCEL",
                        "mass cancelled 2 remaining 0");
        venue.has(ALICE, QUOTE, WEALTH, 0);
        trades(venue, 50, 200);
        assertThat(elected(venue)).isEmpty();
    }

    @Test
    void anotherTickEndsIt() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(2).trailing(10)); // #3

        venue.changes(InstrumentParameter.TICK, 200);
        assertThat(venue.events()).startsWith("cancelled #3 2@0 released 2 NOT_CONVERTIBLE");
        trades(venue, 50, 40, 1);
    }

    @Test
    void aMarketThatIsHaltedLetsTheMarkPriceMoveItsTrigger() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).trailing(5).becoming(300).watching(TriggerSource.MARK)); // #3
        venue.goes(Phase.HALT);
        venue.marks(200).emits("mark 200");
        venue.marks(190).emits("mark 190");

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("triggered #3 at 195 by 190: 1@300 hold 0");
    }

    @Test
    void whatCannotStandTogetherIsRefusedByItsOwnReason() {
        VenueUnderTest venue = lastTradeAt(100);

        venue.receives(ALICE, sells(1).trailing(0)).emits("rejected TRIGGER_MISSING");
        venue.receives(ALICE, sells(1).trailing(-1)).emits("rejected TRAILING_DISTANCE_INVALID");
        venue.receives(ALICE, sells(1).trailing(1).trailingBps(1)).emits("rejected TRAILING_DISTANCE_INVALID");
        venue.receives(ALICE, sells(1).trailingBps(10_000)).emits("rejected TRAILING_DISTANCE_INVALID");
        venue.receives(ALICE, sells(1).trailingBps(-1)).emits("rejected TRAILING_DISTANCE_INVALID");
        venue.receives(ALICE, sells(1).trailing(1).activeAt(0)).emits("rejected PRICE_NOT_POSITIVE");
        venue.receives(ALICE, sells(1).stop(90).activeAt(95)).emits("rejected TRIGGER_NOT_EXPECTED");
        venue.receives(ALICE, sells(1).trailing(1).postOnly()).emits("rejected TRIGGER_WITH_POST_ONLY");
        venue.receives(ALICE, Ticket.buysFor(100).trailing(1)).emits("rejected TRIGGER_WITH_QUOTE_AMOUNT");
        venue.receives(ALICE, sells(1).trailing(1).becoming(-1)).emits("rejected PRICE_NOT_POSITIVE");
    }

    /** Bob sells one to Carol at each of the prices. */
    private static void trades(VenueUnderTest venue, long... prices) {
        for (long ticks : prices) {
            venue.receives(BOB, sells(1).at(ticks)).receives(CAROL, buys(1).at(ticks));
        }
    }

    private static long extreme(VenueUnderTest venue, long serial) {
        return venue.core().state().extremeTicks(venue.order(serial));
    }
}
