package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** Orders at the close: sent at any time of the day, in the book from the closing call on. */
class CloseOrderRulesTest {
    private final VenueUnderTest venue =
            VenueUnderTest.trading(new Terms().reference(100).collar(5));

    private VenueUnderTest atClose(int account, Ticket ticket) {
        return venue.decides(ticket.until(TimeInForce.AT_CLOSE, account));
    }

    private VenueUnderTest calls(CallKind kind) {
        return venue.decides(new Command.StartCall(1, kind.value(), 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anOrderAtTheCloseWaitsUntilTheCloseIsCalled() {
        atClose(BOB, buys(5).at(101)).emits("accepted #1 buy 5@101 holds 505", "terms #1", "parked #1 for AUCTION");
        venue.receives(ALICE, sells(1).at(100)).emits("accepted #2 sell 1@100 holds 1", "rested #2 1@100");

        calls(CallKind.CLOSING)
                .emits(
                        "phase CONTINUOUS to CALL",
                        "call CLOSING then CONTINUOUS",
                        "rested #1 5@101",
                        "indicated 1@101 buys left 4");
        venue.shows(Side.BUY, "#1 5@101").has(BOB, QUOTE, WEALTH, 505);
    }

    @Test
    void ordersAtTheCloseJoinInTheOrderOfTheirAcceptance() {
        atClose(BOB, buys(1).at(99));
        atClose(ALICE, sells(3));
        atClose(CAROL, buys(1).at(99));
        venue.receives(ALICE, buys(1).at(99));

        calls(CallKind.CLOSING)
                .emits(
                        "phase CONTINUOUS to CALL",
                        "call CLOSING then CONTINUOUS",
                        "rested #1 1@99",
                        "rested #3 1@99",
                        "indicated 3@99");
        venue.shows(Side.BUY, "#4 1@99", "#1 1@99", "#3 1@99").shows(Side.SELL);
        venue.goes(Phase.POST_CLOSE)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed CLOSING 3@99 reference 100",
                        "traded 1@99 for 99 #2|#4 left 2|0 released 0|0",
                        "own trade 1 #2|#4",
                        "traded 1@99 for 99 #1|#2 left 0|1 released 0|0",
                        "traded 1@99 for 99 #2|#3 left 0|0 released 0|0",
                        "phase UNCROSS to POST_CLOSE");
    }

    @Test
    void itTakesPartInNoOtherCallAndOutlivesThem() {
        atClose(BOB, buys(5));
        venue.receives(ALICE, sells(5).at(100));

        calls(CallKind.INTRADAY).emits("phase CONTINUOUS to CALL", "call INTRADAY then CONTINUOUS");
        venue.goes(Phase.CONTINUOUS)
                .emits("phase CALL to UNCROSS", "uncrossed INTRADAY 0@0 reference 100", "phase UNCROSS to CONTINUOUS");
        calls(CallKind.CLOSING).emits("phase CONTINUOUS to CALL", "call CLOSING then CONTINUOUS", "indicated 5@100");
    }

    @Test
    void aDayWithoutAClosingCallEndsIt() {
        atClose(BOB, buys(5).at(99));

        venue.goes(Phase.CLOSED).emits("phase CONTINUOUS to CLOSED", "expired #1 5@99 released 495 AUCTION_ENDED");
        atClose(BOB, buys(5).at(99)).emits("rejected MARKET_CLOSED");
    }

    @Test
    void whileItWaitsItIsCancelledButNotAmended() {
        atClose(BOB, buys(5).at(99));

        venue.amendsTotal(BOB, 1, 2).emits("rejected NOT_FOR_AUCTION");
        venue.cancels(BOB, 1).emits("cancelled #1 5@99 released 495 REQUESTED_BY_OWNER");
        calls(CallKind.CLOSING).emits("phase CONTINUOUS to CALL", "call CLOSING then CONTINUOUS");
    }

    @Test
    void whoDoesNotFitIntoTheFrameJoinsInTheNextBeforeAnythingElse() {
        int orders = 4_200;
        for (int i = 0; i < orders; i++) atClose(BOB, buys(1).at(100));

        calls(CallKind.CLOSING);
        assertThat(venue.events()).hasSize(4_095).endsWith("rested #4093 1@100");
        venue.cancels(BOB, orders);
        assertThat(venue.events())
                .hasSize(orders - 4_093 + 1)
                .startsWith("rested #4094 1@100")
                .endsWith("rested #4200 1@100", "cancelled #4200 1@100 released 100 REQUESTED_BY_OWNER");
        venue.has(BOB, QUOTE, WEALTH, (orders - 1) * 100);
    }
}
