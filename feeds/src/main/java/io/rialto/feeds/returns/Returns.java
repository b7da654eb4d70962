package io.rialto.feeds.returns;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.past.Flow;
import io.rialto.feeds.past.Grid;
import io.rialto.feeds.past.Moment;
import io.rialto.feeds.past.Past;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolios;
import io.rialto.feeds.returns.Return.Undefined;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions about what accounts were worth and earned. Values are worked out on the thread that asks: the feeds only hand over what
 * they kept.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Returns {
    /** From the finest that is kept: a minute. */
    public static final List<Interval> INTERVALS = Interval.all().stream()
            .filter(each -> each.compareTo(Interval.ONE_MINUTE) >= 0)
            .toList();

    private static final int MOST_POINTS = 1_500;

    private final Portfolios portfolios;

    public Returns(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * The curve from a moment on, or without one the newest of it.
     *
     * @param to before which its points are
     */
    public Curve curve(int account, Interval interval, OptionalLong from, OptionalLong to, int limit) {
        Grid grid = grid(interval);
        Past known = portfolios.past(account, grid);
        long end = Math.min(to.orElse(Long.MAX_VALUE), known.now().timeNanos() + 1);
        long first = Math.max(from.orElse(Long.MIN_VALUE), Math.max(known.wholeFromNanos(), beginning(known)));
        List<Long> times =
                from.isPresent() ? forward(interval, first, end, limit + 1) : backward(interval, first, end, limit);
        boolean hasMore = times.size() > limit;
        long[] moments = times.stream().mapToLong(Long::longValue).limit(limit).toArray();
        Past past = portfolios.past(account, grid, moments);
        return new Curve(
                past.now().asset(),
                past.moments().stream().map(Worth::point).toList(),
                Worth.point(past.now()),
                hasMore ? OptionalLong.of(times.get(limit)) : OptionalLong.empty(),
                past.wholeFromNanos() == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(past.wholeFromNanos()),
                past.sequence());
    }

    /**
     * What was earned from one moment to another; both are taken back to the last full minute, hour or day that is kept.
     *
     * @param finest at whose ends the curve is looked at, or at those of the next that is kept and has at most {@value #MOST_POINTS}
     */
    public Report report(int account, CostMethod method, OptionalLong from, OptionalLong to, Interval finest) {
        Interval interval = finest;
        while (true) {
            Past known = portfolios.past(account, grid(interval));
            long now = known.now().timeNanos();
            long start = start(interval, known, from);
            long end = Math.max(start, Math.min(to.orElse(Long.MAX_VALUE), now));
            boolean isTooLong = (end - start) / MOST_POINTS >= interval.end(0);
            boolean isKept = start >= known.wholeFromNanos();
            if (interval == Interval.ONE_MONTH || !isTooLong && isKept) {
                Stretch stretch = new Stretch(
                        interval, Math.max(start, known.wholeFromNanos()), end, to.orElse(Long.MAX_VALUE) >= now);
                return report(account, method, stretch, isKept);
            }
            interval = INTERVALS.get(INTERVALS.indexOf(interval) + 1);
        }
    }

    private record Stretch(Interval interval, long start, long end, boolean isUpToNow) {}

    private Report report(int account, CostMethod method, Stretch stretch, boolean isKept) {
        Past past = portfolios.past(account, grid(stretch.interval), moments(stretch));
        List<Moment> kept = new ArrayList<>(past.moments());
        if (stretch.isUpToNow || kept.isEmpty()) kept.add(past.now());
        Moment from = kept.get(0);
        Moment to = kept.get(kept.size() - 1);
        List<Flow> flows = past.flows().stream()
                .filter(flow ->
                        flow.timeNanos() >= from.timeNanos() && (to == past.now() || flow.timeNanos() < to.timeNanos()))
                .toList();
        List<EquityPoint> points = kept.stream().map(Worth::point).toList();
        Performance performance = Performance.of(points, flows);
        boolean areFlowsKept = from.timeNanos() >= past.flowsFromNanos();
        return new Report(
                past.now().asset(),
                points.get(0),
                points.get(points.size() - 1),
                stretch.interval,
                isKept && areFlowsKept,
                flows.size(),
                areFlowsKept ? performance.timeWeighted() : Return.not(Undefined.FLOWS_NOT_KEPT),
                areFlowsKept ? performance.moneyWeighted() : Return.not(Undefined.FLOWS_NOT_KEPT),
                areFlowsKept ? performance.drawdown() : Optional.empty(),
                Attribution.between(from, to, method),
                past.sequence());
    }

    private static long[] moments(Stretch stretch) {
        Grid grid = grid(stretch.interval);
        long first = grid.ceiling(stretch.start);
        Deque<Long> times = new ArrayDeque<>(forward(stretch.interval, first + 1, stretch.end, MOST_POINTS + 1));
        times.addFirst(first);
        long last = grid.floor(stretch.end);
        if (!stretch.isUpToNow && times.getLast() < last) times.addLast(last);
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static long start(Interval interval, Past known, OptionalLong from) {
        long earliest = Math.min(beginning(known), known.now().timeNanos());
        return grid(interval).floor(Math.max(from.orElse(Long.MIN_VALUE), earliest));
    }

    /** Before it there was nothing. */
    private static long beginning(Past known) {
        return known.firstNanos() == Long.MAX_VALUE ? known.now().timeNanos() : known.firstNanos();
    }

    static Grid grid(Interval interval) {
        if (interval.compareTo(Interval.ONE_HOUR) < 0) return Grid.MINUTE;
        return interval.compareTo(Interval.ONE_DAY) < 0 ? Grid.HOUR : Grid.DAY;
    }

    /** The first ends of intervals from one moment on and before another. */
    public static List<Long> forward(Interval interval, long from, long before, int most) {
        List<Long> times = new ArrayList<>();
        long at = interval.start(from) == from ? from : interval.end(interval.start(from));
        for (; at < before && times.size() < most; at = interval.end(at)) times.add(at);
        return times;
    }

    /** The last of them, oldest first. */
    public static List<Long> backward(Interval interval, long from, long before, int most) {
        Deque<Long> times = new ArrayDeque<>();
        long at = interval.start(before - 1);
        for (; at >= from && times.size() < most; at = interval.start(at - 1)) times.addFirst(at);
        return List.copyOf(times);
    }
}
