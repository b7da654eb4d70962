package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.FEE_INCOME;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.SelfTradePrevention;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeeScheduleRulesTest {
    private static final int ACCOUNT = 1;
    private static final int GROUP = 2;
    private static final int FIRM = 3;
    private static final int INSTRUMENT = 4;
    private static final int BASIS_POINT = 1_000;
    private static final int TEN_BASIS_POINTS = 10_000;
    private static final long DAY = 86_400_000_000_000L;
    /** An account of trade group 7 and firm 9. */
    private static final int DAVE = 103;

    private static SetFeeSchedule set(int schedule, FeeTier... tiers) {
        return new SetFeeSchedule(schedule, QUOTE, List.of(tiers), Command.NULL);
    }

    private static FeeTier from(long volume, int maker, int taker) {
        return new FeeTier(volume, maker, taker);
    }

    private static AssignFeeSchedule assign(int schedule, int scope, int target) {
        return new AssignFeeSchedule(schedule, QUOTE, target, scope);
    }

    @Test
    void everySetIsAnotherVersion() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.decides(set(1, from(0, 5, 9))).emits("schedule 1 version 1 of asset 2");
        venue.decides(set(1, from(0, 5, 8))).emits("schedule 1 version 2 of asset 2");
        venue.decides(set(2, from(0, 5, 8))).emits("schedule 2 version 1 of asset 2");
    }

    @Test
    void anAccountsScheduleComesBeforeItsGroupsAndThatBeforeItsFirmsAndThatBeforeTheMarkets() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(100, 200));
        venue.decides(new Command.OpenAccount(9, 7, 0)).deposits(DAVE, QUOTE, WEALTH);
        for (int schedule = 1; schedule <= 4; schedule++) {
            venue.decides(set(schedule, from(0, 10 * schedule, 11 * schedule)));
        }
        String holds = "would be accepted at 10 holding 10 filled 0 for 0 fee 0";
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 100|200");
        venue.decides(assign(4, INSTRUMENT, 1)).emits("schedule of INSTRUMENT 1 in asset 2 from 0 to 4");
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 40|44 by schedule 4 version 1 tier 1 volume 0");
        venue.decides(assign(3, FIRM, 9));
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 30|33 by schedule 3 version 1 tier 1 volume 0");
        venue.decides(assign(2, GROUP, 7));
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 20|22 by schedule 2 version 1 tier 1 volume 0");
        venue.decides(assign(1, ACCOUNT, DAVE));
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 10|11 by schedule 1 version 1 tier 1 volume 0");
        venue.tests(ALICE, buys(1).at(10)).emits(holds, "rates 40|44 by schedule 4 version 1 tier 1 volume 0");

        venue.decides(assign(0, ACCOUNT, DAVE)).emits("schedule of ACCOUNT 103 in asset 2 from 1 to 0");
        venue.tests(DAVE, buys(1).at(10)).emits(holds, "rates 20|22 by schedule 2 version 1 tier 1 volume 0");
    }

    @Test
    void eachSidePaysByItsOwnSchedule() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(TEN_BASIS_POINTS, TEN_BASIS_POINTS));
        venue.decides(set(1, from(0, 0, 5 * BASIS_POINT))).decides(assign(1, ACCOUNT, BOB));
        venue.receives(ALICE, sells(10_000).at(10));

        venue.receives(BOB, buys(10_000).at(10))
                .emits(
                        "accepted #2 buy 10000@10 holds 100000",
                        "traded 10000@10 for 100000 #1|#2 left 0|0 released 0|0 fees 100|5");
        venue.has(FEE_INCOME, QUOTE, 100, 0).has(FEE_INCOME, BASE, 5, 0);
    }

    @Test
    void theVolumeOfThirtyDaysDecidesTheTierFromMidnightOn() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.decides(set(1, from(0, 20, 30), from(1_000, 10, 20), from(5_000, 0, 10)));
        venue.decides(assign(1, INSTRUMENT, 1));
        trades(venue, 10, 99);
        venue.after(DAY).decides(new Command.Tick()).emits();
        trades(venue, 1, 10);
        assertThat(venue.events()).last().asString().startsWith("traded 1@10 for 10");

        venue.after(DAY)
                .decides(new Command.Tick())
                .emits(
                        "100 goes from tier 1 to 2 of schedule 1 version 1 by 1000",
                        "101 goes from tier 1 to 2 of schedule 1 version 1 by 1000");
        venue.tests(ALICE, buys(1).at(10))
                .emits(
                        "would be accepted at 10 holding 10 filled 0 for 0 fee 0",
                        "rates 10|20 by schedule 1 version 1 tier 2 volume 1000");
        venue.after(28 * DAY).decides(new Command.Tick()).emits();
        venue.after(DAY)
                .decides(new Command.Tick())
                .emits(
                        "100 goes from tier 2 to 1 of schedule 1 version 1 by 10",
                        "101 goes from tier 2 to 1 of schedule 1 version 1 by 10");
    }

    @Test
    void anIdleVenueTellsOfManyMidnightsAtOnce() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.decides(set(1, from(0, 20, 30), from(1_000, 10, 20))).decides(assign(1, ACCOUNT, BOB));
        trades(venue, 10, 100);

        venue.after(400 * DAY).decides(new Command.Tick()).emits();
        trades(venue, 10, 100);
        venue.after(7 * DAY)
                .decides(new Command.Tick())
                .emits("101 goes from tier 1 to 2 of schedule 1 version 1 by 1000");
    }

    @Test
    void whoTradesWithHimselfHasNoVolumeByIt() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.decides(set(1, from(0, 20, 30), from(10, 10, 20))).decides(assign(1, INSTRUMENT, 1));
        venue.receives(ALICE, sells(5).at(10));
        venue.receives(ALICE, buys(5).at(10).prevents(SelfTradePrevention.NONE));
        assertThat(venue.events()).last().asString().startsWith("traded 5@10");

        venue.after(DAY).decides(new Command.Tick()).emits();
    }

    /** Seven fills, notional 133 each, at ten basis points: 0.931, of which three at five basis points. */
    @Test
    void anotherScheduleBeginsAnotherSegmentWithTheNextFill() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(TEN_BASIS_POINTS, 0));
        venue.decides(set(1, from(0, 5 * BASIS_POINT, 0)));
        venue.receives(ALICE, sells(7).at(133));
        for (int i = 0; i < 4; i++) venue.receives(BOB, buys(1).at(133));
        venue.has(FEE_INCOME, QUOTE, 1, 0);

        venue.decides(assign(1, ACCOUNT, ALICE));
        for (int i = 0; i < 3; i++) venue.receives(BOB, buys(1).at(133));

        venue.has(FEE_INCOME, QUOTE, 2, 0);
    }

    @Test
    void onTopOfThePriceNobodyPaysMoreThanTheMarketsDearestRate() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(10, 200).feesInQuote());
        venue.decides(set(1, from(0, 150, 5_000))).decides(assign(1, ACCOUNT, BOB));

        venue.tests(BOB, buys(1).at(10))
                .emits(
                        "would be accepted at 10 holding 11 filled 0 for 0 fee 0",
                        "rates 150|200 by schedule 1 version 1 tier 1 volume 0");
        venue.decides(assign(1, INSTRUMENT, 1)).emits("rejected FEE_ABOVE_CEILING");
        venue.decides(set(2, from(0, 200, 200))).decides(assign(2, INSTRUMENT, 1));
        venue.decides(set(2, from(0, 201, 200))).emits("rejected FEE_ABOVE_CEILING");
    }

    /** Two lots at 1, fifty per cent: the hold foresees 1 of fees. The first half, rounded up, has paid for the second. */
    @Test
    void aNewSegmentKeepsWhatABuyerHasPrepaidOnTop() {
        int half = 5_000_000;
        VenueUnderTest venue =
                VenueUnderTest.trading(new Terms().fees(half, half).feesInQuote());
        venue.decides(set(1, from(0, half, half)));
        venue.receives(ALICE, buys(2).at(1)).emits("accepted #1 buy 2@1 holds 3", "rested #1 2@1");
        venue.receives(BOB, sells(1).at(1));
        venue.decides(assign(1, ACCOUNT, ALICE));

        venue.receives(BOB, sells(1).at(1))
                .emits("accepted #3 sell 1@1 holds 1", "traded 1@1 for 1 #1|#3 left 0|0 released 0|0 fees 0|1");
        venue.has(ALICE, QUOTE, WEALTH - 3, 0);
    }

    @Test
    void aFeePerLotComesOnTopOfTheRateAndTheHoldForeseesIt() {
        VenueUnderTest venue = VenueUnderTest.trading(
                new Terms().fees(TEN_BASIS_POINTS, TEN_BASIS_POINTS).feesInQuote());
        venue.changes(InstrumentParameter.FEE_PER_LOT_MINOR, 2).emits("changed FEE_PER_LOT_MINOR from none to 2");
        venue.receives(ALICE, buys(10).at(100)).emits("accepted #1 buy 10@100 holds 1021", "rested #1 10@100");

        venue.receives(BOB, sells(4).at(100))
                .emits("accepted #2 sell 4@100 holds 4", "traded 4@100 for 400 #1|#2 left 6|0 released 0|0 fees 9|9");
        venue.receives(BOB, buysFor(500)).emits("rejected QUOTE_AMOUNT_NOT_POSSIBLE");
        venue.changes(InstrumentParameter.LOT, 200).emits("rejected INVALID_PARAMETER");
    }

    @Test
    void aSchedulesFeePerLotIsNeverMoreThanTheMarkets() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().feesInQuote());
        venue.changes(InstrumentParameter.FEE_PER_LOT_MINOR, 5);
        venue.decides(new SetFeeSchedule(1, QUOTE, List.of(from(0, 0, 0)), 2)).decides(assign(1, ACCOUNT, BOB));
        venue.decides(new SetFeeSchedule(2, QUOTE, List.of(from(0, 0, 0)), 9)).decides(assign(2, ACCOUNT, CAROL));
        venue.receives(CAROL, sells(3).at(100));

        venue.receives(BOB, buys(3).at(100))
                .emits("accepted #2 buy 3@100 holds 315", "traded 3@100 for 300 #1|#2 left 0|0 released 0|9 fees 15|6");
    }

    @Test
    void aSellerNeverPaysMoreThanHeReceives() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().feesInQuote());
        venue.changes(InstrumentParameter.FEE_PER_LOT_MINOR, 5);
        venue.receives(ALICE, sells(2).at(3));

        venue.receives(BOB, buys(2).at(3))
                .emits(
                        "accepted #2 buy 2@3 holds 16",
                        "traded 2@3 for 6 #1|#2 left 0|0 released 0|0 fees 6|10",
                        "fee capped #1 due 10 charged 6");
        venue.has(ALICE, QUOTE, WEALTH, 0);
    }

    @Test
    void whatIsNoScheduleIsRefusedByItsReason() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.decides(set(0, from(0, 0, 0))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(256, from(0, 0, 0))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(1)).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(1, from(1, 0, 0))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(1, from(0, 0, 0), from(5, 0, 0), from(5, 0, 0))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(1, from(0, 10_000_001, 0))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(set(1, from(0, 0, -10_000_001))).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(new SetFeeSchedule(1, QUOTE, List.of(from(0, 0, 0)), -1)).emits("rejected INVALID_FEE_SCHEDULE");
        venue.decides(new SetFeeSchedule(1, 3, List.of(from(0, 0, 0)), 0)).emits("rejected UNKNOWN_ASSET");
        venue.decides(set(1, from(0, 0, 0)));
        venue.decides(new SetFeeSchedule(1, BASE, List.of(from(0, 0, 0)), 0)).emits("rejected FEE_ASSET_MISMATCH");
    }

    @Test
    void whomNobodyKnowsHasNoSchedule() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.decides(set(1, from(0, 0, 0))).decides(new SetFeeSchedule(2, BASE, List.of(from(0, 0, 0)), 0));
        venue.decides(assign(3, ACCOUNT, ALICE)).emits("rejected UNKNOWN_FEE_SCHEDULE");
        venue.decides(assign(1, ACCOUNT, 777)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(assign(1, INSTRUMENT, 2)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(assign(1, 5, 1)).emits("rejected INVALID_COMBINATION");
        venue.decides(assign(1, GROUP, 0)).emits("rejected INVALID_COMBINATION");
        venue.decides(assign(2, ACCOUNT, ALICE)).emits("rejected FEE_ASSET_MISMATCH");
        venue.decides(new AssignFeeSchedule(2, BASE, 1, INSTRUMENT)).emits("rejected FEE_ASSET_MISMATCH");
        venue.decides(assign(0, ACCOUNT, ALICE)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    private static void trades(VenueUnderTest venue, long lots, long ticks) {
        venue.receives(ALICE, sells(lots).at(ticks));
        venue.receives(BOB, buys(lots).at(ticks));
    }
}
