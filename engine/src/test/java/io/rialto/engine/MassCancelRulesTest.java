package io.rialto.engine;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameLayout;
import org.junit.jupiter.api.Test;

class MassCancelRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void allOwnOrdersGoOldestFirst() {
        venue.receives(ALICE, buys(1).at(100));
        venue.receives(BOB, buys(1).at(100));
        venue.receives(ALICE, sells(1).at(105));
        venue.receives(ALICE, buys(1).at(103));

        venue.cancelsAll(ALICE)
                .emits(
                        "cancelled #1 1@100 released 100 MASS_CANCEL",
                        "cancelled #3 1@105 released 1 MASS_CANCEL",
                        "cancelled #4 1@103 released 103 MASS_CANCEL",
                        "mass cancelled 3 remaining 0");
        venue.shows(Side.BUY, "#2 1@100");
    }

    @Test
    void oneSideOrOneInstrumentCanBeMeant() {
        venue.receives(ALICE, buys(1).at(100));
        venue.receives(ALICE, sells(1).at(105));

        venue.decides(new Command.CancelAll(ALICE, 1, 2))
                .emits("cancelled #2 1@105 released 1 MASS_CANCEL", "mass cancelled 1 remaining 0");
        venue.decides(new Command.CancelAll(ALICE, 2, 255)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new Command.CancelAll(ALICE, 1, 3)).emits("rejected INVALID_COMBINATION");
        venue.decides(new Command.CancelAll(777, 1, 255)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new Command.CancelAll(ALICE, 1, 2)).emits("mass cancelled 0 remaining 0");
    }

    @Test
    void aFramesCapLeavesTheRestForTheNextCommand() {
        int orders = FrameLayout.MAX_EVENTS + 10;
        for (int i = 0; i < orders; i++) venue.receives(ALICE, buys(1).at(1 + i % 50));

        venue.cancelsAll(ALICE);
        assertThat(venue.events()).hasSize(FrameLayout.MAX_EVENTS).last().isEqualTo("mass cancelled 4095 remaining 11");
        venue.cancelsAll(ALICE);
        assertThat(venue.events()).hasSize(12).last().isEqualTo("mass cancelled 11 remaining 0");
    }

    @Test
    void anAggressorStopsAtTheFramesCapAndItsRestExpires() {
        for (int i = 0; i < FrameLayout.MAX_EVENTS; i++) venue.receives(ALICE, sells(1).at(100));

        venue.receives(BOB, buys(5_000).at(100));
        assertThat(venue.events())
                .hasSize(FrameLayout.MAX_EVENTS - 2)
                .last()
                .isEqualTo("expired #4097 908@100 released 90800 TOO_MANY_FILLS");
        venue.receives(BOB, buys(1).at(100))
                .emits("accepted #4098 buy 1@100 holds 100", "traded 1@100 for 100 #4093|#4098 left 0|0 released 0|0");
    }

    @Test
    void aFokWithMoreFillsThanAFrameHoldsIsKilled() {
        for (int i = 0; i < FrameLayout.MAX_EVENTS; i++) venue.receives(ALICE, sells(1).at(100));

        venue.receives(BOB, buys(4_096).at(100).fillOrKill())
                .emits("accepted #4097 buy 4096@100 holds 0", "expired #4097 4096@100 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(4_092).at(100).fillOrKill());
        assertThat(venue.events()).hasSize(4_093).last().asString().startsWith("traded 1@100 for 100 #4092|#4098");
    }
}
