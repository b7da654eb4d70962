package io.rialto.engine.credit;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The nodes of the tree that have had limits, each in one asset: what one order may be worth, all open ones together, and what
 * may be traded in a day; and what each has traded today.
 *
 * <p>Money in minor units, counted no further than the greatest number; days in UTC. Threading: the core's thread only. Allocates
 * only to grow.
 */
final class CreditNodes {
    static final int NOBODY = EntryTable.NONE;
    static final int ORDER = 0;
    static final int OPEN = 1;
    static final int DAY = 2;
    static final int LIMITS = 3;
    static final long NONE = Instrument.NONE;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final EntryTable table = new EntryTable(16);
    private long[] whos = new long[8];
    private long[] wheres = new long[8];
    private long[] limits = new long[8 * LIMITS];
    private long[] days = new long[8];
    private long[] tradedMinor = new long[8];
    private int count;

    boolean areAny() {
        return count > 0;
    }

    /** @param scope as the schema's value; {@code trader} is 0 but of a trader */
    int find(int scope, int target, int trader, int asset) {
        long who = who(scope, target);
        long where = where(trader, asset);
        int hash = Mixing.hash(who, where, 0);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int node = table.entry(place);
            if (whos[node] == who && wheres[node] == where) return node;
            place = table.findAfter(hash, place);
        }
        return NOBODY;
    }

    int findOrOpen(int scope, int target, int trader, int asset) {
        int node = find(scope, target, trader, asset);
        if (node != NOBODY) return node;
        if (count == whos.length) grow();
        whos[count] = who(scope, target);
        wheres[count] = where(trader, asset);
        Arrays.fill(limits, count * LIMITS, (count + 1) * LIMITS, NONE);
        table.insert(Mixing.hash(whos[count], wheres[count], 0), count);
        return count++;
    }

    /** {@link #NONE} where nothing bounds it. */
    long limit(int node, int kind) {
        return limits[node * LIMITS + kind];
    }

    void limit(int node, int kind, long minor) {
        limits[node * LIMITS + kind] = minor;
    }

    /** Since midnight, as far as it had limits then. */
    long tradedMinor(int node, long nowNanos) {
        return days[node] == day(nowNanos) ? tradedMinor[node] : 0;
    }

    void traded(int node, long minor, long nowNanos) {
        tradedMinor[node] = sum(tradedMinor(node, nowNanos), minor);
        days[node] = day(nowNanos);
    }

    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long day(long nowNanos) {
        return Math.floorDiv(nowNanos, DAY_NANOS);
    }

    void visit(LongConsumer state) {
        for (int node = 0; node < count; node++) {
            state.accept(whos[node]);
            state.accept(wheres[node]);
            for (int kind = 0; kind < LIMITS; kind++) state.accept(limit(node, kind));
            state.accept(days[node]);
            state.accept(tradedMinor[node]);
        }
    }

    private static long who(int scope, int target) {
        return (long) scope << 32 | target;
    }

    private static long where(int trader, int asset) {
        return (long) trader << 32 | asset;
    }

    private void grow() {
        int length = count << 1;
        whos = Arrays.copyOf(whos, length);
        wheres = Arrays.copyOf(wheres, length);
        limits = Arrays.copyOf(limits, length * LIMITS);
        days = Arrays.copyOf(days, length);
        tradedMinor = Arrays.copyOf(tradedMinor, length);
    }
}
