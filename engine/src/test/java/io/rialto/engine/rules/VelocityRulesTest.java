package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import org.junit.jupiter.api.Test;

/** Trades of the last hundred nanoseconds may lie five ticks apart. */
class VelocityRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    VelocityRulesTest() {
        change(InstrumentParameter.VELOCITY_LIMIT_TICKS, 5);
        change(InstrumentParameter.VELOCITY_WINDOW_NANOS, 100);
        change(InstrumentParameter.VELOCITY_CALL_NANOS, 10_000);
    }

    @Test
    void aTradeTooFarFromAnotherOfTheWindowStopsTrading() {
        trade(100);
        venue.after(50);
        trade(105);
        venue.after(49);
        venue.receives(ALICE, sells(1).at(106));

        venue.receives(BOB, buys(1).at(106))
                .emits(
                        "accepted #6 buy 1@106 holds 106",
                        "traded 1@106 for 106 #5|#6 left 0|0 released 0|0",
                        "interrupted VELOCITY by #6 at 106 outside 100..106",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11099");
    }

    @Test
    void aTradeAsOldAsTheWindowIsLongCountsNoMore() {
        trade(100);
        venue.after(100);
        trade(106).emits("accepted #4 buy 1@106 holds 106", "traded 1@106 for 106 #3|#4 left 0|0 released 0|0");
    }

    @Test
    void aFallIsAsFastAsARise() {
        trade(100);
        trade(94)
                .emits(
                        "accepted #4 buy 1@94 holds 94",
                        "traded 1@94 for 94 #3|#4 left 0|0 released 0|0",
                        "interrupted VELOCITY by #4 at 94 outside 94..100",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000");
    }

    @Test
    void theFillThatGoesTooFarStandsAndTheRestGoesIntoTheCall() {
        trade(100);
        venue.receives(ALICE, sells(1).at(105))
                .receives(ALICE, sells(1).at(106))
                .receives(ALICE, sells(1).at(107));

        venue.receives(BOB, buys(3).at(110))
                .emits(
                        "accepted #6 buy 3@110 holds 330",
                        "traded 1@105 for 105 #3|#6 left 0|2 released 0|5",
                        "traded 1@106 for 106 #4|#6 left 0|1 released 0|4",
                        "interrupted VELOCITY by #6 at 106 outside 100..106",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000",
                        "rested #6 1@110",
                        "indicated 1@107");
    }

    @Test
    void aFillOrKillThatWouldBeStoppedIsKilledWhole() {
        trade(100);
        venue.receives(ALICE, sells(1).at(105))
                .receives(ALICE, sells(1).at(106))
                .receives(ALICE, sells(1).at(107));

        venue.receives(BOB, buys(3).at(110).fillOrKill())
                .emits("accepted #6 buy 3@110 holds 0", "expired #6 3@110 released 0 FILL_OR_KILL");
        venue.receives(BOB, buys(2).at(110).fillOrKill())
                .emits(
                        "accepted #7 buy 2@110 holds 220",
                        "traded 1@105 for 105 #3|#7 left 0|1 released 0|5",
                        "traded 1@106 for 106 #4|#7 left 0|0 released 0|4",
                        "interrupted VELOCITY by #7 at 106 outside 100..106",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11000");
    }

    @Test
    void theShorterWindowHasALimitOfItsOwn() {
        change(InstrumentParameter.FAST_VELOCITY_LIMIT_TICKS, 2);
        change(InstrumentParameter.FAST_VELOCITY_WINDOW_NANOS, 10);
        trade(100);
        venue.after(10);
        trade(103);
        venue.after(9);
        trade(100)
                .emits(
                        "accepted #6 buy 1@100 holds 100",
                        "traded 1@100 for 100 #5|#6 left 0|0 released 0|0",
                        "interrupted FAST_VELOCITY by #6 at 100 outside 100..103",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11019");
    }

    @Test
    void aCallStartsTheWindowAnew() {
        trade(100);
        trade(106);
        venue.after(10).goes(Phase.CONTINUOUS);

        trade(111).emits("accepted #6 buy 1@111 holds 111", "traded 1@111 for 111 #5|#6 left 0|0 released 0|0");
        trade(105)
                .emits(
                        "accepted #8 buy 1@105 holds 105",
                        "traded 1@105 for 105 #7|#8 left 0|0 released 0|0",
                        "interrupted VELOCITY by #8 at 105 outside 105..111",
                        "phase CONTINUOUS to CALL",
                        "call VOLATILITY then CONTINUOUS until 11010");
    }

    @Test
    void anotherLimitStartsTheWindowAnew() {
        trade(100);
        change(InstrumentParameter.VELOCITY_LIMIT_TICKS, 4);
        trade(106).emits("accepted #4 buy 1@106 holds 106", "traded 1@106 for 106 #3|#4 left 0|0 released 0|0");
    }

    private VenueUnderTest trade(long ticks) {
        return venue.receives(ALICE, sells(1).at(ticks)).receives(BOB, buys(1).at(ticks));
    }

    private VenueUnderTest change(InstrumentParameter parameter, long value) {
        return venue.decides(new Command.ChangeInstrument(1, parameter.value(), value));
    }
}
