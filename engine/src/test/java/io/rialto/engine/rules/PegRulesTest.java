package io.rialto.engine.rules;

import static io.rialto.engine.rules.DisplayOrders.allOrNone;
import static io.rialto.engine.rules.DisplayOrders.hidden;
import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class PegRulesTest {
    private static final int PRIMARY = 1;
    private static final int MARKET = 2;
    private static final int MID = 3;
    private static final int TAKER_FEE = 51;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aPrimaryPegStandsByTheBestOfItsOwnSide() {
        quotes(99, 103);

        venue.decides(peg(BOB, buys(5), PRIMARY, -1))
                .emits("accepted #3 buy 5@98 holds 490", "terms #3", "rested #3 5@98");
    }

    @Test
    void aMarketPegStandsByTheBestOfTheOtherSide() {
        quotes(99, 103);

        venue.decides(peg(BOB, buys(5), MARKET, -2))
                .emits("accepted #3 buy 5@101 holds 505", "terms #3", "rested #3 5@101");
    }

    @Test
    void aMidPegStandsInTheMiddleTowardItsOwnSide() {
        quotes(99, 102);

        venue.decides(peg(BOB, buys(5), MID, 0))
                .emits("accepted #3 buy 5@100 holds 500", "terms #3", "rested #3 5@100");
        venue.decides(peg(CAROL, sells(5), MID, 0))
                .emits("accepted #4 sell 5@101 holds 5", "terms #4", "rested #4 5@101");
    }

    @Test
    void itFollowsItsReferenceAfterTheCommandThatMovedIt() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5), PRIMARY, 0));

        venue.receives(CAROL, buys(1).at(100))
                .emits(
                        "accepted #4 buy 1@100 holds 100",
                        "rested #4 1@100",
                        "repriced #3 5 from 99 to 100 hold +5",
                        "rested #3 5@100");
        venue.cancels(CAROL, 4)
                .emits(
                        "cancelled #4 1@100 released 100 REQUESTED_BY_OWNER",
                        "repriced #3 5 from 100 to 99 hold -5",
                        "rested #3 5@99");
        venue.shows(Side.BUY, "#1 10@99", "#3 5@99").has(BOB, QUOTE, WEALTH, 495);
    }

    @Test
    void pegsFollowInTheOrderOfTheirAcceptance() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5), MARKET, -2)).decides(peg(CAROL, buys(6), MARKET, -2));

        venue.receives(ALICE, sells(1).at(102))
                .emits(
                        "accepted #5 sell 1@102 holds 1",
                        "rested #5 1@102",
                        "repriced #3 5 from 101 to 100 hold -5",
                        "rested #3 5@100",
                        "repriced #4 6 from 101 to 100 hold -6",
                        "rested #4 6@100");
    }

    @Test
    void noPegFollowsAPegNorWhatNobodySeesOrFewCanTake() {
        quotes(99, 110);
        venue.decides(peg(BOB, buys(5), PRIMARY, 1));
        venue.decides(hidden(CAROL, buys(1).at(105))).decides(allOrNone(CAROL, buys(1).at(106)));

        venue.decides(peg(CAROL, buys(5), PRIMARY, 0))
                .emits("accepted #6 buy 5@99 holds 495", "terms #6", "rested #6 5@99");
    }

    @Test
    void theLimitCapsThePriceAndIsWhatTheOrderHoldsBy() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5).at(100), PRIMARY, 0))
                .emits("accepted #3 buy 5@99 holds 500", "terms #3", "rested #3 5@99");

        venue.receives(CAROL, buys(1).at(101))
                .emits(
                        "accepted #4 buy 1@101 holds 101",
                        "rested #4 1@101",
                        "repriced #3 5 from 99 to 100 hold 0",
                        "rested #3 5@100");
        venue.cancels(CAROL, 4)
                .receives(CAROL, sells(12).at(99))
                .emits(
                        "accepted #5 sell 12@99 holds 12",
                        "traded 10@99 for 990 #1|#5 left 0|2 released 0|0",
                        "traded 2@99 for 198 #3|#5 left 3|0 released 2|0",
                        "parked #3 for PEG");
        venue.has(BOB, QUOTE, WEALTH - 198, 300);
    }

    @Test
    void aDearerFeeIsDueOnTheLimitTooAndWhoCannotPayThatEnds() {
        VenueUnderTest poor = VenueUnderTest.poor(new Terms().feesInQuote())
                .deposits(BOB, QUOTE, 545)
                .deposits(CAROL, QUOTE, 1_000);
        poor.receives(CAROL, buys(1).at(90));
        poor.decides(peg(BOB, buys(5).at(100), PRIMARY, 0));

        poor.decides(new Command.ChangeInstrument(1, TAKER_FEE, 1_000_000))
                .emits(
                        "cancelled #2 5@90 released 500 INSUFFICIENT_FUNDS",
                        "changed TAKER_FEE_RATE from 0 to 1000000",
                        "restated #1 from 1@90 to 1@90 of 1 hold +9");
    }

    @Test
    void withoutItsReferenceItWaitsOutsideOfTheBook() {
        venue.decides(peg(BOB, buys(5).at(100), PRIMARY, 0))
                .emits("accepted #1 buy 5@0 holds 500", "terms #1", "parked #1 for PEG");

        venue.receives(CAROL, buys(1).at(99))
                .emits(
                        "accepted #2 buy 1@99 holds 99",
                        "rested #2 1@99",
                        "repriced #1 5 from 0 to 99 hold 0",
                        "rested #1 5@99");
        venue.cancels(CAROL, 2).emits("cancelled #2 1@99 released 99 REQUESTED_BY_OWNER", "parked #1 for PEG");
        venue.cancels(BOB, 1).emits("cancelled #1 5@0 released 500 REQUESTED_BY_OWNER");
    }

    @Test
    void aPegThatCrossesTakes() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5), MARKET, 0))
                .emits(
                        "accepted #3 buy 5@103 holds 515",
                        "terms #3",
                        "traded 5@103 for 515 #2|#3 left 5|0 released 0|0");

        venue.decides(peg(BOB, buys(5), PRIMARY, 3))
                .emits("accepted #4 buy 5@102 holds 510", "terms #4", "rested #4 5@102");
        venue.receives(CAROL, buys(1).at(100))
                .emits(
                        "accepted #5 buy 1@100 holds 100",
                        "rested #5 1@100",
                        "repriced #4 5 from 102 to 103 hold +5",
                        "traded 5@103 for 515 #2|#4 left 0|0 released 0|0");
    }

    @Test
    void whoCannotPayForTheNewPriceExpires() {
        VenueUnderTest poor = VenueUnderTest.poor(new Terms());
        poor.deposits(BOB, QUOTE, 500).deposits(CAROL, QUOTE, 1_000);
        poor.receives(CAROL, buys(1).at(100));
        poor.decides(peg(BOB, buys(5), PRIMARY, 0));

        poor.receives(CAROL, buys(1).at(101))
                .emits(
                        "accepted #3 buy 1@101 holds 101",
                        "rested #3 1@101",
                        "expired #2 5@100 released 500 INSUFFICIENT_FUNDS from the book");
    }

    @Test
    void itStandsStillWhileTradingIsNotContinuous() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5), PRIMARY, 0));
        venue.decides(new Command.ChangePhase(1, Phase.PRE_OPEN.value(), 0));

        venue.receives(CAROL, buys(1).at(100)).emits("accepted #4 buy 1@100 holds 100", "rested #4 1@100");
        venue.shows(Side.BUY, "#4 1@100", "#1 10@99", "#3 5@99");
    }

    @Test
    void itsQuantityMayBeAmendedAndItsPriceNot() {
        quotes(99, 103);
        venue.decides(peg(BOB, buys(5).at(101), PRIMARY, 0));

        venue.amendsPrice(BOB, 3, 98).emits("rejected PEG_PRICE_FOLLOWS");
        venue.amendsTotal(BOB, 3, 4).emits("amended #3 from 5@99 to 4@99 of 4 hold -101 version 2 place kept");
        venue.amendsTotal(BOB, 3, 6)
                .emits("amended #3 from 4@99 to 6@99 of 6 hold +202 version 3 place lost", "rested #3 6@99");
    }

    @Test
    void aPegRestsAndHasAReferenceOfItsOwn() {
        quotes(99, 103);

        venue.decides(peg(BOB, buys(5).immediateOrCancel(), PRIMARY, 0)).emits("rejected PEG_MUST_REST");
        venue.decides(peg(BOB, buys(5).fillOrKill(), PRIMARY, 0)).emits("rejected PEG_MUST_REST");
        venue.decides(peg(BOB, buys(5).postOnly(), PRIMARY, 0)).emits("rejected PEG_MUST_REST");
        venue.decides(peg(BOB, buys(5), 0, 0)).emits("rejected PEG_REFERENCE_MISSING");
        venue.decides(peg(BOB, buys(5).at(-1), PRIMARY, 0)).emits("rejected PRICE_NOT_POSITIVE");
    }

    private void quotes(long bid, long ask) {
        venue.receives(ALICE, buys(10).at(bid)).receives(ALICE, sells(10).at(ask));
    }

    /** A ticket's limit is the peg's cap. */
    private static Command peg(int account, Ticket ticket, int reference, long offsetTicks) {
        Command.NewOrder like = ticket.by(account, 1);
        Command.NewOrder order = new Command.NewOrder(
                account,
                1,
                like.priceTicks(),
                like.quantityLots(),
                0,
                like.side(),
                OrderType.PEGGED.value(),
                like.timeInForce(),
                like.postOnly(),
                like.selfTradePrevention(),
                "");
        long none = Command.NULL;
        SpecialTerms terms = new SpecialTerms(none, none, 0, 0, 0, 0, offsetTicks, 0, 0, 0, reference, 0, 0, 0, 0);
        return new Command.NewSpecialOrder(order, terms);
    }
}
