package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ClearingCommand.*;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.*;

/** Section 16: which days are days of business where. */
final class ReferenceCalendars {
    private static final class Calendar {
        private Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        private final Set<LocalDate> holidays = new HashSet<>();

        private boolean isOpen(LocalDate date) {
            return !weekend.contains(date.getDayOfWeek()) && !holidays.contains(date);
        }
    }

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Integer, Calendar> calendars = new HashMap<>(Map.of(0, new Calendar()));
    private final Map<ReferenceInstrument, Integer> assigned = new HashMap<>();

    ReferenceCalendars(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void set(SetHoliday asked) {
        set(calendars.get(0), asked.day(), asked.isHoliday());
        matching.events.add("HolidaySet", asked.day(), asked.isHoliday());
    }

    private static void set(Calendar calendar, int day, int isHoliday) {
        refuseIf(isHoliday > 1, INVALID_COMBINATION);
        refuseIf(!isIn(0, day, 110_000), INVALID_DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        refuseIf(calendar.weekend.contains(date.getDayOfWeek()), INVALID_DAY);
        boolean isChange = isHoliday == 1 ? calendar.holidays.add(date) : calendar.holidays.remove(date);
        refuseIf(!isChange, WOULD_CHANGE_NOTHING);
    }

    void define(DefineCalendar asked) {
        refuseIf(!isIn(1, asked.calendar(), 254) || asked.weekend() >= 127, INVALID_CALENDAR);
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) if ((asked.weekend() >> day.ordinal()) % 2 == 1) weekend.add(day);
        Calendar known = calendars.get(asked.calendar());
        refuseIf(known != null && known.weekend.equals(weekend), WOULD_CHANGE_NOTHING);
        calendars.computeIfAbsent(asked.calendar(), any -> new Calendar()).weekend = weekend;
        matching.events.add("CalendarDefined", asked.calendar(), asked.weekend());
    }

    void set(SetCalendarHoliday asked) {
        refuseIf(asked.calendar() == 0, INVALID_CALENDAR);
        refuseIf(!calendars.containsKey(asked.calendar()), UNKNOWN_CALENDAR);
        set(calendars.get(asked.calendar()), asked.day(), asked.isHoliday());
        matching.events.add("CalendarHolidaySet", asked.day(), asked.calendar(), asked.isHoliday());
    }

    void assign(AssignCalendar asked) {
        ReferenceInstrument market = control.instrument(asked.instrument());
        refuseIf(market.isContract(), INVALID_SETTLEMENT_TERMS);
        refuseIf(!calendars.containsKey(asked.calendar()), UNKNOWN_CALENDAR);
        refuseIf(assigned.getOrDefault(market, 0) == asked.calendar(), WOULD_CHANGE_NOTHING);
        assigned.put(market, asked.calendar());
        matching.events.add("CalendarAssigned", asked.instrument(), asked.calendar());
    }

    boolean isOpen(ReferenceInstrument market, LocalDate date) {
        return calendars.get(assigned.getOrDefault(market, 0)).isOpen(date);
    }

    boolean isOpenAnywhere(LocalDate date) {
        return calendars.values().stream().anyMatch(calendar -> calendar.isOpen(date));
    }
}
