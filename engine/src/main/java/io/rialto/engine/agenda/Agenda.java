package io.rialto.engine.agenda;

import io.rialto.protocol.frame.Frame;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Everything that is to happen by itself at a time: a heap, earliest first, then by kind, then by key. What is due at a
 * command's journal time is done before the command.
 *
 * <p>What was taken back stays until its time or until half of the heap is such. Times are journal time, nanoseconds UTC.
 * Threading: the core's thread only. Allocates only to grow.
 */
public final class Agenda {
    public static final int EXPIRY = 0;
    public static final int CALL_END = 5;
    public static final int FEE_DAY = 7;
    public static final int CONTRACT_EXPIRY = 8;
    public static final int DEAD_MANS_SWITCH = 10;
    public static final int LOST_CONNECTION = 11;
    public static final int PROPOSAL = 12;
    public static final int SCHEDULED_CHANGE = 13;

    private static final int KINDS = 16;
    private static final int FEW = 64;

    private final Duty[] duties = new Duty[KINDS];
    private long[] dueNanos = new long[FEW];
    private long[] keys = new long[FEW];
    private int[] kinds = new int[FEW];
    private int size;
    private int sizeAtSweep = FEW;

    /** Who does the things of this kind. */
    public void assign(int kind, Duty duty) {
        duties[kind] = duty;
    }

    public void add(long atNanos, int kind, long key) {
        if (size >= sizeAtSweep) sweep();
        if (size == keys.length) grow();
        int place = size++;
        while (place > 0) {
            int parent = place - 1 >>> 1;
            if (!isBefore(atNanos, kind, key, parent)) break;
            move(parent, place);
            place = parent;
        }
        put(place, atNanos, kind, key);
    }

    /** False in no time when nothing is due. */
    public boolean isDue(long nowNanos) {
        return size > 0 && dueNanos[0] <= nowNanos;
    }

    /** When something is next to happen; the greatest long when nothing is. */
    public long nextNanos() {
        return size == 0 ? Long.MAX_VALUE : dueNanos[0];
    }

    /** Does what is due; false when the frame had no room for all of it. */
    public boolean isAllDone(Frame frame, long nowNanos) {
        while (isDue(nowNanos)) {
            long atNanos = dueNanos[0];
            int kind = kinds[0];
            long key = keys[0];
            removeFirst();
            if (duties[kind].isAlive(key) && !duties[kind].isDone(frame, key, nowNanos)) {
                add(atNanos, kind, key);
                return false;
            }
        }
        return true;
    }

    /** What is still to happen, earliest first. Allocates. */
    public void visit(LongConsumer state) {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, (one, other) -> isBefore(dueNanos[one], kinds[one], keys[one], other) ? -1 : 1);
        for (int place : places) {
            if (!duties[kinds[place]].isAlive(keys[place])) continue;
            state.accept(dueNanos[place]);
            state.accept(kinds[place]);
            state.accept(keys[place]);
        }
        state.accept(0);
    }

    private void removeFirst() {
        size--;
        if (size > 0) sink(0, dueNanos[size], kinds[size], keys[size]);
    }

    private void sink(int from, long atNanos, int kind, long key) {
        int place = from;
        while (true) {
            int child = (place << 1) + 1;
            if (child >= size) break;
            if (child + 1 < size && isBefore(dueNanos[child + 1], kinds[child + 1], keys[child + 1], child)) child++;
            if (isBefore(atNanos, kind, key, child)) break;
            move(child, place);
            place = child;
        }
        put(place, atNanos, kind, key);
    }

    /** Drops what is taken back, so that a market of short-lived orders does not fill it. */
    private void sweep() {
        int live = 0;
        for (int i = 0; i < size; i++) {
            if (!duties[kinds[i]].isAlive(keys[i])) continue;
            move(i, live++);
        }
        size = live;
        for (int i = (size >>> 1) - 1; i >= 0; i--) sink(i, dueNanos[i], kinds[i], keys[i]);
        sizeAtSweep = Math.max(FEW, live << 1);
    }

    private boolean isBefore(long atNanos, int kind, long key, int place) {
        if (atNanos != dueNanos[place]) return atNanos < dueNanos[place];
        return kind != kinds[place] ? kind < kinds[place] : key < keys[place];
    }

    private void move(int from, int to) {
        put(to, dueNanos[from], kinds[from], keys[from]);
    }

    private void put(int place, long atNanos, int kind, long key) {
        dueNanos[place] = atNanos;
        kinds[place] = kind;
        keys[place] = key;
    }

    private void grow() {
        dueNanos = Arrays.copyOf(dueNanos, size << 1);
        kinds = Arrays.copyOf(kinds, size << 1);
        keys = Arrays.copyOf(keys, size << 1);
    }
}
