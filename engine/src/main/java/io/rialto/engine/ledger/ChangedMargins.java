package io.rialto.engine.ledger;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Which users' margins something happened to since they were looked at last: by account, then by asset, whichever changed first.
 *
 * <p>A heap of account and purse in one number. Threading: the core's thread only. Allocates only to grow.
 */
public final class ChangedMargins {
    private long[] heap = new long[16];
    private int size;
    private boolean[] isIn = new boolean[16]; // by cell

    void add(int cell, long key) {
        if (cell >= isIn.length) isIn = Arrays.copyOf(isIn, Math.max(cell + 1, isIn.length << 1));
        if (isIn[cell]) return;
        isIn[cell] = true;
        if (size == heap.length) heap = Arrays.copyOf(heap, size << 1);
        int place = size++;
        while (place > 0 && heap[place - 1 >>> 1] > key) {
            heap[place] = heap[place - 1 >>> 1];
            place = place - 1 >>> 1;
        }
        heap[place] = key;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Account in the high half, purse in the low half. */
    long first() {
        return heap[0];
    }

    void removeFirst(int cell) {
        isIn[cell] = false;
        long last = heap[--size];
        int place = 0;
        while (true) {
            int child = (place << 1) + 1;
            if (child >= size) break;
            if (child + 1 < size && heap[child + 1] < heap[child]) child++;
            if (heap[child] >= last) break;
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = last;
    }

    /** Those that are left, in their order. Allocates. */
    public void visit(LongConsumer state) {
        long[] left = Arrays.copyOf(heap, size);
        Arrays.sort(left);
        for (long key : left) state.accept(key);
    }
}
