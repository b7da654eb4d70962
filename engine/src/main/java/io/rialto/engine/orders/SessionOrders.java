package io.rialto.engine.orders;

import static io.rialto.engine.book.OrderPool.NONE;

import io.rialto.protocol.TimeInForce;
import java.util.Arrays;

/**
 * The open orders that end with something of their instrument's day, by instrument and time in force, oldest first.
 *
 * <p>Times in force as the schema's values. Threading: the core's thread only. Allocates only to grow.
 */
public final class SessionOrders {
    private static final int TIMES_SHIFT = 4;
    private static final byte DAY = (byte) TimeInForce.DAY.value();
    private static final byte AT_OPEN = (byte) TimeInForce.AT_OPEN.value();
    private static final byte LAST = (byte) TimeInForce.GOOD_FOR_CONTINUOUS.value();

    private int[] oldest = filled(16 << TIMES_SHIFT);
    private int[] youngest = filled(16 << TIMES_SHIFT);
    private int[] links = new int[32]; // by slot: younger, older, …

    /** Whether an order of this time in force is kept here. */
    static boolean keeps(byte timeInForce) {
        return timeInForce == DAY || timeInForce >= AT_OPEN && timeInForce <= LAST;
    }

    /** The oldest of an instrument's open orders of this time in force, or {@link OpenOrders#NONE}. */
    public int oldest(int instrument, byte timeInForce) {
        int list = instrument << TIMES_SHIFT | timeInForce;
        return list < oldest.length ? oldest[list] : NONE;
    }

    void append(int instrument, byte timeInForce, int slot) {
        int list = instrument << TIMES_SHIFT | timeInForce;
        if (list >= oldest.length) grow(list);
        if (slot << 1 >= links.length) links = Arrays.copyOf(links, Math.max(slot + 1 << 1, links.length << 1));
        int last = youngest[list];
        links[slot << 1] = NONE;
        links[(slot << 1) + 1] = last;
        youngest[list] = slot;
        if (last == NONE) oldest[list] = slot;
        else links[last << 1] = slot;
    }

    void remove(int instrument, byte timeInForce, int slot) {
        int list = instrument << TIMES_SHIFT | timeInForce;
        int after = links[slot << 1];
        int before = links[(slot << 1) + 1];
        if (before == NONE) oldest[list] = after;
        else links[before << 1] = after;
        if (after == NONE) youngest[list] = before;
        else links[(after << 1) + 1] = before;
    }

    private void grow(int list) {
        int old = oldest.length;
        int capacity = Math.max(list + 1, old << 1);
        oldest = Arrays.copyOf(oldest, capacity);
        youngest = Arrays.copyOf(youngest, capacity);
        Arrays.fill(oldest, old, capacity, NONE);
        Arrays.fill(youngest, old, capacity, NONE);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
