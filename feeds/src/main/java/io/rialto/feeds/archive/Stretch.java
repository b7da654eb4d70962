package io.rialto.feeds.archive;

import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stretch of the points that stand beside a portfolio. Immutable.
 *
 * @param before how the account stood when it began; nothing where it has no beginning
 * @param last how it stood at its end
 * @param points oldest first, at the most {@link Portfolio#MOST_HOURS} and now: the newest
 * @param wholeFromNanos from when on no point is missing; empty where none is
 */
public record Stretch(EquityPoint before, EquityPoint last, List<EquityPoint> points, OptionalLong wholeFromNanos) {
    public Stretch {
        points = List.copyOf(points);
    }

    /** Which one: by hours or by days, from a moment on and before another. */
    public record Asked(Portfolio portfolio, boolean isByHours, OptionalLong from, OptionalLong to) {
        /** Whether rows may know more of it than memory does; the newest there are, memory knows. */
        public boolean reachesBehindMemory() {
            boolean isOfTheNewest = from.isEmpty() && to.isEmpty();
            return fromNanos() < keptFromNanos() && !isOfTheNewest;
        }

        private long fromNanos() {
            return from.orElse(Long.MIN_VALUE);
        }

        private long toNanos() {
            return to.orElse(Long.MAX_VALUE);
        }

        private long keptFromNanos() {
            return isByHours ? portfolio.hoursFromNanos() : portfolio.daysFromNanos();
        }

        private List<EquityPoint> known() {
            List<EquityPoint> known = new ArrayList<>(isByHours ? portfolio.hours() : portfolio.days());
            known.add(portfolio.now());
            return known;
        }

        /** The newest up to a moment; of earlier than memory reaches its oldest. */
        private EquityPoint knownAt(long timeNanos) {
            EquityPoint newest = EquityPoint.NONE;
            for (EquityPoint point : known()) {
                boolean isOldest = newest == EquityPoint.NONE && keptFromNanos() != Long.MIN_VALUE;
                if (point.timeNanos() <= timeNanos || isOldest) newest = point;
            }
            return newest;
        }

        private boolean covers(EquityPoint point) {
            return point.timeNanos() >= fromNanos() && point.timeNanos() < toNanos();
        }
    }

    /** As memory alone has it. */
    public static Stretch known(Asked asked) {
        List<EquityPoint> points = asked.known().stream().filter(asked::covers).toList();
        boolean isWhole = asked.keptFromNanos() <= asked.fromNanos();
        return new Stretch(
                asked.from.isEmpty() ? EquityPoint.NONE : asked.knownAt(asked.fromNanos()),
                asked.knownAt(asked.toNanos()),
                points,
                isWhole ? OptionalLong.empty() : OptionalLong.of(asked.keptFromNanos()));
    }

    /** What memory let go of told by rows: those of full hours, since days are not kept there. */
    public static Stretch recorded(Asked asked, PastCurve rows) {
        Stretch known = known(asked);
        EquityPoint before = asked.from.isEmpty() ? EquityPoint.NONE : at(asked, asked.fromNanos(), rows);
        EquityPoint last = at(asked, asked.toNanos(), rows);
        if (!asked.isByHours) return new Stretch(before, last, known.points, known.wholeFromNanos);
        EquityPoint now = asked.portfolio.now();
        long to = Math.min(asked.toNanos(), now.timeNanos() + 1);
        int most = Portfolio.MOST_HOURS;
        List<EquityPoint> hours = rows.changes(asked.portfolio.account(), asked.fromNanos(), to, most + 1);
        List<EquityPoint> points = new ArrayList<>(hours.subList(Math.max(0, hours.size() - most), hours.size()));
        OptionalLong wholeFrom =
                hours.size() > most ? OptionalLong.of(points.get(0).timeNanos()) : OptionalLong.empty();
        if (asked.covers(now)) points.add(now);
        return new Stretch(before, last, points, wholeFrom);
    }

    private static EquityPoint at(Asked asked, long timeNanos, PastCurve rows) {
        if (timeNanos >= asked.keptFromNanos()) return asked.knownAt(timeNanos);
        return rows.changes(asked.portfolio.account(), Long.MIN_VALUE, timeNanos + 1, 1).stream()
                .findFirst()
                .orElse(EquityPoint.NONE);
    }
}
