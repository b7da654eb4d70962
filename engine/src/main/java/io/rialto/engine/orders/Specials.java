package io.rialto.engine.orders;

import java.util.Arrays;

/** The special orders' records, by slot. Allocates only to grow. */
final class Specials {
    private Special[] bySlot = new Special[16];
    private Special[] free = new Special[16];
    private int freeCount;

    Special of(int slot) {
        return bySlot[slot];
    }

    Special begin(int slot, Special terms) {
        if (slot >= bySlot.length) bySlot = Arrays.copyOf(bySlot, Math.max(slot + 1, bySlot.length << 1));
        Special special = freeCount == 0 ? new Special() : free[--freeCount];
        special.begin(terms);
        bySlot[slot] = special;
        return special;
    }

    void end(int slot) {
        if (freeCount == free.length) free = Arrays.copyOf(free, freeCount << 1);
        Special special = bySlot[slot];
        if (special.unusualIn != null) special.unusualIn.unusualOrders(-1);
        free[freeCount++] = special;
        bySlot[slot] = null;
    }
}
