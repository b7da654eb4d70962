package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.reference.Command.BeginTransfer;
import io.rialto.engine.reference.Command.End;
import io.rialto.engine.reference.Command.EndTransfer;
import org.junit.jupiter.api.Test;

/** Days count from Thursday, 1 January 1970, on which all trading here begins. */
class CalendarRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final int FRIDAY = 16, SATURDAY = 32;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    private void settlesBy(int weekend) {
        venue.decides(new DefineCalendar(1, weekend)).emits("calendar 1 without " + weekend);
        venue.decides(new AssignCalendar(1, 1)).emits("calendar of 1 is 1");
        venue.decides(new SetSettlementTerms(1, DAY, 1, 1, 0));
    }

    private void trade() {
        venue.receives(BOB, sells(1).at(10)).receives(ALICE, buys(1).at(10));
    }

    private void isNovatedTo(int day) {
        assertThat(venue.events().get(2)).contains(" to day " + day + ":");
    }

    @Test
    void anInstrumentSettlesByItsOwnWeekend() {
        settlesBy(FRIDAY + SATURDAY);
        trade();
        isNovatedTo(3); // Sunday
        venue.decides(new AssignCalendar(1, 0)).emits("calendar of 1 is 0");
        trade();
        isNovatedTo(1); // Friday
    }

    @Test
    void aHolidayOfOneCalendarIsNoneOfAnother() {
        settlesBy(SATURDAY);
        venue.decides(new SetCalendarHoliday(1, 1, 1)).emits("holiday 1 1 in 1");
        trade();
        isNovatedTo(3);
        venue.decides(new AssignCalendar(1, 0));
        trade();
        isNovatedTo(1);
    }

    @Test
    void aDayIsRolledWhereAnyCalendarHasIt() {
        venue.after(2 * DAY).decides(new RunSettlement(2)).emits("rejected NOT_A_BUSINESS_DAY"); // Saturday
        venue.decides(new DefineCalendar(7, 0));
        venue.decides(new RunSettlement(2)).emits("day 2 settled 0 failed 0");
    }

    @Test
    void whatFailedWaitsForABusinessDayOfItsOwn() {
        settlesBy(SATURDAY);
        trade();
        venue.decides(new BeginTransfer(Begin.BEGIN_WITHDRAWAL, BOB, BASE, WEALTH));
        venue.decides(new EndTransfer(End.COMPLETE_WITHDRAWAL, 7));
        venue.after(DAY).decides(new RunSettlement(1));
        assertThat(venue.events()).endsWith("day 1 settled 0 failed 2");
        venue.decides(new DefineCalendar(2, 0));
        venue.after(DAY).decides(new RunSettlement(2)).emits("day 2 settled 0 failed 0"); // Saturday
        venue.after(DAY).decides(new RunSettlement(3));
        assertThat(venue.events()).endsWith("day 3 settled 0 failed 2");
    }

    @Test
    void whatADayThatWasLeftOutOwesIsSettledOnTheNextThatIsRolled() {
        settlesBy(SATURDAY);
        trade();
        venue.decides(new DefineCalendar(2, 0));
        venue.after(2 * DAY).decides(new RunSettlement(2)); // Saturday
        assertThat(venue.events()).endsWith("day 2 settled 2 failed 0");
    }

    @Test
    void aChangedWeekendMovesNoDate() {
        settlesBy(SATURDAY);
        trade();
        venue.decides(new DefineCalendar(1, FRIDAY)).emits("calendar 1 without 16");
        venue.after(DAY).decides(new RunSettlement(1)); // Friday, of the first calendar
        assertThat(venue.events()).endsWith("day 1 settled 2 failed 0");
    }

    @Test
    void calendarsThatCannotBeAreRefused() {
        venue.decides(new DefineCalendar(0, 1)).emits("rejected INVALID_CALENDAR");
        venue.decides(new DefineCalendar(255, 1)).emits("rejected INVALID_CALENDAR");
        venue.decides(new DefineCalendar(1, 127)).emits("rejected INVALID_CALENDAR");
        venue.decides(new AssignCalendar(1, 1)).emits("rejected UNKNOWN_CALENDAR");
        venue.decides(new SetCalendarHoliday(1, 1, 1)).emits("rejected UNKNOWN_CALENDAR");
        venue.decides(new SetCalendarHoliday(1, 0, 1)).emits("rejected INVALID_CALENDAR");
        venue.decides(new AssignCalendar(7, 0)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new AssignCalendar(1, 0)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new DefineCalendar(1, SATURDAY));
        venue.decides(new DefineCalendar(1, SATURDAY)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new SetCalendarHoliday(2, 1, 1)).emits("rejected INVALID_DAY"); // Saturday
        venue.decides(new SetCalendarHoliday(3, 1, 0)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new SetCalendarHoliday(3, 1, 2)).emits("rejected INVALID_COMBINATION");
    }
}
