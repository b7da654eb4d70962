package io.rialto.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many entries who is not known can make: so many a minute and address, so many a minute in all; the rest is counted. So a
 * flood fills no disk, and says how large it was. Thread-safe.
 */
final class Allowance {
    static final int OF_ADDRESS = 20;
    static final int OF_ALL = 600;

    private static final int MOST_ADDRESSES = 1_000;
    private static final String OTHERS = "others";
    private static final long MINUTE_MILLIS = 60_000;

    private final Map<String, Integer> written = new TreeMap<>();
    private final Map<String, Integer> beyond = new TreeMap<>();
    private long minute;
    private int all;

    /** What was only counted. */
    record Beyond(String address, int times) {}

    /** Whether it may be written; else it is counted. */
    synchronized boolean takes(String address, long nowMillis) {
        if (nowMillis / MINUTE_MILLIS != minute) {
            minute = nowMillis / MINUTE_MILLIS;
            written.clear();
            all = 0;
        }
        int before = written.getOrDefault(address, 0);
        if (before < OF_ADDRESS && all < OF_ALL) {
            written.put(address, before + 1);
            all++;
            return true;
        }
        suppress(address);
        return false;
    }

    /** Counts what could not be written for another reason. */
    synchronized void suppress(String address) {
        boolean isNamed = beyond.containsKey(address) || beyond.size() < MOST_ADDRESSES;
        beyond.merge(isNamed ? address : OTHERS, 1, Integer::sum);
    }

    /** What was counted, once its minute is over. */
    synchronized List<Beyond> over(long nowMillis, boolean isEnd) {
        if (beyond.isEmpty() || nowMillis / MINUTE_MILLIS == minute && !isEnd) return List.of();
        List<Beyond> told = new ArrayList<>();
        beyond.forEach((address, times) -> told.add(new Beyond(address, times)));
        beyond.clear();
        return told;
    }
}
