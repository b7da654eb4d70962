package io.rialto.engine.risk;

import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What accounts have made of one version of a rule: whether each was beyond its limit when it was asked last, how often it went
 * there, and when it sent its last orders.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class Breaches {
    static final int NONE = -1;

    private static final long[] NO_TIMES = {};
    private static final int LAST = 0;
    private static final int START = 1;
    private static final int PEAK = 2;
    private static final int DAY = 3;
    private static final int STREAK = 4;
    private static final int GAINS = 5;

    private final EntryTable table = new EntryTable(8);
    private int[] accounts = new int[4];
    private int[] counts = new int[4];
    private boolean[] areBeyond = new boolean[4];
    private long[] countedNanos = new long[4];
    /** The times of its last orders, as many as the rule lets through, the oldest where the next one goes. */
    private long[][] orders = new long[4][];

    private long[] ordered = new long[4];
    /** What each had gained: now, when the day began, and at the most; the day, from 1970; and its losses in a row. */
    private long[][] gains = new long[4][];

    private int size;

    int find(int account) {
        int hash = Mixing.hash(account);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            if (accounts[table.entry(place)] == account) return table.entry(place);
            place = table.findAfter(hash, place);
        }
        return NONE;
    }

    int findOrOpen(int account) {
        int entry = find(account);
        if (entry != NONE) return entry;
        if (size == accounts.length) grow();
        accounts[size] = account;
        orders[size] = NO_TIMES;
        gains[size] = NO_TIMES;
        table.insert(Mixing.hash(account), size);
        return size++;
    }

    /** What is gained from here on counts. */
    void begin(int entry, long gainMinor) {
        long[] own = gainsOf(entry);
        own[START] = gainMinor;
        own[PEAK] = gainMinor;
        own[LAST] = gainMinor;
    }

    /** It has gained so much by now; a day begins where the last one ended. */
    void gained(int entry, long gainMinor, long day) {
        long[] own = gainsOf(entry);
        if (day > own[DAY]) own[START] = own[LAST];
        own[DAY] = Math.max(day, own[DAY]);
        own[LAST] = gainMinor;
        own[PEAK] = Math.max(own[PEAK], gainMinor);
    }

    /** What was beyond on another day is not any more. */
    void forgetsYesterday(int entry, long day) {
        if (day > gainsOf(entry)[DAY]) areBeyond[entry] = false;
    }

    private long[] gainsOf(int entry) {
        if (gains[entry].length == 0) gains[entry] = new long[GAINS];
        return gains[entry];
    }

    /** How much less than when the day began; 0 for more. */
    long lostToday(int entry) {
        return below(gains[entry][START], gains[entry][LAST]);
    }

    /** How much less than at the most. */
    long lostSincePeak(int entry) {
        return below(gains[entry][PEAK], gains[entry][LAST]);
    }

    private static long below(long high, long now) {
        if (now >= high) return 0;
        long below = high - now;
        return below < 0 ? Long.MAX_VALUE : below;
    }

    /** A trade realised this: losses in a row are counted. */
    void realised(int entry, long minor) {
        long[] own = gainsOf(entry);
        own[STREAK] = minor < 0 ? own[STREAK] + 1 : 0;
    }

    long lossesInARow(int entry) {
        return gainsOf(entry)[STREAK];
    }

    /** Whether it was beyond the limit when it was looked at last. */
    boolean wasBeyond(int entry) {
        return entry != NONE && areBeyond[entry];
    }

    /** The same, on this day. */
    boolean wasBeyondOn(int entry, long day) {
        return wasBeyond(entry) && gainsOf(entry)[DAY] == day;
    }

    int count(int entry) {
        return entry == NONE ? 0 : counts[entry];
    }

    /** Whether going beyond the limit now is another breach: it was not there, and its last one is long enough ago. */
    boolean isAnother(int entry, long coolDownNanos, long nowNanos) {
        if (entry == NONE) return true;
        boolean isCool = counts[entry] == 0 || nowNanos - countedNanos[entry] >= coolDownNanos;
        return !areBeyond[entry] && isCool;
    }

    void isBeyond(int entry, boolean isBeyond) {
        areBeyond[entry] = isBeyond;
    }

    void breached(int entry, long nowNanos) {
        counts[entry]++;
        countedNanos[entry] = nowNanos;
    }

    /** How many of its last orders, so many at the most, are younger than the window is long. */
    int ordersWithin(int entry, long windowNanos, int most, long nowNanos) {
        if (entry == NONE) return 0;
        int kept = (int) Math.min(ordered[entry], most);
        int within = 0;
        while (within < kept && nowNanos - time(entry, within, most) < windowNanos) within++;
        return within;
    }

    /** The last but so many. */
    private long time(int entry, int before, int most) {
        return orders[entry][(int) ((ordered[entry] - 1 - before) % most)];
    }

    void ordered(int entry, int most, long nowNanos) {
        if (orders[entry].length == 0) orders[entry] = new long[most];
        orders[entry][(int) (ordered[entry] % most)] = nowNanos;
        ordered[entry]++;
    }

    void visit(LongConsumer state) {
        for (int entry = 0; entry < size; entry++) {
            state.accept((long) accounts[entry] << 32 | counts[entry]);
            state.accept(areBeyond[entry] ? 1 : 0);
            state.accept(countedNanos[entry]);
            state.accept(ordered[entry]);
            for (long nanos : orders[entry]) state.accept(nanos);
            for (long gain : gains[entry]) state.accept(gain);
        }
        state.accept(0);
    }

    private void grow() {
        int length = size << 1;
        accounts = Arrays.copyOf(accounts, length);
        counts = Arrays.copyOf(counts, length);
        areBeyond = Arrays.copyOf(areBeyond, length);
        countedNanos = Arrays.copyOf(countedNanos, length);
        orders = Arrays.copyOf(orders, length);
        gains = Arrays.copyOf(gains, length);
        ordered = Arrays.copyOf(ordered, length);
    }
}
