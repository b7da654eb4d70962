package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.TriggerRulesTest.lastTradeAt;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TriggerSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is elected before whom, what cascades from it, and where that ends. */
class ElectionRulesTest {
    private static final long CALL_NANOS = 120_000_000_000L;

    @Test
    void aStopNeverJumpsOverOneThatWasElectedEarlier() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(BOB, buys(5).at(99)).receives(BOB, buys(5).at(98)).receives(BOB, buys(10).at(97));
        venue.receives(ALICE, sells(6).stop(99)); // S1 is #6
        venue.receives(ALICE, sells(5).stop(98)); // S2 is #7
        venue.receives(ALICE, sells(2).stop(99)); // S3 is #8

        venue.receives(CAROL, sells(5))
                .emits(
                        "accepted #9 sell 5@0 holds 5",
                        "traded 5@99 for 495 #3|#9 left 0|0 released 0|0",
                        "triggered #6 at 99 by 99: 6@0 hold 0",
                        "traded 5@98 for 490 #4|#6 left 0|1 released 0|0",
                        "traded 1@97 for 97 #5|#6 left 9|0 released 0|0",
                        "triggered #8 at 99 by 99: 2@0 hold 0",
                        "traded 2@97 for 194 #5|#8 left 7|0 released 0|0",
                        "triggered #7 at 98 by 98: 5@0 hold 0",
                        "traded 5@97 for 485 #5|#7 left 2|0 released 0|0");
        venue.shows(Side.BUY, "#5 2@97");
        assertThat(venue.core().state().lastTradeTicks(1)).isEqualTo(97);
    }

    @Test
    void theClosestTriggerIsElectedFirstAndThenTheOlder() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(1).stopLimit(104, 90));
        venue.receives(ALICE, buys(1).stopLimit(102, 90));
        venue.receives(ALICE, buys(1).stopLimit(102, 90));
        venue.receives(BOB, sells(1).at(105));

        venue.receives(CAROL, buys(1).at(105));
        assertThat(elected(venue)).containsExactly("#4", "#5", "#3");
    }

    @Test
    void buyersAndSellersOfOneTradeTakeTurnsByElectionSequence() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, sells(1).takeProfitLimit(103, 300)); // #3
        venue.receives(ALICE, buys(1).stopLimit(104, 90)); // #4
        venue.receives(ALICE, sells(1).takeProfitLimit(102, 300)); // #5
        venue.receives(ALICE, buys(1).stopLimit(101, 90)); // #6
        venue.receives(BOB, sells(1).at(105));

        venue.receives(CAROL, buys(1).at(105));
        assertThat(elected(venue)).containsExactly("#5", "#3", "#6", "#4");
    }

    @Test
    void theTradesOfOneCommandElectInTheirOrder() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(1).stopLimit(102, 90)); // #3
        venue.receives(ALICE, buys(1).stopLimit(101, 90)); // #4
        venue.receives(BOB, sells(1).at(101)).receives(BOB, sells(1).at(102));

        venue.receives(CAROL, buys(2).at(102));
        assertThat(venue.events())
                .contains("triggered #4 at 101 by 101: 1@90 hold 0", "triggered #3 at 102 by 102: 1@90 hold 0");
        assertThat(elected(venue)).containsExactly("#4", "#3");
    }

    @Test
    void anElectedOrdersOwnTradesElectOthers() {
        VenueUnderTest venue = lastTradeAt(100);
        for (int ticks = 99; ticks >= 95; ticks--) venue.receives(BOB, buys(1).at(ticks));
        for (int ticks = 99; ticks >= 96; ticks--) venue.receives(ALICE, sells(1).stop(ticks));

        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).containsExactly("#8", "#9", "#10", "#11");
        venue.shows(Side.BUY);
    }

    @Test
    void aCascadeOfTooManyElectionsInterruptsTheMarketAndKeepsItsLine() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.changes(InstrumentParameter.CASCADE_ELECTIONS, 2);
        venue.receives(BOB, buys(9).at(99));
        for (int i = 0; i < 4; i++) venue.receives(ALICE, sells(1).stop(99));

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #8 sell 1@0 holds 1",
                        "traded 1@99 for 99 #3|#8 left 8|0 released 0|0",
                        "triggered #4 at 99 by 99: 1@0 hold 0",
                        "traded 1@99 for 99 #3|#4 left 7|0 released 0|0",
                        "triggered #5 at 99 by 99: 1@0 hold 0",
                        "traded 1@99 for 99 #3|#5 left 6|0 released 0|0",
                        "cascade stopped after 2 with 2 waiting, from 99 to 99",
                        "interrupted CASCADE at 99 outside 0..0",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 120000001000");
        venue.cancels(ALICE, 6).emits("cancelled #6 1@0 released 1 REQUESTED_BY_OWNER");
    }

    @Test
    void theLineGoesOnWhereItStoodWhenTradingIsContinuousAgain() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.changes(InstrumentParameter.CASCADE_ELECTIONS, 2);
        venue.receives(BOB, buys(9).at(99));
        for (int i = 0; i < 5; i++) venue.receives(ALICE, sells(1).stop(99));
        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).containsExactly("#4", "#5");

        venue.amendsTrigger(ALICE, 6, 98).emits("rejected NOT_WAITING_FOR_TRIGGER");
        venue.after(CALL_NANOS).decides(new Command.Tick());
        assertThat(elected(venue)).containsExactly("#6", "#7");
        assertThat(venue.events()).contains("interrupted CASCADE at 99 outside 0..0");
        venue.after(CALL_NANOS).decides(new Command.Tick());
        assertThat(elected(venue)).containsExactly("#8");
    }

    @Test
    void aCascadeThatMovesThePriceTooFarInterruptsTheMarket() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.changes(InstrumentParameter.CASCADE_TICKS, 2);
        for (int ticks = 99; ticks >= 95; ticks--) venue.receives(BOB, buys(1).at(ticks));
        for (int ticks = 99; ticks >= 95; ticks--) venue.receives(ALICE, sells(1).stop(ticks));

        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).containsExactly("#8", "#9", "#10");
        assertThat(venue.events())
                .endsWith(
                        "cascade stopped after 3 with 1 waiting, from 99 to 96",
                        "interrupted CASCADE at 96 outside 0..0",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 120000001000");
    }

    @Test
    void aThousandElectionsInARowAreEnough() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(BOB, buys(2_000).at(99));
        for (int i = 0; i < 1_001; i++) venue.receives(ALICE, sells(1).stop(99));

        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).hasSize(1_000);
        assertThat(venue.events())
                .contains(
                        "cascade stopped after 1000 with 1 waiting, from 99 to 99",
                        "interrupted CASCADE at 99 outside 0..0");
    }

    @Test
    void aBestPriceCountsForWhoCameAfterItWasLastSeen() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(BOB, sells(1).at(110)); // #3
        venue.receives(ALICE, buys(1).stopLimit(200, 90).watching(TriggerSource.BEST)); // sees 110
        venue.goes(Phase.PRE_OPEN);
        venue.receives(BOB, sells(1).at(105)); // #5
        venue.receives(CAROL, buys(1).stopLimit(108, 90).watching(TriggerSource.BEST)); // #6 stands below 105
        venue.cancels(BOB, 5);

        venue.goes(Phase.CONTINUOUS);
        assertThat(elected(venue)).containsExactly("#6");
    }

    @Test
    void electionsThatDoNotFitIntoAFrameGoOnInTheNext() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.changes(InstrumentParameter.CASCADE_ELECTIONS, 5_000);
        venue.receives(BOB, buys(9_000).at(99));
        for (int i = 0; i < 2_500; i++) venue.receives(ALICE, sells(1).stop(99));

        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).hasSize(1_024);
        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).hasSize(1_025);
        assertThat(venue.events()).endsWith("rejected WORK_PENDING");
        venue.receives(CAROL, sells(1));
        assertThat(elected(venue)).hasSize(451);
        assertThat(venue.events()).endsWith("traded 1@99 for 99 #3|#2505 left 6498|0 released 0|0");
    }

    @Test
    void aNewTriggerOrMoreQuantityGivesANewElectionSequenceAndLessQuantityKeepsIt() {
        VenueUnderTest venue = lastTradeAt(100);
        for (int i = 0; i < 4; i++) venue.receives(ALICE, buys(2).stopLimit(102, 90)); // #3 to #6
        venue.amendsTotal(ALICE, 3, 1).emits("amended #3 from 2@90 to 1@90 of 1 hold -90 version 2 place kept");
        venue.amendsTotal(ALICE, 4, 3).emits("amended #4 from 2@90 to 3@90 of 3 hold +90 version 2 place lost");
        venue.amendsTrigger(ALICE, 5, 103)
                .emits(
                        "amended #5 from 2@90 to 2@90 of 2 hold 0 version 2 place lost",
                        "trigger of #5 from 102 to 103");
        venue.amendsTrigger(ALICE, 5, 102);
        venue.receives(BOB, sells(1).at(102));

        venue.receives(CAROL, buys(1).at(102));
        assertThat(elected(venue)).containsExactly("#3", "#6", "#4", "#5");
    }

    @Test
    void anAmendOfAWaitingOrderIsCheckedLikeANewOne() {
        VenueUnderTest venue = lastTradeAt(100);
        venue.receives(ALICE, buys(2).stopLimit(102, 90));
        venue.receives(ALICE, buys(2).stop(102));
        venue.receives(ALICE, buys(2).at(50));

        venue.amendsTrigger(ALICE, 3, 100).emits("rejected WOULD_TRIGGER_AT_ONCE");
        venue.amendsTrigger(ALICE, 3, 102).emits("rejected WOULD_CHANGE_NOTHING");
        venue.amendsTrigger(ALICE, 3, 0).emits("rejected TRIGGER_MISSING");
        venue.amendsPrice(ALICE, 3, 0).emits("rejected PRICE_NOT_POSITIVE");
        venue.amendsPrice(ALICE, 4, 90).emits("rejected PRICE_NOT_EXPECTED");
        venue.amendsTotal(ALICE, 4, 0).emits("rejected QUANTITY_NOT_ABOVE_EXECUTED");
        venue.amendsTrigger(ALICE, 5, 102).emits("rejected NOT_WAITING_FOR_TRIGGER");
        venue.amendsTrigger(BOB, 3, 103).emits("rejected UNKNOWN_ORDER");
        venue.amends(ALICE, 3, 600_000, 3).emits("rejected INSUFFICIENT_FUNDS");
        venue.amends(ALICE, 4, Command.NULL, 3).emits("amended #4 from 2@0 to 3@0 of 3 hold +102 version 2 place lost");
    }

    static List<String> elected(VenueUnderTest venue) {
        return venue.events().stream()
                .filter(line -> line.startsWith("triggered "))
                .map(line -> line.split(" ")[1])
                .toList();
    }
}
