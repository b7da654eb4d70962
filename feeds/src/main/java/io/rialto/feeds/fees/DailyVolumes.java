package io.rialto.feeds.fees;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What each account has traded in each asset by day, UTC, for as long as it counts. Money in minor units. */
final class DailyVolumes {
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;
    private static final int DAYS = 30;

    private record Trader(int account, int asset) {}

    private final Map<Trader, TreeMap<Long, Long>> volumes = new HashMap<>();

    void add(int account, int asset, long timeNanos, long valueMinor) {
        long day = Math.floorDiv(timeNanos, DAY_NANOS);
        TreeMap<Long, Long> days = volumes.computeIfAbsent(new Trader(account, asset), any -> new TreeMap<>());
        days.merge(day, valueMinor, DailyVolumes::sum);
        days.headMap(day - DAYS).clear();
    }

    /** What was added on that day, counted from 1970; it may not count any more. */
    void takeBack(int account, int asset, long day, long valueMinor) {
        TreeMap<Long, Long> days = volumes.get(new Trader(account, asset));
        if (days != null) days.computeIfPresent(day, (any, sum) -> sum - valueMinor);
    }

    /** The thirty days before the day of this time. */
    long before(int account, int asset, long nowNanos) {
        long day = Math.floorDiv(nowNanos, DAY_NANOS);
        return volumes
                .getOrDefault(new Trader(account, asset), new TreeMap<>())
                .subMap(day - DAYS, day)
                .values()
                .stream()
                .reduce(0L, DailyVolumes::sum);
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
