package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when a market opened, stopped and went on. */
class PhaseIncidentsTest {
    private static final long CALL_NANOS = 1_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    /**
     * The Facebook opening, 18 May 2012: the cross was computed anew whenever an order had been cancelled while it was being
     * computed, and cancels never stopped coming. Here a call ends at its time, with the book as it stands then.
     */
    @Test
    void anAuctionEndsAtItsTimeUnderAStreamOfCancels() {
        opens();
        venue.receives(BOB, sells(50).at(42));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < CALL_NANOS - 1; i++) {
            venue.after(1).receives(ALICE, buys(1).at(42));
            venue.cancels(ALICE, 2 + i);
            said.addAll(venue.events());
        }
        assertThat(said).noneMatch(line -> line.startsWith("uncrossed"));
        long last = 1 + CALL_NANOS;
        venue.receives(ALICE, buys(3).at(43))
                .emits(
                        "accepted #" + last + " buy 3@43 holds 129",
                        "rested #" + last + " 3@43",
                        "indicated 3@42 sells left 47");

        venue.after(1).cancels(ALICE, last);
        venue.emits(
                "phase CALL to UNCROSS planned 2000",
                "uncrossed OPENING 3@42 sells left 47 reference 0",
                "traded 3@42 for 126 #1|#" + last + " left 47|0 released 0|3",
                "phase UNCROSS to CONTINUOUS planned 2000",
                "rejected UNKNOWN_ORDER");
    }

    /**
     * New York, 24 January 2023: the engine took the morning for the middle of a session that was still running, and
     * for 84 shares there was no opening auction. Out of a phase that collects there is no way past it.
     */
    @Test
    void noMarketOpensPastItsAuction() {
        venue.goes(Phase.PRE_OPEN);
        venue.receives(ALICE, sells(2).at(99));
        venue.receives(BOB, buys(2).at(103));
        venue.receives(CAROL, buys(1).at(101));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase PRE_OPEN to UNCROSS",
                        "uncrossed OPENING 2@103 reference 0",
                        "traded 2@103 for 206 #1|#2 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#3 1@101").shows(Side.SELL);
    }

    /**
     * Tokyo, 1 October 2020: trading stopped, and stayed stopped all day, because nobody could say what would become of
     * the orders that were in. Here they stay, their owners can take them back, and an auction leads on.
     */
    @Test
    void aHaltKeepsWhatIsInAndLetsItsOwnersTakeItBack() {
        venue.receives(ALICE, buys(5).at(99));
        venue.receives(BOB, sells(5).at(101));
        venue.receives(CAROL, buys(5).at(99));
        venue.goes(Phase.HALT).emits("phase CONTINUOUS to HALT");

        venue.receives(BOB, sells(1).at(99)).emits("rejected MARKET_HALTED");
        venue.cancels(ALICE, 1).emits("cancelled #1 5@99 released 495 REQUESTED_BY_OWNER");
        venue.shows(Side.BUY, "#3 5@99").shows(Side.SELL, "#2 5@101");
        venue.has(ALICE, QUOTE, WEALTH, 0).has(CAROL, QUOTE, WEALTH, 495);
        venue.goes(Phase.CALL);
        venue.receives(BOB, sells(2).at(99));
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@99 buys left 3 reference 0",
                        "traded 2@99 for 198 #3|#4 left 3|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
    }

    /** BATS, 23 March 2012: one symbol's opening stopped every symbol beside it. */
    @Test
    void aHaltOfOneMarketIsNoHaltOfAnother() {
        venue.decides(second()).emits("listed");
        venue.decides(sells(5).at(100).by(BOB, 2));
        venue.goes(Phase.HALT);

        venue.receives(ALICE, buys(1).at(100)).emits("rejected MARKET_HALTED");
        venue.decides(buys(2).at(100).by(ALICE, 2))
                .emits("accepted #2 buy 2@100 holds 200", "traded 2@100 for 200 #1|#2 left 3|0 released 0|0");
        venue.has(ALICE, BASE, WEALTH + 2, 0);
    }

    private void opens() {
        venue.goes(Phase.CLOSED);
        int kind = CallKind.OPENING.value();
        int next = Phase.CONTINUOUS.value();
        venue.decides(new Command.StartCall(1, kind, next, CALL_NANOS, 0, 0, 0, 0, 0));
        assertThat(venue.events()).hasSize(2);
    }

    private static Command.ListInstrument second() {
        long none = Command.NULL;
        return new Command.ListInstrument("SECOND", BASE, QUOTE, 1, 1, 1, 1_000, 0, none, none, 0, 0, 0, 0, 1, 1, 0);
    }
}
