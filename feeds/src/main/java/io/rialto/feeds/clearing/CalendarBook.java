package io.rialto.feeds.clearing;

import io.rialto.protocol.CalendarAssignedDecoder;
import io.rialto.protocol.CalendarDefinedDecoder;
import io.rialto.protocol.CalendarHolidaySetDecoder;
import io.rialto.protocol.HolidaySetDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;

/** The settlement calendars, and by which of them each instrument settles. Threading: whoever holds the gate. */
final class CalendarBook {
    private static final int FIRST = 0;
    private static final int SATURDAY_AND_SUNDAY = 1 << 5 | 1 << 6;

    private final Map<Integer, Integer> weekends = new TreeMap<>(Map.of(FIRST, SATURDAY_AND_SUNDAY));
    private final Map<Integer, TreeSet<Integer>> holidays = new HashMap<>();
    private final Map<Integer, Integer> assigned = new HashMap<>();
    private final HolidaySetDecoder holiday = new HolidaySetDecoder();
    private final CalendarDefinedDecoder defined = new CalendarDefinedDecoder();
    private final CalendarHolidaySetDecoder calendarHoliday = new CalendarHolidaySetDecoder();
    private final CalendarAssignedDecoder given = new CalendarAssignedDecoder();

    /** False when the event where the view stands is about something else. */
    boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case HolidaySetDecoder.TEMPLATE_ID -> {
                holiday.wrap(buffer, at, length, version);
                set(FIRST, holiday.day(), holiday.isHoliday() == 1);
            }
            case CalendarDefinedDecoder.TEMPLATE_ID -> {
                defined.wrap(buffer, at, length, version);
                weekends.put((int) defined.calendar(), (int) defined.weekend());
            }
            case CalendarHolidaySetDecoder.TEMPLATE_ID -> {
                calendarHoliday.wrap(buffer, at, length, version);
                set(calendarHoliday.calendar(), calendarHoliday.day(), calendarHoliday.isHoliday() == 1);
            }
            case CalendarAssignedDecoder.TEMPLATE_ID -> {
                given.wrap(buffer, at, length, version);
                assigned.put(given.instrument(), (int) given.calendar());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(int calendar, int day, boolean isHoliday) {
        TreeSet<Integer> days = holidays.computeIfAbsent(calendar, any -> new TreeSet<>());
        if (isHoliday) days.add(day);
        else days.remove(day);
    }

    List<Clearing.Calendar> all() {
        List<Clearing.Calendar> all = new ArrayList<>();
        weekends.forEach((number, weekend) -> all.add(
                new Clearing.Calendar(number, weekend, List.copyOf(holidays.getOrDefault(number, new TreeSet<>())))));
        return all;
    }

    /** By which an instrument settles. */
    int of(int instrument) {
        return assigned.getOrDefault(instrument, FIRST);
    }
}
