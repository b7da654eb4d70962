package io.rialto.engine.rules;

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
import io.rialto.engine.reference.ControlCommand.ChangeListing;
import io.rialto.engine.reference.ControlCommand.ScheduleChange;
import io.rialto.engine.reference.ControlCommand.WithdrawScheduled;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class LifecycleRulesTest {
    private static final int MIN_QUANTITY = 1;
    private static final int COLLAR = 4;
    private static final int REFERENCE = 5;
    private static final int TICK = 6;
    private static final int LOT = 7;
    private static final int MAKER_FEE = 50;
    private static final int TAKER_FEE = 51;
    private static final int AT_A_TIME = 255;
    private static final int HALT = 5;
    private static final int CONTINUOUS = 0;

    private VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aCoarserTickRestatesWhatFitsAndCancelsTheRest() {
        venue.receives(ALICE, buys(2).at(10));
        venue.receives(BOB, buys(2).at(11));
        venue.receives(CAROL, buys(2).at(10));
        changes(TICK, 200)
                .emits(
                        "cancelled #2 2@11 released 22 NOT_CONVERTIBLE",
                        "changed TICK from 100 to 200",
                        "restated #1 from 2@10 to 2@5 of 2 hold 0",
                        "restated #3 from 2@10 to 2@5 of 2 hold 0");
        venue.shows(Side.BUY, "#1 2@5", "#3 2@5");
        venue.receives(BOB, sells(3).at(5))
                .emits(
                        "accepted #4 sell 3@5 holds 3",
                        "traded 2@5 for 20 #1|#4 left 0|1 released 0|0",
                        "traded 1@5 for 10 #3|#4 left 1|0 released 0|0");
    }

    @Test
    void anOrderAtTheLowestPriceLivesThroughAFinerTick() {
        venue = VenueUnderTest.trading(new Terms().collar(3).reference(7));
        venue.receives(ALICE, buys(10).at(1));
        venue.receives(BOB, buys(10).at(1));
        changes(TICK, 101)
                .emits(
                        "changed TICK from 100 to 101",
                        "changed COLLAR_TICKS from 3 to 30",
                        "changed REFERENCE_PRICE_TICKS from 7 to 70",
                        "restated #1 from 10@1 to 10@10 of 10 hold 0",
                        "restated #2 from 10@1 to 10@10 of 10 hold 0");
        venue.receives(CAROL, buys(10).at(1)).emits("accepted #3 buy 10@1 holds 1", "rested #3 10@1");
        venue.receives(CAROL, sells(15).at(10).immediateOrCancel());
        venue.shows(Side.BUY, "#2 5@10", "#3 10@1");
    }

    @Test
    void aLotChangeRestatesWholeQuantitiesAndItsBounds() {
        venue.receives(ALICE, buys(10).at(3));
        venue.receives(BOB, buys(9).at(3));
        changes(LOT, 200)
                .emits(
                        "cancelled #2 9@3 released 27 NOT_CONVERTIBLE",
                        "changed LOT from 100 to 200",
                        "changed MAX_QUANTITY_LOTS from 1000000 to 500000",
                        "restated #1 from 10@3 to 5@3 of 5 hold 0");
        venue.receives(CAROL, sells(5).at(3));
        venue.has(ALICE, BASE, WEALTH + 10, 0);
        venue.has(ALICE, QUOTE, WEALTH - 30, 0);
    }

    @Test
    void aStepThatCannotBeIsRefused() {
        changes(TICK, 0).emits("rejected INVALID_PARAMETER");
        changes(TICK, 119).emits("rejected INVALID_PARAMETER");
        changes(LOT, 101).emits("rejected INVALID_PARAMETER");
        changes(TICK, Command.NULL).emits("rejected INVALID_PARAMETER");
        changes(TICK, 100).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void aFeeChangeBeginsANewRateSegmentOfEveryOpenOrder() {
        venue = VenueUnderTest.trading(new Terms().fees(10_000, 0));
        venue.receives(ALICE, sells(1_000).at(1));
        assertThat(venue.receives(BOB, buys(133).at(1)).events())
                .contains("traded 133@1 for 133 #1|#2 left 867|0 released 0|0 fees 1|0");
        changes(MAKER_FEE, 20_000).emits("changed MAKER_FEE_RATE from 10000 to 20000");
        assertThat(venue.receives(BOB, buys(133).at(1)).events())
                .contains("traded 133@1 for 133 #1|#3 left 734|0 released 0|0 fees 1|0");
        assertThat(venue.receives(BOB, buys(133).at(1)).events())
                .contains("traded 133@1 for 133 #1|#4 left 601|0 released 0|0");
    }

    @Test
    void holdsFollowTheNewRateAndWhoCannotPayEnds() {
        venue = VenueUnderTest.poor(new Terms().feesInQuote())
                .deposits(ALICE, QUOTE, 1_000)
                .deposits(BOB, QUOTE, 1_100);
        venue.receives(ALICE, buys(100).at(10));
        venue.receives(BOB, buys(100).at(10));
        changes(TAKER_FEE, 1_000_000)
                .emits(
                        "cancelled #1 100@10 released 1000 INSUFFICIENT_FUNDS",
                        "changed TAKER_FEE_RATE from 0 to 1000000",
                        "restated #2 from 100@10 to 100@10 of 100 hold +100");
        venue.has(BOB, QUOTE, 1_100, 1_100);
        changes(TAKER_FEE, 0)
                .emits(
                        "changed TAKER_FEE_RATE from 1000000 to 0",
                        "restated #2 from 100@10 to 100@10 of 100 hold -100");
        changes(MAKER_FEE, -1).emits("rejected INVALID_PARAMETER");
    }

    @Test
    void aScheduledChangeIsMadeBeforeTheFirstCommandAtItsTime() {
        venue.decides(new ScheduleChange(1, MIN_QUANTITY, 5, 2_000, AT_A_TIME))
                .emits("scheduled 1: MIN_QUANTITY_LOTS to 5 at 2000 NULL_VAL");
        assertThat(venue.after(999).receives(ALICE, buys(1).at(10)).events()).hasSize(2);
        venue.after(1)
                .receives(ALICE, buys(1).at(10))
                .emits(
                        "schedule ended 1 NONE",
                        "changed MIN_QUANTITY_LOTS from 1 to 5",
                        "rejected QUANTITY_BELOW_MINIMUM");
    }

    @Test
    void aChangeCanWaitForAPhaseToBegin() {
        venue.decides(new ScheduleChange(1, COLLAR, 9, 0, CONTINUOUS));
        venue.decides(new Command.Tick()).emits();
        venue.decides(new Command.ChangePhase(1, HALT, 0));
        venue.decides(new Command.ChangePhase(1, CONTINUOUS, 0));
        assertThat(venue.events()).endsWith("schedule ended 1 NONE", "changed COLLAR_TICKS from none to 9");
        venue.decides(new Command.ChangePhase(1, HALT, 0));
        venue.decides(new Command.ChangePhase(1, CONTINUOUS, 0));
        assertThat(venue.events()).hasSize(1);
    }

    @Test
    void aScheduledChangeThatHasBecomeImpossibleIsDroppedWithItsReason() {
        venue.decides(new ScheduleChange(1, REFERENCE, -5, 2_000, AT_A_TIME));
        venue.decides(new ScheduleChange(1, REFERENCE, 5, 3_000, AT_A_TIME));
        venue.after(1_000).decides(new Command.Tick()).emits("schedule ended 1 INVALID_PARAMETER");
        venue.decides(new WithdrawScheduled(2)).emits("schedule ended 2 REQUESTED_BY_OWNER");
        venue.decides(new WithdrawScheduled(2)).emits("rejected UNKNOWN_CHANGE");
        venue.after(5_000).decides(new Command.Tick()).emits();
        venue.decides(new ScheduleChange(1, REFERENCE, 5, 1, AT_A_TIME)).emits("rejected INVALID_COMBINATION");
        venue.decides(new ScheduleChange(1, 9, 5, 1, AT_A_TIME)).emits("rejected INVALID_PARAMETER");
        venue.decides(new ScheduleChange(7, REFERENCE, 5, 1, AT_A_TIME)).emits("rejected UNKNOWN_INSTRUMENT");
    }

    @Test
    void anInstrumentLeavesStepByStepAndBalancesStay() {
        venue.receives(ALICE, buys(5).at(10));
        step(1).emits("listing from LISTED to ANNOUNCED");
        assertThat(venue.receives(BOB, buys(5).at(10)).events()).hasSize(2);
        step(3).emits("rejected WRONG_LISTING_STEP");
        step(2).emits("listing from ANNOUNCED to CANCEL_ONLY");
        venue.receives(BOB, buys(5).at(10)).emits("rejected DELISTING");
        venue.amendsTotal(BOB, 2, 4).emits("amended #2 from 5@10 to 4@10 of 4 hold -10 version 2 place kept");
        venue.amendsTotal(BOB, 2, 5).emits("rejected DELISTING");
        step(1).emits("rejected WRONG_LISTING_STEP");
        step(3).emits("listing from CANCEL_ONLY to CLOSED");
        venue.amendsTotal(BOB, 2, 3).emits("rejected DELISTING");
        venue.cancels(BOB, 2).emits("cancelled #2 4@10 released 40 REQUESTED_BY_OWNER");
        step(4).emits(
                        "listing from CLOSED to DELISTED",
                        "cancelled #1 5@10 released 50 INSTRUMENT_DELISTED",
                        "mass cancelled 1 remaining 0");
        venue.receives(BOB, buys(5).at(10)).emits("rejected INSTRUMENT_DELISTED");
        venue.has(ALICE, QUOTE, WEALTH, 0).has(ALICE, BASE, WEALTH, 0);
    }

    @Test
    void anAnnouncementCanBeTakenBack() {
        step(1);
        step(0).emits("listing from ANNOUNCED to LISTED");
        step(0).emits("rejected WOULD_CHANGE_NOTHING");
        step(5).emits("rejected INVALID_COMBINATION");
        venue.decides(new ChangeListing(9, 1)).emits("rejected UNKNOWN_INSTRUMENT");
    }

    private VenueUnderTest changes(int parameter, long value) {
        return venue.decides(new Command.ChangeInstrument(1, parameter, value));
    }

    private VenueUnderTest step(int step) {
        return venue.decides(new ChangeListing(1, step));
    }
}
