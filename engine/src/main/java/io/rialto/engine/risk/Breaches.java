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

    private final EntryTable table = new EntryTable(8);
    private int[] accounts = new int[4];
    private int[] counts = new int[4];
    private boolean[] areBeyond = new boolean[4];
    private long[] countedNanos = new long[4];
    /** The times of its last orders, as many as the rule lets through, the oldest where the next one goes. */
    private long[][] orders = new long[4][];

    private long[] ordered = new long[4];
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
        table.insert(Mixing.hash(account), size);
        return size++;
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
        ordered = Arrays.copyOf(ordered, length);
    }
}
