package io.rialto.engine.calendar;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A settlement calendar: the days that are none of its weekend, less the holidays that the venue was told.
 *
 * <p>Days are counted from 1 January 1970, in UTC. Threading: the core's thread only. Allocates only to grow.
 */
public final class BusinessDays {
    public static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;

    /** Beyond what nanoseconds in a long can tell. */
    public static final int LAST_DAY = 110_000;

    static final int SATURDAY_AND_SUNDAY = 1 << 5 | 1 << 6;
    static final int EVERY_DAY = (1 << 7) - 1;

    private static final int DAYS_OF_WEEK = 7;
    private static final int THURSDAY = 3; // 1 January 1970; Monday is 0

    private int weekend; // a bit a day, the first for Monday
    private int[] holidays = new int[16]; // sorted
    private int count;

    BusinessDays(int weekend) {
        this.weekend = weekend;
    }

    /** It has a day of business. */
    void weekend(int days) {
        weekend = days;
    }

    int weekend() {
        return weekend;
    }

    public static int dayOf(long timeNanos) {
        return (int) Math.floorDiv(timeNanos, DAY_NANOS);
    }

    boolean isWeekend(int day) {
        return (weekend >> Math.floorMod(day + THURSDAY, DAYS_OF_WEEK) & 1) != 0;
    }

    boolean isHoliday(int day) {
        return Arrays.binarySearch(holidays, 0, count, day) >= 0;
    }

    public boolean isBusinessDay(int day) {
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
    public int after(int day, int businessDays) {
        int date = day;
        while (!isBusinessDay(date)) date++;
        for (int left = businessDays; left > 0; left--) {
            date++;
            while (!isBusinessDay(date)) date++;
        }
        return date;
    }

    void visit(LongConsumer state) {
        state.accept(weekend);
        for (int i = 0; i < count; i++) state.accept(holidays[i]);
        state.accept(0);
    }
}
