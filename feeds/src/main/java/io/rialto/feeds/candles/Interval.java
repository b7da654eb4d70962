package io.rialto.feeds.candles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long a candle is: the closed list, shortest first. All begin at whole ones of UTC: a week on Monday, a month on its
 * first day.
 */
public enum Interval {
    ONE_SECOND("1s", 1),
    FIVE_SECONDS("5s", 5),
    FIFTEEN_SECONDS("15s", 15),
    THIRTY_SECONDS("30s", 30),
    ONE_MINUTE("1m", 60),
    THREE_MINUTES("3m", 3 * 60),
    FIVE_MINUTES("5m", 5 * 60),
    FIFTEEN_MINUTES("15m", 15 * 60),
    THIRTY_MINUTES("30m", 30 * 60),
    ONE_HOUR("1h", 3_600),
    TWO_HOURS("2h", 2 * 3_600),
    FOUR_HOURS("4h", 4 * 3_600),
    SIX_HOURS("6h", 6 * 3_600),
    TWELVE_HOURS("12h", 12 * 3_600),
    ONE_DAY("1d", 24 * 3_600),
    ONE_WEEK("1w", 0),
    ONE_MONTH("1M", 0);

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final List<Interval> ALL = List.of(values());

    private final String code;
    private final long nanos;

    Interval(String code, long seconds) {
        this.code = code;
        nanos = seconds * SECOND;
    }

    public static List<Interval> all() {
        return ALL;
    }

    /** As clients write it: 1m is a minute, 1M a month. */
    public static Optional<Interval> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** When the candle begins that a moment lies in. */
    public long start(long timeNanos) {
        if (nanos != 0) return timeNanos - Math.floorMod(timeNanos, nanos);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(timeNanos, DAY));
        return day.with(
                                this == ONE_WEEK
                                        ? TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)
                                        : TemporalAdjusters.firstDayOfMonth())
                        .toEpochDay()
                * DAY;
    }

    /** When the candle ends that begins at a moment; the next begins there. */
    public long end(long startNanos) {
        if (nanos != 0) return startNanos + nanos;
        LocalDate day = LocalDate.ofEpochDay(startNanos / DAY);
        return (this == ONE_WEEK ? day.plusWeeks(1) : day.plusMonths(1)).toEpochDay() * DAY;
    }

    /** Whether whole ones of the other make up each of this. */
    boolean isMadeOf(Interval other) {
        if (other.nanos == 0) return false;
        return nanos == 0 ? DAY % other.nanos == 0 : nanos % other.nanos == 0;
    }

    @Override
    public String toString() {
        return code;
    }
}
