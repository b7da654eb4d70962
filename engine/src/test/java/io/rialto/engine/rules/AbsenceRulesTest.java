package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;
import io.rialto.engine.reference.ControlCommand.CancelAfter;
import io.rialto.engine.reference.ControlCommand.Disconnected;
import io.rialto.engine.reference.ControlCommand.Reconnected;
import org.junit.jupiter.api.Test;

class AbsenceRulesTest {
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aDeadMansSwitchFiresOnceWhenItsTimeHasCome() {
        venue.receives(ALICE, buys(1).at(10));
        venue.receives(BOB, buys(1).at(10));
        venue.decides(new CancelAfter(ALICE, 0, SECOND)).emits("switch 100/0 due " + (START + SECOND));
        venue.after(SECOND - 1).decides(new Command.Tick()).emits();
        venue.after(1)
                .decides(new Command.Tick())
                .emits(
                        "switch fired 100/0",
                        "cancelled #1 1@10 released 10 DEAD_MANS_SWITCH",
                        "mass cancelled 1 remaining 0");
        venue.receives(ALICE, buys(1).at(10));
        venue.after(5 * SECOND).decides(new Command.Tick()).emits();
    }

    @Test
    void eachCallSetsItAnewAndZeroTurnsItOff() {
        venue.decides(new CancelAfter(ALICE, 0, SECOND));
        venue.after(SECOND - 1).decides(new CancelAfter(ALICE, 0, SECOND));
        venue.after(SECOND - 1).decides(new Command.Tick()).emits();
        venue.decides(new CancelAfter(ALICE, 0, 0)).emits("switch 100/0 due 0");
        venue.after(5 * SECOND).decides(new Command.Tick()).emits();
    }

    @Test
    void anInstrumentHasASwitchOfItsOwn() {
        venue.receives(ALICE, buys(1).at(10));
        venue.decides(new CancelAfter(ALICE, 1, SECOND));
        venue.decides(new CancelAfter(ALICE, 0, 2 * SECOND));
        venue.after(SECOND)
                .decides(new Command.Tick())
                .emits(
                        "switch fired 100/1",
                        "cancelled #1 1@10 released 10 DEAD_MANS_SWITCH",
                        "mass cancelled 1 remaining 0");
        venue.after(SECOND).decides(new Command.Tick()).emits("switch fired 100/0", "mass cancelled 0 remaining 0");
    }

    @Test
    void aSwitchWhoseTimeCameWhileTheVenueWasDownFiresBeforeTheFirstCommand() {
        venue.receives(ALICE, buys(1).at(10));
        venue.decides(new CancelAfter(ALICE, 0, SECOND));
        venue.after(3_600 * SECOND)
                .receives(BOB, Ticket.sells(1).at(10))
                .emits(
                        "switch fired 100/0",
                        "cancelled #1 1@10 released 10 DEAD_MANS_SWITCH",
                        "mass cancelled 1 remaining 0",
                        "accepted #2 sell 1@10 holds 1",
                        "rested #2 1@10");
    }

    @Test
    void aLostConnectionTakesItsOrdersWithItWhenTheGraceIsOver() {
        venue.from(0, 0, 7).receives(ALICE, buys(1).at(10));
        venue.from(0, 0, 8).receives(ALICE, buys(1).at(11));
        venue.decides(new Disconnected(ALICE, 7, SECOND, 0)).emits("lost 100/7 due " + (START + SECOND));
        venue.after(SECOND)
                .decides(new Command.Tick())
                .emits("cancelled #1 1@10 released 10 DISCONNECTED", "mass cancelled 1 remaining 0");
    }

    @Test
    void withoutGraceTheOrdersGoAtOnceAndWithoutASessionAllOfThem() {
        venue.from(0, 0, 7).receives(ALICE, buys(1).at(10));
        venue.receives(ALICE, buys(1).at(11));
        venue.decides(new Disconnected(ALICE, 0, 0, 0))
                .emits(
                        "lost 100/0 due " + START,
                        "cancelled #1 1@10 released 10 DISCONNECTED",
                        "cancelled #2 1@11 released 11 DISCONNECTED",
                        "mass cancelled 2 remaining 0");
    }

    @Test
    void whoComesBackWithinTheGraceLosesNothing() {
        venue.receives(ALICE, buys(1).at(10));
        venue.decides(new Disconnected(ALICE, 0, SECOND, 0));
        venue.after(SECOND - 1).decides(new Reconnected(ALICE, 0)).emits("restored 100/0");
        venue.after(SECOND).decides(new Command.Tick()).emits();
        venue.decides(new Reconnected(ALICE, 0)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void aLogOutCancelsNothing() {
        venue.receives(ALICE, buys(1).at(10));
        venue.decides(new Disconnected(ALICE, 0, 0, 1)).emits("lost 100/0 due 0");
    }

    @Test
    void anExemptOrderOutlivesItsConnectionButNotTheDeadMansSwitch() {
        Command.NewOrder order = buys(1).at(10).by(ALICE, 1);
        SpecialTerms p = SpecialTerms.PLAIN;
        SpecialTerms exempt =
                new SpecialTerms(p.triggerTicks(), p.activationTicks(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        venue.decides(new Command.NewSpecialOrder(order, exempt));
        venue.decides(new Disconnected(ALICE, 0, 0, 0)).emits("lost 100/0 due 1000", "mass cancelled 0 remaining 0");
        venue.decides(new CancelAfter(ALICE, 0, 1));
        assertThat(venue.after(1).decides(new Command.Tick()).events())
                .contains("cancelled #1 1@10 released 10 DEAD_MANS_SWITCH");
    }

    @Test
    void timesThatCannotBeAreRefused() {
        venue.decides(new CancelAfter(ALICE, 0, -1)).emits("rejected INVALID_PARAMETER");
        venue.decides(new CancelAfter(ALICE, 0, 604_801 * SECOND)).emits("rejected INVALID_PARAMETER");
        venue.decides(new Disconnected(ALICE, 0, -1, 0)).emits("rejected INVALID_PARAMETER");
        venue.decides(new Disconnected(ALICE, 0, 0, 2)).emits("rejected INVALID_PARAMETER");
        venue.decides(new CancelAfter(777, 0, 1)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new CancelAfter(ALICE, 9, 1)).emits("rejected UNKNOWN_INSTRUMENT");
    }
}
