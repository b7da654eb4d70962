package io.rialto.feeds.portfolio;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.past.AccountThen;
import io.rialto.feeds.past.Flow;
import io.rialto.feeds.past.Grid;
import io.rialto.feeds.past.MarkThen;
import io.rialto.feeds.past.Moment;
import io.rialto.feeds.past.Past;
import io.rialto.feeds.past.PositionThen;
import io.rialto.feeds.past.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntHashSet;

/**
 * Keeps what accounts had and what was paid for things at the end of each minute that changed either: what an account was worth
 * then is worked out when it is asked for, so a price that moves costs nothing for those who hold it.
 *
 * <p>Threading: as the feed.
 */
final class PortfolioPast {
    private static final int ACCOUNT_CHANGES = 1_000;
    private static final int MARKS = 50_000;
    private static final int FLOWS = 10_000;
    private static final Kept NONE = new Kept();

    private final IntFunction<Instrument> instruments;
    private final Prices prices;
    private final IntFunction<AccountPortfolio> live;
    private final boolean isKept;
    private final Int2ObjectHashMap<Kept> accounts = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<Series<MarkThen>> marks = new Int2ObjectHashMap<>();
    private final IntHashSet changed = new IntHashSet();
    private final IntHashSet marked = new IntHashSet();
    private long valuesFromNanos = Long.MAX_VALUE;

    private static final class Kept {
        final Series<AccountThen> changes = new Series<>(ACCOUNT_CHANGES);
        final Deque<Flow> flows = new ArrayDeque<>(2);
        long flowsFromNanos = Long.MIN_VALUE;
        long firstNanos = Long.MAX_VALUE;
    }

    /** @param isKept false for who does not ask for it: then nothing is known but now, and that is said */
    PortfolioPast(
            IntFunction<Instrument> instruments, Prices prices, IntFunction<AccountPortfolio> live, boolean isKept) {
        this.instruments = instruments;
        this.prices = prices;
        this.live = live;
        this.isKept = isKept;
    }

    /** From then on there is an asset in which the venue values. */
    void values(long timeNanos) {
        valuesFromNanos = timeNanos;
    }

    void changed(int account) {
        if (isKept) changed.add(account);
    }

    void marked(int instrument) {
        if (isKept) marked.add(instrument);
    }

    void brought(int account, Flow flow) {
        if (!isKept) return;
        Kept kept = accounts.computeIfAbsent(account, any -> new Kept());
        kept.firstNanos = Math.min(kept.firstNanos, flow.timeNanos());
        kept.flows.addLast(flow);
        if (kept.flows.size() > FLOWS)
            kept.flowsFromNanos = kept.flows.removeFirst().timeNanos() + 1;
    }

    /** As all stands at the end of a minute. */
    void keep(long endNanos, long sequence) {
        for (int account : changed) {
            Kept kept = accounts.computeIfAbsent(account, any -> new Kept());
            kept.firstNanos = Math.min(kept.firstNanos, Grid.MINUTE.floor(endNanos - 1));
            AccountThen then = live.apply(account).then(sequence);
            kept.changes.put(endNanos, then.sharing(kept.changes.at(endNanos)));
        }
        for (int instrument : marked) {
            marks.computeIfAbsent(instrument, any -> new Series<>(MARKS)).put(endNanos, mark(instrument));
        }
        changed.clear();
        marked.clear();
    }

    private MarkThen mark(int instrument) {
        Instrument market = instruments.apply(instrument);
        return new MarkThen(market, prices.mark(market));
    }

    Past of(int account, Grid grid, long[] asked, long nowNanos, long sequence) {
        Kept kept = accounts.getOrDefault(account, NONE);
        AccountThen now = live.apply(account).then(sequence);
        List<AccountThen> then = new ArrayList<>();
        long wholeFrom = isKept ? kept.changes.wholeFrom(grid) : nowNanos + 1;
        TreeSet<Integer> needed = new TreeSet<>();
        need(now, needed);
        for (long moment : asked) {
            AccountThen known = moment > nowNanos ? null : kept.changes.at(moment);
            then.add(known == null ? AccountThen.NOTHING : known);
            need(then.get(then.size() - 1), needed);
        }
        for (int instrument : needed) {
            if (marks.containsKey(instrument))
                wholeFrom = Math.max(wholeFrom, marks.get(instrument).wholeFrom(grid));
        }
        Map<Integer, Integer> sources = sources(needed);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < asked.length && asked[i] <= nowNanos; i++) {
            if (asked[i] < wholeFrom) continue;
            int asset = valuesFromNanos < asked[i] ? prices.asset() : 0;
            moments.add(moment(asked[i], then.get(i), asset, sources, marks(needed, asked[i])));
        }
        Map<Integer, MarkThen> current = new HashMap<>();
        for (int instrument : needed) current.put(instrument, mark(instrument));
        return new Past(
                moments,
                moment(nowNanos, now, prices.asset(), sources, current),
                List.copyOf(kept.flows),
                kept.firstNanos,
                wholeFrom,
                isKept ? kept.flowsFromNanos : nowNanos + 1,
                sequence);
    }

    private Moment moment(
            long timeNanos,
            AccountThen account,
            int asset,
            Map<Integer, Integer> sources,
            Map<Integer, MarkThen> marksThen) {
        return new Moment(timeNanos, account, asset, prices.scale(), sources, marksThen);
    }

    private Map<Integer, MarkThen> marks(TreeSet<Integer> needed, long timeNanos) {
        Map<Integer, MarkThen> then = new HashMap<>();
        for (int instrument : needed) {
            Series<MarkThen> series = marks.get(instrument);
            MarkThen mark = series == null ? null : series.at(timeNanos);
            if (mark != null) then.put(instrument, mark);
        }
        return then;
    }

    /** Instruments whose marks say what an account is worth. */
    private void need(AccountThen account, TreeSet<Integer> needed) {
        for (AccountThen.Owned owned : account.assets())
            prices.source(owned.asset()).ifPresent(needed::add);
        for (PositionThen position : account.positions()) {
            needed.add(position.instrument());
            prices.source(instruments.apply(position.instrument()).quote().number())
                    .ifPresent(needed::add);
        }
    }

    private Map<Integer, Integer> sources(TreeSet<Integer> needed) {
        Map<Integer, Integer> sources = new HashMap<>();
        for (int instrument : needed) {
            int base = instruments.apply(instrument).base().number();
            prices.source(base).filter(needed::contains).ifPresent(source -> sources.put(base, source));
        }
        return sources;
    }
}
