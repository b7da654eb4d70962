package io.rialto.engine.triggers;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import java.util.Arrays;

/**
 * Orders of one side that wait for the same direction: the closest trigger first, then the lower election sequence. A
 * binary heap; each order knows its place, so that any of them leaves in O(log n). Allocates only to grow.
 */
final class WaitingHeap {
    private static final int FEW = 16;

    private final OpenOrders orders;
    private final boolean isForRise;
    private int[] slots = new int[FEW];
    private long[] ticks = new long[FEW];
    private long[] sequences = new long[FEW];
    private int size;

    WaitingHeap(OpenOrders orders, boolean isForRise) {
        this.orders = orders;
        this.isForRise = isForRise;
    }

    int size() {
        return size;
    }

    /** Whether the price elects the first. */
    boolean isElectedBy(long priceTicks) {
        return size > 0 && (isForRise ? ticks[0] <= priceTicks : ticks[0] >= priceTicks);
    }

    int first() {
        return slots[0];
    }

    long firstSequence() {
        return sequences[0];
    }

    void add(int slot, Special special) {
        if (size == slots.length) grow();
        rise(size++, slot, special.stopTicks, special.electionSequence);
    }

    void remove(int place) {
        size--;
        if (place == size) return;
        int slot = slots[size];
        long at = ticks[size];
        long sequence = sequences[size];
        int parent = place - 1 >> 1;
        if (place > 0 && isBefore(at, sequence, parent)) rise(place, slot, at, sequence);
        else sink(place, slot, at, sequence);
    }

    /** Behind all others with its trigger. */
    void requeue(Special special, long electionSequence) {
        int slot = slots[special.triggerPlace];
        remove(special.triggerPlace);
        special.electionSequence = electionSequence;
        add(slot, special);
    }

    private void rise(int from, int slot, long at, long sequence) {
        int place = from;
        while (place > 0) {
            int parent = place - 1 >> 1;
            if (!isBefore(at, sequence, parent)) break;
            put(place, slots[parent], ticks[parent], sequences[parent]);
            place = parent;
        }
        put(place, slot, at, sequence);
    }

    private void sink(int from, int slot, long at, long sequence) {
        int place = from;
        while (true) {
            int child = (place << 1) + 1;
            if (child >= size) break;
            if (child + 1 < size && isBefore(ticks[child + 1], sequences[child + 1], child)) child++;
            if (isBefore(at, sequence, child)) break;
            put(place, slots[child], ticks[child], sequences[child]);
            place = child;
        }
        put(place, slot, at, sequence);
    }

    private boolean isBefore(long at, long sequence, int place) {
        long other = ticks[place];
        if (at != other) return isForRise ? at < other : at > other;
        return sequence < sequences[place];
    }

    private void put(int place, int slot, long at, long sequence) {
        slots[place] = slot;
        ticks[place] = at;
        sequences[place] = sequence;
        orders.special(slot).triggerPlace = place;
    }

    private void grow() {
        slots = Arrays.copyOf(slots, size << 1);
        ticks = Arrays.copyOf(ticks, size << 1);
        sequences = Arrays.copyOf(sequences, size << 1);
    }
}
