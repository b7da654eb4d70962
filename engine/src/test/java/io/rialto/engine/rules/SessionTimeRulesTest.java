package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** Orders that end by the clock, or with a part of the day. */
class SessionTimeRulesTest {
    private static final long NOW = 1_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aDayOrderEndsAtTheSessionsClose() {
        venue.decides(buys(5).at(99).until(TimeInForce.DAY, BOB));
        venue.decides(sells(2).at(105).until(TimeInForce.DAY, ALICE));
        venue.receives(BOB, buys(1).at(98));
        venue.goes(Phase.HALT).emits("phase CONTINUOUS to HALT");

        venue.goes(Phase.CLOSED)
                .emits(
                        "phase HALT to CLOSED",
                        "expired #1 5@99 released 495 SESSION_CLOSED from the book",
                        "expired #2 2@105 released 2 SESSION_CLOSED from the book");
        venue.shows(Side.BUY, "#3 1@98").has(BOB, QUOTE, WEALTH, 98);
    }

    @Test
    void aGtdOrderEndsBeforeTheFirstCommandAtItsTimeOrLater() {
        venue.decides(buys(5).at(99).untilTime(NOW + 50, BOB));

        venue.after(49).receives(ALICE, sells(1).at(99));
        venue.shows(Side.BUY, "#1 4@99");
        venue.after(1)
                .receives(ALICE, sells(1).at(99))
                .emits(
                        "expired #1 4@99 released 396 TIME_EXPIRED from the book",
                        "accepted #3 sell 1@99 holds 1",
                        "rested #3 1@99");
    }

    @Test
    void ordersThatExpireTogetherDoSoOldestFirstAndAfterEarlierOnes() {
        venue.decides(buys(1).at(99).untilTime(NOW + 60, BOB));
        venue.decides(buys(2).at(98).untilTime(NOW + 50, BOB));
        venue.decides(buys(3).at(97).untilTime(NOW + 60, ALICE));

        venue.after(100)
                .decides(new Command.Tick())
                .emits(
                        "expired #2 2@98 released 196 TIME_EXPIRED from the book",
                        "expired #1 1@99 released 99 TIME_EXPIRED from the book",
                        "expired #3 3@97 released 291 TIME_EXPIRED from the book");
    }

    @Test
    void aGtdOrderWhoseTimeHasPassedIsRefused() {
        venue.decides(buys(5).at(99).untilTime(NOW, BOB)).emits("rejected EXPIRE_TIME_PASSED");
        venue.decides(buys(5).at(99).untilTime(0, BOB)).emits("rejected EXPIRE_TIME_PASSED");
    }

    @Test
    void anOrderThatIsGoneNoLongerExpires() {
        venue.decides(buys(5).at(99).untilTime(NOW + 50, BOB));
        venue.cancels(BOB, 1);

        venue.after(100).decides(new Command.Tick()).emits();
    }

    @Test
    void anOrderForContinuousTradingEndsWithIt() {
        venue.decides(buys(5).at(99).until(TimeInForce.GOOD_FOR_CONTINUOUS, BOB));
        venue.goes(Phase.CALL)
                .emits(
                        "phase CONTINUOUS to CALL",
                        "call INTRADAY then CONTINUOUS",
                        "expired #1 5@99 released 495 CONTINUOUS_TRADING_ENDED from the book");

        venue.decides(buys(5).at(99).until(TimeInForce.GOOD_FOR_CONTINUOUS, BOB))
                .emits("rejected NEEDS_CONTINUOUS_TRADING");
    }

    @Test
    void anOrderForAnAuctionEndsWithIt() {
        venue.decides(buys(5).at(99).until(TimeInForce.GOOD_FOR_AUCTION, BOB)).emits("rejected AUCTION_NOT_RUNNING");
        venue.goes(Phase.CALL);
        venue.decides(buys(5).at(99).until(TimeInForce.GOOD_FOR_AUCTION, BOB));
        venue.receives(ALICE, sells(2).at(99));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@99 buys left 3 reference 0",
                        "traded 2@99 for 198 #1|#2 left 3|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #1 3@99 released 297 AUCTION_ENDED from the book");
    }

    @Test
    void anOrderAtTheOpenTakesPartInTheOpeningAlone() {
        venue.decides(buys(5).at(99).until(TimeInForce.AT_OPEN, BOB)).emits("rejected AUCTION_NOT_RUNNING");
        venue.goes(Phase.CALL);
        venue.decides(buys(5).at(99).until(TimeInForce.AT_OPEN, BOB)).emits("rejected AUCTION_NOT_RUNNING");
        venue.goes(Phase.CLOSED).goes(Phase.PRE_OPEN);
        venue.decides(buys(5).at(99).until(TimeInForce.AT_OPEN, BOB))
                .emits("accepted #1 buy 5@99 holds 495", "terms #1", "rested #1 5@99");
        venue.goes(Phase.CALL);
        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed OPENING 0@0 reference 0",
                        "phase UNCROSS to CONTINUOUS",
                        "expired #1 5@99 released 495 AUCTION_ENDED from the book");
    }

    @Test
    void anOrderAtTheOpenMissesItWhenAnotherCallBegins() {
        venue.goes(Phase.PRE_OPEN);
        venue.decides(buys(5).at(99).until(TimeInForce.AT_OPEN, BOB));
        venue.receives(ALICE, sells(5).at(99));

        venue.decides(call(CallKind.INTRADAY))
                .emits(
                        "phase PRE_OPEN to CALL",
                        "call INTRADAY then CONTINUOUS",
                        "expired #1 5@99 released 495 AUCTION_ENDED from the book");
    }

    @Test
    void anOrderAtTheCloseTakesPartInTheClosingAlone() {
        venue.decides(call(CallKind.CLOSING));
        venue.decides(buys(5).at(99).until(TimeInForce.AT_CLOSE, BOB));
        venue.receives(ALICE, sells(2).at(98));

        venue.goes(Phase.POST_CLOSE)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed CLOSING 2@99 buys left 3 reference 0",
                        "traded 2@99 for 198 #1|#2 left 3|0 released 0|0",
                        "phase UNCROSS to POST_CLOSE",
                        "expired #1 3@99 released 297 AUCTION_ENDED from the book");
    }

    @Test
    void anOrderForAnAuctionIsNeverPostOnly() {
        venue.goes(Phase.CALL);

        venue.decides(buys(5).at(9).postOnly().until(TimeInForce.GOOD_FOR_AUCTION, BOB))
                .emits("rejected POST_ONLY_MUST_REST");
    }

    private static Command call(CallKind kind) {
        return new Command.StartCall(1, kind.value(), 0, 0, 0, 0, 0, 0, 0);
    }
}
