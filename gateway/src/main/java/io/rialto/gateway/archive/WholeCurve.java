package io.rialto.gateway.archive;

import io.rialto.feeds.archive.PastCurve;
import io.rialto.feeds.archive.Stretch;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.returns.Curve;
import io.rialto.feeds.returns.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What accounts were worth at the end of each interval, from the first on: what memory let go of is told from the read model, which has
 * every full hour. Shorter intervals end where memory ends, as all do where a venue keeps no read model.
 *
 * <p>Threading: any.
 */
public final class WholeCurve {
    private final Returns returns;
    private final Archive archive;

    public WholeCurve(Returns returns, Archive archive) {
        this.returns = returns;
        this.archive = archive;
    }

    /** As {@link Returns#curve}. */
    public Curve curve(int account, Interval interval, OptionalLong from, OptionalLong to, int limit) {
        Curve known = returns.curve(account, interval, from, to, limit);
        boolean isRecorded = interval.compareTo(Interval.ONE_HOUR) >= 0 && archive.isKept();
        if (known.wholeFromNanos().isEmpty() || !isRecorded) return known;
        long wholeFrom = known.wholeFromNanos().getAsLong();
        if (from.isPresent() && from.getAsLong() >= wholeFrom) return whole(known, known.items(), known.next());
        long before = Math.min(wholeFrom, to.orElse(Long.MAX_VALUE));
        return archive.asOf(OptionalLong.of(known.sequence()), store -> {
            long first = new PastCurve(store).firstNanos(account).orElse(Long.MAX_VALUE);
            if (from.isEmpty()) return newest(account, interval, first, before, limit, known, store);
            List<Long> times = Returns.forward(interval, Math.max(first, from.getAsLong()), before, limit + 1);
            List<EquityPoint> older = new PastCurve(store).at(account, times);
            if (older.size() > limit) {
                return whole(known, older.subList(0, limit), OptionalLong.of(times.get(limit)));
            }
            return behind(older, returns.curve(account, interval, OptionalLong.of(wholeFrom), to, limit), limit);
        });
    }

    /** What stands beside a portfolio: as memory has it, or where that does not reach so far as the read model does. */
    public Stretch stretch(Stretch.Asked asked) {
        if (!asked.reachesBehindMemory() || !archive.isKept()) return Stretch.known(asked);
        long seen = asked.portfolio().now().sequence();
        return archive.asOf(OptionalLong.of(seen), store -> Stretch.recorded(asked, new PastCurve(store)));
    }

    private static Curve newest(
            int account, Interval interval, long first, long before, int limit, Curve known, RecordStore store) {
        int missing = limit - known.items().size();
        List<Long> times = missing > 0 ? Returns.backward(interval, first, before, missing) : List.of();
        List<EquityPoint> all = new ArrayList<>(new PastCurve(store).at(account, times));
        all.addAll(known.items());
        return whole(known, all, known.next());
    }

    /** As many of the newer ones as there is a place for. */
    private static Curve behind(List<EquityPoint> older, Curve newer, int limit) {
        List<EquityPoint> all = new ArrayList<>(older);
        int more = Math.min(limit - older.size(), newer.items().size());
        all.addAll(newer.items().subList(0, more));
        boolean hasMore = more < newer.items().size();
        return whole(
                newer, all, hasMore ? OptionalLong.of(newer.items().get(more).timeNanos()) : newer.next());
    }

    private static Curve whole(Curve known, List<EquityPoint> items, OptionalLong next) {
        return new Curve(known.asset(), items, known.now(), next, OptionalLong.empty(), known.sequence());
    }
}
