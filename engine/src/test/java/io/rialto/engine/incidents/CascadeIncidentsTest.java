package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when stops elected stops. */
class CascadeIncidentsTest {
    private static final long CALL_NANOS = 120_000_000_000L;

    private final VenueUnderTest venue = VenueUnderTest.trading()
            .receives(BOB, sells(1).at(100)) // #1
            .receives(CAROL, buys(1).at(100)); // #2

    /**
     * GDAX, 21 June 2017: one large sale of ether ran through the book, the stops that it elected ran on through what was
     * left, and the last of them sold at ten cents. Here a stop that finds nobody ends, and elects nobody by that.
     */
    @Test
    void aStopCascadeThroughAnEmptyBookSellsNothingToNobody() {
        venue.receives(ALICE, sells(5).stop(99)); // #3
        venue.receives(ALICE, sells(5).stop(60)); // #4
        venue.receives(BOB, buys(1).at(99)); // #5

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #6 sell 1@0 holds 1",
                        "traded 1@99 for 99 #5|#6 left 0|0 released 0|0",
                        "triggered #3 at 99 by 99: 5@0 hold 0",
                        "expired #3 5@0 released 5 NO_LIQUIDITY");
        venue.receives(BOB, buys(1).at(50)); // #7, far below: what waits has not been elected by it
        venue.shows(Side.BUY, "#7 1@50").shows(Side.SELL);
    }

    /** The same afternoon: with a collar a stop goes so far from the best price that it finds, and no farther. */
    @Test
    void aCascadeDoesNotReachTheBidOfACent() {
        venue.changes(InstrumentParameter.COLLAR_TICKS, 5);
        venue.receives(ALICE, sells(5).stop(99)); // #3
        venue.receives(BOB, buys(1).at(99)); // #4
        venue.receives(BOB, buys(1).at(97)); // #5
        venue.receives(BOB, buys(9).at(1)); // #6

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #7 sell 1@94 holds 1",
                        "traded 1@99 for 99 #4|#7 left 0|0 released 0|0",
                        "triggered #3 at 99 by 99: 5@92 hold 0",
                        "traded 1@97 for 97 #5|#3 left 0|4 released 0|0",
                        "expired #3 4@92 released 4 MARKET_COLLAR");
        venue.shows(Side.BUY, "#6 9@1");
    }

    /**
     * CME, 15 October 2014 and 25 August 2015: where stops fall through a thin book the market is reserved for a moment,
     * so that buyers can come. The stops that were elected wait, and trade at the price that both sides find.
     */
    @Test
    void anInterruptedCascadeTradesWhereBuyersHaveCome() {
        venue.changes(InstrumentParameter.CASCADE_TICKS, 5);
        venue.receives(ALICE, sells(1).stop(99)); // #3
        venue.receives(ALICE, sells(1).stop(98)); // #4
        venue.receives(BOB, buys(1).at(99)).receives(BOB, buys(1).at(90)).receives(BOB, buys(1).at(50)); // #5 to #7

        venue.receives(CAROL, sells(1))
                .emits(
                        "accepted #8 sell 1@0 holds 1",
                        "traded 1@99 for 99 #5|#8 left 0|0 released 0|0",
                        "triggered #3 at 99 by 99: 1@0 hold 0",
                        "traded 1@90 for 90 #6|#3 left 0|0 released 0|0",
                        "cascade stopped after 1 with 1 waiting, from 99 to 90",
                        "interrupted CASCADE at 90 outside 0..0",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until " + (1_000 + CALL_NANOS));
        venue.receives(BOB, buys(5).at(97)); // #9

        venue.after(CALL_NANOS)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned " + (1_000 + CALL_NANOS),
                        "uncrossed VOLATILITY 0@0 reference 90",
                        "phase UNCROSS to CONTINUOUS planned " + (1_000 + CALL_NANOS),
                        "triggered #4 at 98 by 90: 1@0 hold 0",
                        "traded 1@97 for 97 #9|#4 left 4|0 released 0|0");
    }
}
