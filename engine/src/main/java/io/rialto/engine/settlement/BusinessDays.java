package io.rialto.engine.settlement;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The settlement calendar: Monday to Friday, less the holidays that the venue was told.
 *
 * <p>Days are counted from 1 January 1970, in UTC. Threading: the core's thread only. Allocates only to grow.
 */
final class BusinessDays {
    static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;

    /** Beyond what nanoseconds in a long can tell. */
    static final int LAST_DAY = 110_000;

    private static final int DAYS_OF_WEEK = 7;
    private static final int THURSDAY = 4; // 1 January 1970
    private static final int FRIDAY = 5;

    private int[] holidays = new int[16]; // sorted
    private int count;

    static int dayOf(long timeNanos) {
        return (int) Math.floorDiv(timeNanos, DAY_NANOS);
    }

    /** Monday is 1. */
    static boolean isWeekend(int day) {
        return Math.floorMod(day + THURSDAY - 1, DAYS_OF_WEEK) + 1 > FRIDAY;
    }

    boolean isHoliday(int day) {
        return Arrays.binarySearch(holidays, 0, count, day) >= 0;
    }

    boolean isBusinessDay(int day) {
        return !isWeekend(day) && !isHoliday(day);
    }

    /** It is not one already. */
    void add(int day) {
        if (count == holidays.length) holidays = Arrays.copyOf(holidays, count << 1);
        int place = -1 - Arrays.binarySearch(holidays, 0, count, day);
        System.arraycopy(holidays, place, holidays, place + 1, count++ - place);
        holidays[place] = day;
    }

    /** It is one. */
    void remove(int day) {
        int place = Arrays.binarySearch(holidays, 0, count, day);
        System.arraycopy(holidays, place + 1, holidays, place, --count - place);
    }

    /** So many business days after the first one that is not before this day. */
    int after(int day, int businessDays) {
        int date = day;
        while (!isBusinessDay(date)) date++;
        for (int left = businessDays; left > 0; left--) {
            date++;
            while (!isBusinessDay(date)) date++;
        }
        return date;
    }

    void visit(LongConsumer state) {
        for (int i = 0; i < count; i++) state.accept(holidays[i]);
        state.accept(0);
    }
}
