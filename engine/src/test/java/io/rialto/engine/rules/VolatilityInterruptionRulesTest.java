package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** The last trade is at 100, and 500 basis points of that are five ticks. */
class VolatilityInterruptionRulesTest {
    private static final long CALL_NANOS = 10_000;

    private final VenueUnderTest venue = lastAt100();

    private static VenueUnderTest lastAt100() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        return venue;
    }

    @Test
    void fillsInsideTheDynamicRangeStandAndTheRestGoesIntoTheCall() {
        dynamic(500);
        venue.receives(ALICE, sells(2).at(104))
                .receives(ALICE, sells(2).at(105))
                .receives(ALICE, sells(2).at(106));

        venue.receives(BOB, buys(6).at(110))
                .emits(
                        "accepted #6 buy 6@110 holds 660",
                        "traded 2@104 for 208 #3|#6 left 0|4 released 0|12",
                        "traded 2@105 for 210 #4|#6 left 0|2 released 0|10",
                        "interrupted DYNAMIC_RANGE by #6 at 106 outside 95..105",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "rested #6 2@110",
                        "indicated 2@106");
        venue.shows(Side.SELL, "#5 2@106").shows(Side.BUY, "#6 2@110");
    }

    @Test
    void theBoundsThemselvesAreInside() {
        dynamic(500);
        venue.receives(ALICE, sells(1).at(105));
        venue.receives(BOB, buys(1).at(105))
                .emits("accepted #4 buy 1@105 holds 105", "traded 1@105 for 105 #3|#4 left 0|0 released 0|0");
        venue.receives(BOB, buys(1).at(100));
        venue.receives(ALICE, sells(1).at(100))
                .emits("accepted #6 sell 1@100 holds 1", "traded 1@100 for 100 #5|#6 left 0|0 released 0|0");
        venue.receives(BOB, buys(1).at(95));
        venue.receives(ALICE, sells(1).at(95))
                .emits("accepted #8 sell 1@95 holds 1", "traded 1@95 for 95 #7|#8 left 0|0 released 0|0");
    }

    @Test
    void aRangeIsRoundedDownToWholeTicks() {
        dynamic(599);
        venue.receives(ALICE, sells(1).at(106));
        venue.receives(BOB, buys(1).at(106)).emits(interruptedBuy(4, 106, 106, "DYNAMIC_RANGE", "95..105"));
    }

    @Test
    void oneAggressorDoesNotCarryTheRangeAlong() {
        dynamic(500);
        venue.receives(ALICE, sells(1).at(104)).receives(ALICE, sells(1).at(107));
        venue.receives(BOB, buys(1).at(104)).receives(ALICE, sells(1).at(106));

        venue.receives(BOB, buys(2).at(110))
                .emits(
                        "accepted #7 buy 2@110 holds 220",
                        "traded 1@106 for 106 #6|#7 left 0|1 released 0|4",
                        "traded 1@107 for 107 #4|#7 left 0|0 released 0|3");
        venue.receives(ALICE, sells(1).at(111)).receives(ALICE, sells(1).at(113));
        venue.receives(BOB, buys(2).at(113))
                .emits(
                        "accepted #10 buy 2@113 holds 226",
                        "traded 1@111 for 111 #8|#10 left 0|1 released 0|2",
                        "interrupted DYNAMIC_RANGE by #10 at 113 outside 102..112",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "rested #10 1@113",
                        "indicated 1@113");
    }

    @Test
    void theStaticRangeStandsAroundTheLastAuctionsPrice() {
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(1).at(200)).receives(BOB, buys(1).at(200)).goes(Phase.CONTINUOUS);
        venue.receives(ALICE, sells(1).at(205)).receives(BOB, buys(1).at(205));
        change(InstrumentParameter.STATIC_RANGE_BPS, 500);
        change(InstrumentParameter.INTERRUPTION_CALL_NANOS, CALL_NANOS);

        venue.receives(ALICE, sells(1).at(211));
        venue.receives(BOB, buys(1).at(211)).emits(interruptedBuy(8, 211, 211, "STATIC_RANGE", "190..210"));
    }

    @Test
    void beforeTheFirstAuctionTheListedReferenceStandsForItsPrice() {
        VenueUnderTest fresh = VenueUnderTest.trading(new Terms().reference(100));
        fresh.decides(new Command.ChangeInstrument(1, InstrumentParameter.STATIC_RANGE_BPS.value(), 500));
        fresh.receives(ALICE, sells(1).at(106));
        fresh.receives(BOB, buys(1).at(106))
                .emits(
                        "accepted #2 buy 1@106 holds 106",
                        "interrupted STATIC_RANGE by #2 at 106 outside 95..105",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 120000001000",
                        "rested #2 1@106",
                        "indicated 1@106");
    }

    @Test
    void beforeTheFirstTradeThereIsNoDynamicRange() {
        VenueUnderTest fresh = VenueUnderTest.trading();
        fresh.decides(new Command.ChangeInstrument(1, InstrumentParameter.DYNAMIC_RANGE_BPS.value(), 1));
        fresh.receives(ALICE, sells(1).at(500));
        fresh.receives(BOB, buys(1).at(500))
                .emits("accepted #2 buy 1@500 holds 500", "traded 1@500 for 500 #1|#2 left 0|0 released 0|0");
    }

    @Test
    void whatMayNotRestEndsInsteadOfGoingIntoTheCall() {
        dynamic(500);
        venue.receives(ALICE, sells(1).at(105)).receives(ALICE, sells(2).at(106));

        venue.receives(BOB, buys(3).at(110).immediateOrCancel())
                .emits(
                        "accepted #5 buy 3@110 holds 330",
                        "traded 1@105 for 105 #3|#5 left 0|2 released 0|5",
                        "interrupted DYNAMIC_RANGE by #5 at 106 outside 95..105",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "expired #5 2@110 released 220 VOLATILITY_INTERRUPTION");
    }

    @Test
    void aMarketOrdersRestEndsToo() {
        dynamic(500);
        venue.receives(ALICE, sells(1).at(105)).receives(ALICE, sells(2).at(106));

        venue.receives(BOB, buys(3))
                .emits(
                        "accepted #5 buy 3@0 holds 105",
                        "traded 1@105 for 105 #3|#5 left 0|2 released 0|0",
                        "interrupted DYNAMIC_RANGE by #5 at 106 outside 95..105",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "expired #5 2@0 released 0 VOLATILITY_INTERRUPTION");
        venue.has(BOB, QUOTE, WEALTH - 205, 0).has(BOB, BASE, WEALTH + 2, 0);
    }

    @Test
    void fillOrKillCountsOnlyInsideTheRangeSoItIsKilledWholeAndInterruptsNothing() {
        dynamic(500);
        venue.receives(ALICE, sells(1).at(105)).receives(ALICE, sells(2).at(106));

        venue.receives(BOB, buys(3).at(110).fillOrKill())
                .emits("accepted #5 buy 3@110 holds 0", "expired #5 3@110 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(1).at(110).fillOrKill())
                .emits("accepted #6 buy 1@110 holds 110", "traded 1@105 for 105 #3|#6 left 0|0 released 0|5");
    }

    @Test
    void anAmendedOrderIsStoppedLikeANewOne() {
        dynamic(500);
        venue.receives(ALICE, sells(2).at(106)).receives(BOB, buys(2).at(104));

        venue.amendsPrice(BOB, 4, 106)
                .emits(
                        "amended #4 from 2@104 to 2@106 of 2 hold +4 version 2 place lost",
                        "interrupted DYNAMIC_RANGE by #4 at 106 outside 95..105",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "rested #4 2@106",
                        "indicated 2@106");
    }

    @Test
    void theCallEndsByItselfWithOnePriceInsideTheWiderRange() {
        dynamic(500);
        change(InstrumentParameter.WIDER_RANGE_BPS, 1_000);
        stoppedAt106();

        venue.after(CALL_NANOS)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 11000",
                        "uncrossed VOLATILITY 1@106 reference 100",
                        "traded 1@106 for 106 #3|#4 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS planned 11000");
    }

    @Test
    void outsideOfTheWiderRangeTheCallIsExtended() {
        dynamic(500);
        stoppedAt106();

        venue.after(CALL_NANOS).decides(new Command.Tick()).emits("extended at 106 until 21000");
        venue.after(CALL_NANOS).decides(new Command.Tick()).emits("extended at 106 until 31000");
        venue.receives(CAROL, sells(1).at(105));
        venue.after(CALL_NANOS)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 31000",
                        "uncrossed VOLATILITY 1@105 reference 100",
                        "traded 1@105 for 105 #4|#5 left 0|0 released 1|0",
                        "phase UNCROSS to CONTINUOUS planned 31000");
    }

    @Test
    void afterItsMostExtensionsACallEndsAtAnyPrice() {
        dynamic(500);
        change(InstrumentParameter.MOST_EXTENSIONS, 1);
        stoppedAt106();

        venue.after(CALL_NANOS).decides(new Command.Tick()).emits("extended at 106 until 21000");
        venue.after(CALL_NANOS)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 21000",
                        "uncrossed VOLATILITY 1@106 reference 100",
                        "traded 1@106 for 106 #3|#4 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS planned 21000");
    }

    @Test
    void withNothingToMatchTradingSimplyGoesOn() {
        dynamic(500);
        stoppedAt106();
        venue.cancels(BOB, 4).emits("cancelled #4 1@106 released 106 REQUESTED_BY_OWNER", "indicated 0@0");

        venue.after(CALL_NANOS)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 11000",
                        "uncrossed VOLATILITY 0@0 reference 100",
                        "phase UNCROSS to CONTINUOUS planned 11000");
        venue.receives(BOB, buys(1).at(90)).emits("accepted #5 buy 1@90 holds 90", "rested #5 1@90");
    }

    @Test
    void ofTwoRangesTheDynamicOneIsNamedAndTheWiderOneEndsTheCall() {
        VenueUnderTest fresh = VenueUnderTest.trading(new Terms().reference(100));
        fresh.receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        for (InstrumentParameter each :
                new InstrumentParameter[] {InstrumentParameter.DYNAMIC_RANGE_BPS, InstrumentParameter.STATIC_RANGE_BPS
                }) {
            long bps = each == InstrumentParameter.DYNAMIC_RANGE_BPS ? 100 : 700;
            fresh.decides(new Command.ChangeInstrument(1, each.value(), bps));
        }
        fresh.receives(ALICE, sells(1).at(107));
        fresh.receives(BOB, buys(1).at(107))
                .emits(
                        "accepted #4 buy 1@107 holds 107",
                        "interrupted DYNAMIC_RANGE by #4 at 107 outside 99..101",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 120000001000",
                        "rested #4 1@107",
                        "indicated 1@107");
        fresh.after(120_000_000_000L)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 120000001000",
                        "uncrossed VOLATILITY 1@107 reference 100",
                        "traded 1@107 for 107 #3|#4 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS planned 120000001000");
    }

    @Test
    void withoutRangesNothingIsInterrupted() {
        dynamic(500);
        change(InstrumentParameter.DYNAMIC_RANGE_BPS, Command.NULL);
        venue.receives(ALICE, sells(1).at(900));
        venue.receives(BOB, buys(1).at(900))
                .emits("accepted #4 buy 1@900 holds 900", "traded 1@900 for 900 #3|#4 left 0|0 released 0|0");
    }

    @Test
    void aWidthIsFromOneToTenThousandBasisPoints() {
        for (InstrumentParameter each : new InstrumentParameter[] {
            InstrumentParameter.DYNAMIC_RANGE_BPS,
            InstrumentParameter.STATIC_RANGE_BPS,
            InstrumentParameter.WIDER_RANGE_BPS
        }) {
            change(each, 0).emits("rejected INVALID_PARAMETER");
            change(each, 10_001).emits("rejected INVALID_PARAMETER");
            change(each, 10_000).emits("changed " + each + " from none to 10000");
        }
        change(InstrumentParameter.INTERRUPTION_CALL_NANOS, 0).emits("rejected INVALID_PARAMETER");
        change(InstrumentParameter.MOST_EXTENSIONS, -1).emits("rejected INVALID_PARAMETER");
    }

    private void stoppedAt106() {
        venue.receives(ALICE, sells(1).at(106)).receives(BOB, buys(1).at(106));
    }

    private void dynamic(long basisPoints) {
        change(InstrumentParameter.DYNAMIC_RANGE_BPS, basisPoints);
        change(InstrumentParameter.INTERRUPTION_CALL_NANOS, CALL_NANOS);
    }

    private VenueUnderTest change(InstrumentParameter parameter, long value) {
        return venue.decides(new Command.ChangeInstrument(1, parameter.value(), value));
    }

    private static String[] interruptedBuy(int order, long limit, long price, String cause, String range) {
        return new String[] {
            "accepted #" + order + " buy 1@" + limit + " holds " + limit,
            "interrupted " + cause + " by #" + order + " at " + price + " outside " + range,
            "phase CONTINUOUS to CALL",
            "call VOLATILITY then CONTINUOUS until 11000",
            "rested #" + order + " 1@" + limit,
            "indicated 1@" + price
        };
    }
}
