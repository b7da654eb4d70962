package io.rialto.gateway.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Which days are traded, and which of them only in part. Days are those of the session's own time zone. */
record BusinessCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<LocalDate> halfDays) {
    static final BusinessCalendar EVERY_DAY = new BusinessCalendar(Set.of(), Set.of(), Set.of());

    enum Day {
        FULL,
        HALF,
        NONE
    }

    /** A holiday stays one, also when it is named among the half days. */
    Day of(LocalDate date) {
        if (weekend.contains(date.getDayOfWeek()) || holidays.contains(date)) return Day.NONE;
        return halfDays.contains(date) ? Day.HALF : Day.FULL;
    }
}
