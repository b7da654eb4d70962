package io.rialto.gateway.pushes;

import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Wish.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of everything, counted since the start. Thread-safe. */
public final class Counts {
    private final Map<String, LongAdder> all = new ConcurrentHashMap<>();

    /** What else is counted. */
    public enum Kind {
        HAPPENINGS,
        NOTIFICATIONS,
        DUPLICATES,
        BATCHES,
        DIGESTS,
        HELD,
        EXPIRED,
        PRICE_ALERTS_TRIGGERED,
        FAILED_ROUNDS
    }

    public Counts() {
        for (Kind kind : Kind.values()) add(kind, 0);
        for (Outlet outlet : Outlet.values()) told(outlet, 0);
    }

    public void add(Kind kind, long more) {
        add(kind.name(), more);
    }

    public void told(Outlet outlet, long more) {
        add("TOLD_" + outlet, more);
    }

    /** Whether it passed, or what kept it back. */
    public void judged(Verdict verdict) {
        if (verdict != Verdict.PASSED) add("FILTERED_BY_" + verdict, 1);
    }

    private void add(String name, long more) {
        all.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new LongAdder())
                .add(more);
    }

    /** By name. */
    public Map<String, Long> shown() {
        Map<String, Long> shown = new TreeMap<>();
        all.forEach((name, count) -> shown.put(name, count.sum()));
        return shown;
    }
}
