package io.rialto.engine.calendar;

import io.rialto.engine.listing.Instrument;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The settlement calendars by number, and by which of them each instrument settles: the first, number 0, until it is told
 * otherwise.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Calendars {
    static final int FIRST = 0;
    static final int LAST = 254;

    private BusinessDays[] calendars = {new BusinessDays(BusinessDays.SATURDAY_AND_SUNDAY)};
    private int[] assigned = new int[0]; // by instrument

    /** By which an instrument settles. */
    public BusinessDays of(Instrument market) {
        return calendars[number(market.number())];
    }

    /** Whether anything could settle on it. */
    public boolean isBusinessDay(int day) {
        for (BusinessDays calendar : calendars) if (calendar != null && calendar.isBusinessDay(day)) return true;
        return false;
    }

    boolean isDefined(int calendar) {
        return calendar < calendars.length && calendars[calendar] != null;
    }

    /** It is defined. */
    BusinessDays get(int calendar) {
        return calendars[calendar];
    }

    void define(int calendar, int weekend) {
        if (calendar >= calendars.length) calendars = Arrays.copyOf(calendars, calendar + 1);
        if (calendars[calendar] == null) calendars[calendar] = new BusinessDays(weekend);
        else calendars[calendar].weekend(weekend);
    }

    int number(int instrument) {
        return instrument < assigned.length ? assigned[instrument] : FIRST;
    }

    void assign(int instrument, int calendar) {
        if (instrument >= assigned.length) assigned = Arrays.copyOf(assigned, instrument + 1);
        assigned[instrument] = calendar;
    }

    void visit(LongConsumer state) {
        for (int number = 0; number < calendars.length; number++) {
            if (calendars[number] == null) continue;
            state.accept(number);
            calendars[number].visit(state);
        }
        for (int instrument = 0; instrument < assigned.length; instrument++) {
            if (assigned[instrument] != FIRST) state.accept((long) instrument << 32 | assigned[instrument]);
        }
        state.accept(0);
    }
}
