package io.rialto.engine.fixing;

import io.rialto.engine.book.OrderPool;
import java.util.Arrays;

/**
 * Open orders outside of the book in the order of their turns: the oldest first, or before that, the furthest price.
 *
 * <p>Prices in ticks; they do not change meanwhile. Threading: the core's thread only. Allocates only to grow.
 */
public final class WaitingLine {
    private final OrderPool pool;
    private final boolean isByPrice;
    private int[] slots = new int[16];
    private int first;
    private int end;

    private WaitingLine(OrderPool pool, boolean isByPrice) {
        this.pool = pool;
        this.isByPrice = isByPrice;
    }

    public static WaitingLine byTime(OrderPool pool) {
        return new WaitingLine(pool, false);
    }

    /** Of one side: who goes furthest first, at one price the oldest. */
    static WaitingLine byPrice(OrderPool pool) {
        return new WaitingLine(pool, true);
    }

    public boolean isEmpty() {
        return first == end;
    }

    /** Whose turn it is, in a line that is not empty. */
    public int first() {
        return slots[first];
    }

    int size() {
        return end - first;
    }

    /** Whose turn it is after so many others. */
    int after(int others) {
        return slots[first + others];
    }

    public void add(int slot) {
        if (end == slots.length) makeRoom();
        int at = end++;
        for (; at > first && isAhead(slot, slots[at - 1]); at--) slots[at] = slots[at - 1];
        slots[at] = slot;
    }

    /** False when it was not there. */
    public boolean remove(int slot) {
        int low = first;
        int high = end - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (isAhead(slots[middle], slot)) low = middle + 1;
            else high = middle;
        }
        boolean isThere = low < end && slots[low] == slot;
        if (isThere) removeAt(low);
        return isThere;
    }

    private void removeAt(int at) {
        int before = at - first;
        int behind = end - at - 1;
        if (before < behind) {
            System.arraycopy(slots, first, slots, first + 1, before);
            first++;
        } else {
            System.arraycopy(slots, at + 1, slots, at, behind);
            end--;
        }
    }

    private boolean isAhead(int slot, int other) {
        long distance = isByPrice ? pool.priceTicks(slot) - pool.priceTicks(other) : 0;
        if (distance != 0) return pool.sells(slot) == distance < 0;
        return pool.orderNumber(slot) < pool.orderNumber(other);
    }

    private void makeRoom() {
        int size = end - first;
        if (size > slots.length >> 1) slots = Arrays.copyOf(slots, slots.length << 1);
        System.arraycopy(slots, first, slots, 0, size);
        first = 0;
        end = size;
    }
}
