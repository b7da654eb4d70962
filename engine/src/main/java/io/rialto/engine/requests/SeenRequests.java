package io.rialto.engine.requests;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;

/**
 * The keys of requests, each with its actor: kept for 24 hours of journal time, and longer while an order that the
 * request left is open.
 *
 * <p>A key counts as long as that, however long its record lies about; records go oldest first, a few with each command.
 *
 * <p>Threading: the core's thread only. Allocates only to double beyond the most keys it ever kept.
 */
public final class SeenRequests {
    public static final int NONE = -1;

    /** How long a key is kept at least: 24 hours. */
    static final long RETENTION_NANOS = 24L * 3600 * 1_000_000_000;

    private static final int FORGOTTEN_PER_COMMAND = 2;
    private static final int FIRST_CAPACITY = 256;

    private final EntryTable table = new EntryTable(FIRST_CAPACITY);
    private long[] highs = new long[FIRST_CAPACITY];
    private long[] lows = new long[FIRST_CAPACITY];
    private long[] bodies = new long[FIRST_CAPACITY];
    private long[] sequences = new long[FIRST_CAPACITY]; // of a fence negative
    private long[] times = new long[FIRST_CAPACITY];
    private final LeftOrders leftOrders;
    private int[] firstLeft = new int[FIRST_CAPACITY];
    private int[] actors = new int[FIRST_CAPACITY];
    private int[] younger = new int[FIRST_CAPACITY]; // of a free entry the next free one
    private int[] older = new int[FIRST_CAPACITY];
    private int used;
    private int firstFree = NONE;
    private int oldest = NONE;
    private int youngest = NONE;

    public SeenRequests(OrderPool orders) {
        leftOrders = new LeftOrders(orders);
    }

    public int count() {
        return table.size();
    }

    /** The entry of a key that still counts, or {@link #NONE}. */
    int find(int actor, long high, long low, long timeNanos) {
        int hash = Mixing.hash(high, low, actor);
        int place = table.find(hash);
        while (place != NONE) {
            int entry = table.entry(place);
            if (lows[entry] == low && highs[entry] == high && actors[entry] == actor) {
                return counts(entry, timeNanos) ? entry : replaced(entry);
            }
            place = table.findAfter(hash, place);
        }
        return NONE;
    }

    int add(int actor, long high, long low, long bodyHash, long sequence, long timeNanos) {
        int entry = claim();
        actors[entry] = actor;
        highs[entry] = high;
        lows[entry] = low;
        bodies[entry] = bodyHash;
        sequences[entry] = sequence;
        times[entry] = timeNanos;
        firstLeft[entry] = NONE;
        table.insert(Mixing.hash(high, low, actor), entry);
        append(entry);
        return entry;
    }

    void addFence(int actor, long high, long low, long sequence, long timeNanos) {
        add(actor, high, low, 0, -sequence, timeNanos);
    }

    boolean isFence(int entry) {
        return sequences[entry] < 0;
    }

    /** Of the frame that brought the key, or fenced it. */
    long sequence(int entry) {
        return Math.abs(sequences[entry]);
    }

    long bodyHash(int entry) {
        return bodies[entry];
    }

    /** The request left this order open, and maybe others before. */
    void order(int entry, long order) {
        firstLeft[entry] = leftOrders.add(firstLeft[entry], order);
    }

    /** Gives up a few of the oldest records that no longer count. */
    void forgetSomeBefore(long timeNanos) {
        for (int i = 0; i < FORGOTTEN_PER_COMMAND && oldest != NONE; i++) {
            int entry = oldest;
            if (timeNanos - times[entry] < RETENTION_NANOS) return;
            unlink(entry);
            if (counts(entry, timeNanos)) append(entry);
            else release(entry);
        }
    }

    /** Every record, from the first to be forgotten to the last; for audits. */
    public void visit(Visitor visitor) {
        for (int entry = oldest; entry != NONE; entry = younger[entry]) {
            int left = firstLeft[entry];
            do {
                visitor.seen(
                        actors[entry],
                        highs[entry],
                        lows[entry],
                        bodies[entry],
                        sequences[entry],
                        times[entry],
                        left == NONE ? 0 : leftOrders.order(left));
                left = left == NONE ? NONE : leftOrders.next(left);
            } while (left != NONE);
        }
    }

    /** One record, once for each order that it left open; the sequence of a fence is negative. */
    public interface Visitor {
        void seen(int actor, long high, long low, long bodyHash, long sequence, long timeNanos, long order);
    }

    private boolean counts(int entry, long timeNanos) {
        return timeNanos - times[entry] < RETENTION_NANOS || leftOrders.isAnyOpen(firstLeft[entry]);
    }

    private int replaced(int entry) {
        unlink(entry);
        release(entry);
        return NONE;
    }

    private void append(int entry) {
        younger[entry] = NONE;
        older[entry] = youngest;
        if (youngest == NONE) oldest = entry;
        else younger[youngest] = entry;
        youngest = entry;
    }

    private void unlink(int entry) {
        int before = older[entry];
        int after = younger[entry];
        if (before == NONE) oldest = after;
        else younger[before] = after;
        if (after == NONE) youngest = before;
        else older[after] = before;
    }

    private void release(int entry) {
        table.remove(Mixing.hash(highs[entry], lows[entry], actors[entry]), entry);
        leftOrders.forget(firstLeft[entry]);
        younger[entry] = firstFree;
        firstFree = entry;
    }

    private int claim() {
        int entry = firstFree;
        if (entry != NONE) {
            firstFree = younger[entry];
            return entry;
        }
        if (used == highs.length) grow(used << 1);
        return used++;
    }

    private void grow(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        bodies = Arrays.copyOf(bodies, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        times = Arrays.copyOf(times, capacity);
        firstLeft = Arrays.copyOf(firstLeft, capacity);
        actors = Arrays.copyOf(actors, capacity);
        younger = Arrays.copyOf(younger, capacity);
        older = Arrays.copyOf(older, capacity);
    }
}
