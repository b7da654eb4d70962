package io.rialto.feeds.analysis;

import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each of the last days gained, as a part of what was there: an account's profit over its equity when the day began and what
 * came in meanwhile; a benchmark's change over its price. Days that began with nothing are left out; a day on which nothing changed
 * gained nothing. Keyed by the day's end, nanoseconds UTC.
 */
final class DailyReturns {
    static final int MOST_DAYS = 500;
    static final String WINDOW = "the last 500 days, UTC";
    static final MathContext PLACES = MathContext.DECIMAL64;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private DailyReturns() {}

    static SortedMap<Long, BigDecimal> ofAccount(Portfolio portfolio) {
        List<Day> days = new ArrayList<>();
        EquityPoint before = null;
        for (EquityPoint point : portfolio.days()) {
            if (before != null) {
                EquityPoint change = point.since(before);
                BigInteger base = before.equity().add(change.transfers().max(BigInteger.ZERO));
                days.add(new Day(before.timeNanos(), point.timeNanos(), new BigDecimal(change.profit()), base));
            }
            before = point;
        }
        if (before != null) days.add(new Day(before.timeNanos(), portfolio.sessionNanos(), null, before.equity()));
        return returns(days, portfolio.sessionNanos());
    }

    static SortedMap<Long, BigDecimal> ofBenchmark(Portfolio portfolio) {
        TreeMap<Long, BigDecimal> returns = new TreeMap<>();
        Portfolio.Mark before = null;
        for (Portfolio.Mark mark : portfolio.benchmark()) {
            if (before != null && before.price().signum() > 0) {
                fill(returns, before.timeNanos(), mark.timeNanos(), portfolio.sessionNanos());
                BigDecimal change = mark.price().subtract(before.price()).divide(before.price(), PLACES);
                returns.put(mark.timeNanos(), change);
            }
            before = mark;
        }
        return last(returns, portfolio.sessionNanos());
    }

    /** @param profit null: nothing changed up to the end */
    private record Day(long fromNanos, long toNanos, BigDecimal profit, BigInteger baseMinor) {}

    private static SortedMap<Long, BigDecimal> returns(List<Day> days, long sessionNanos) {
        TreeMap<Long, BigDecimal> returns = new TreeMap<>();
        for (Day day : days) {
            if (day.baseMinor.signum() <= 0) continue;
            fill(returns, day.fromNanos, day.toNanos, sessionNanos);
            if (day.toNanos <= day.fromNanos) continue;
            BigDecimal gained =
                    day.profit == null ? BigDecimal.ZERO : day.profit.divide(new BigDecimal(day.baseMinor), PLACES);
            returns.put(day.toNanos, gained);
        }
        return last(returns, sessionNanos);
    }

    /** With days of nothing, between two. */
    private static void fill(TreeMap<Long, BigDecimal> returns, long fromNanos, long toNanos, long sessionNanos) {
        long first = Math.max(fromNanos, sessionNanos - MOST_DAYS * DAY_NANOS) + DAY_NANOS;
        for (long end = first; end < toNanos; end += DAY_NANOS) returns.put(end, BigDecimal.ZERO);
    }

    private static SortedMap<Long, BigDecimal> last(TreeMap<Long, BigDecimal> returns, long sessionNanos) {
        return returns.tailMap(sessionNanos - MOST_DAYS * DAY_NANOS, false);
    }
}
