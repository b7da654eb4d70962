package io.rialto.engine.triggers;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import java.util.Arrays;

/** The elected orders of one market: first elected, first to arrive. Who leaves it early leaves a gap. */
final class ElectedLine {
    private static final int FEW = 16;

    private final OpenOrders orders;
    private int[] slots = new int[FEW]; // a ring: its length is a power of two
    private int head;
    private int tail;
    private int size;

    ElectedLine(OpenOrders orders) {
        this.orders = orders;
    }

    /** Without the gaps. */
    int size() {
        return size;
    }

    void append(int slot) {
        if (tail - head == slots.length) grow();
        orders.special(slot).triggerPlace = tail;
        slots[tail++ & slots.length - 1] = slot;
        size++;
    }

    /** The first, which leaves it; there must be one. */
    int next() {
        while (true) {
            int slot = slots[head++ & slots.length - 1];
            if (slot == OpenOrders.NONE) continue;
            size--;
            return slot;
        }
    }

    void remove(Special special) {
        slots[special.triggerPlace & slots.length - 1] = OpenOrders.NONE;
        size--;
        if (size == 0) head = tail;
    }

    /** Visits them in their order. */
    void visit(SlotVisitor visitor) {
        for (int place = head; place != tail; place++) {
            int slot = slots[place & slots.length - 1];
            if (slot != OpenOrders.NONE) visitor.slot(slot);
        }
    }

    private void grow() {
        int length = slots.length;
        int[] longer = Arrays.copyOf(slots, length << 1);
        for (int place = head; place != tail; place++) {
            longer[place & longer.length - 1] = slots[place & length - 1];
        }
        slots = longer;
    }

    /** One order. */
    interface SlotVisitor {
        void slot(int slot);
    }
}
