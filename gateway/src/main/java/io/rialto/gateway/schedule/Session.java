package io.rialto.gateway.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The day of a group of instruments, in their time zone.
 *
 * @param symbols {@link #ALL} alone stands for every instrument
 * @param day in the order of time
 */
record Session(
        String name, List<String> symbols, ZoneId zone, BusinessCalendar calendar, List<Step> day, List<Step> halfDay) {
    static final String ALL = "*";

    boolean isFor(String symbol) {
        return symbols.contains(ALL) || symbols.contains(symbol);
    }

    List<Step> stepsOf(LocalDate date) {
        return switch (calendar.of(date)) {
            case FULL -> day;
            case HALF -> halfDay;
            case NONE -> List.of();
        };
    }
}
