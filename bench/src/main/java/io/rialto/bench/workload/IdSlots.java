package io.rialto.bench.workload;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/**
 * Which slot holds the order of an id: a plain array for ids as small as they should be, open addressing with linear
 * probing for the rest, so that one huge id costs no memory.
 */
final class IdSlots {
    private final int[] dense; // slot + 1
    private long[] ids = new long[64];
    private int[] slots = new int[64]; // slot + 1
    private int size;

    IdSlots(int denseIds) {
        dense = new int[denseIds];
    }

    int slotOf(long id) {
        return id >= 0 && id < dense.length ? dense[(int) id] - 1 : slots[place(id)] - 1;
    }

    void put(long id, int slot) {
        if (id >= 0 && id < dense.length) dense[(int) id] = slot + 1;
        else putSparse(id, slot);
    }

    void remove(long id) {
        if (id >= 0 && id < dense.length) dense[(int) id] = 0;
        else removeSparse(id);
    }

    private void putSparse(long id, int slot) {
        int place = place(id);
        if (slots[place] == 0) size++;
        ids[place] = id;
        slots[place] = slot + 1;
        if (size * 2 > ids.length) grow();
    }

    /** Closes the gap, so that no search ends too early. */
    private void removeSparse(long id) {
        int gap = place(id);
        if (slots[gap] == 0) return;
        size--;
        int mask = ids.length - 1;
        for (int i = gap + 1 & mask; slots[i] != 0; i = i + 1 & mask) {
            int home = home(ids[i]);
            boolean mayMove = (i - home & mask) >= (i - gap & mask);
            if (!mayMove) continue;
            ids[gap] = ids[i];
            slots[gap] = slots[i];
            gap = i;
        }
        slots[gap] = 0;
    }

    private int place(long id) {
        int mask = ids.length - 1;
        int place = home(id);
        while (slots[place] != 0 && ids[place] != id) place = place + 1 & mask;
        return place;
    }

    private int home(long id) {
        long mixed = id * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed ^ mixed >>> 32) & ids.length - 1;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldSlots = slots;
        ids = new long[oldIds.length * 2];
        slots = new int[oldIds.length * 2];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldSlots[i] == 0) continue;
            int place = place(oldIds[i]);
            ids[place] = oldIds[i];
            slots[place] = oldSlots[i];
        }
    }

    /** Forgets everything, keeps the memory. */
    void clear() {
        Arrays.fill(dense, NONE + 1);
        Arrays.fill(slots, NONE + 1);
        size = 0;
    }
}
