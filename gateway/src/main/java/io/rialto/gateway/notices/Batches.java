package io.rialto.gateway.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits to be told together, by reader and outlet: until there are ten, or 100 milliseconds after the first. What is HIGH
 * is not kept waiting and takes along what waits; what is urgent goes alone, behind what waited. Nothing is overtaken.
 *
 * <p>Times in nanoseconds, of whatever clock the caller has; it is never asked. Not thread-safe.
 *
 * @param <T> what is told
 */
public final class Batches<T> {
    /** Told together at the most. */
    public static final int MOST = 10;

    /** Kept waiting at the longest. */
    public static final long MOST_NANOS = 100_000_000L;

    private final Map<Key, Waiting<T>> waiting = new LinkedHashMap<>();

    /** Whom, and how. */
    public record Key(int reader, Outlet outlet) {}

    /** What is told together, in its order. */
    public record Batch<T>(Key key, List<T> items) {}

    private static final class Waiting<T> {
        final long dueNanos;
        final List<T> items = new ArrayList<>(MOST);

        Waiting(long dueNanos) {
            this.dueNanos = dueNanos;
        }
    }

    /** @param ready takes what is to be told now, in its order */
    public void add(Key key, T item, Priority priority, boolean isUrgent, long nowNanos, List<Batch<T>> ready) {
        if (isUrgent) {
            flush(key, ready);
            ready.add(new Batch<>(key, List.of(item)));
            return;
        }
        Waiting<T> mine = waiting.get(key);
        if (mine == null) {
            mine = new Waiting<>(nowNanos + MOST_NANOS);
            waiting.put(key, mine);
        }
        mine.items.add(item);
        if (mine.items.size() == MOST || priority.isAtLeast(Priority.HIGH)) flush(key, ready);
    }

    private void flush(Key key, List<Batch<T>> ready) {
        Waiting<T> mine = waiting.remove(key);
        if (mine != null) ready.add(new Batch<>(key, List.copyOf(mine.items)));
    }

    /** What has waited long enough; those that came first are first, because all wait equally long. */
    public void due(long nowNanos, List<Batch<T>> ready) {
        while (!waiting.isEmpty() && dueNanos() <= nowNanos)
            flush(waiting.keySet().iterator().next(), ready);
    }

    /** When the next is due; {@link Long#MAX_VALUE} for nothing waits. */
    public long dueNanos() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.values().iterator().next().dueNanos;
    }

    /** All that waits, for who has to keep it. */
    public Map<Key, List<T>> waiting() {
        Map<Key, List<T>> all = new LinkedHashMap<>();
        waiting.forEach((key, mine) -> all.put(key, List.copyOf(mine.items)));
        return all;
    }

    public void clear() {
        waiting.clear();
    }
}
