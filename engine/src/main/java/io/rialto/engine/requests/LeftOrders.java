package io.rialto.engine.requests;

import io.rialto.engine.book.OrderPool;
import java.util.Arrays;

/** The orders that requests left open: short chains, one a request. Allocates only to grow. */
final class LeftOrders {
    static final int NONE = SeenRequests.NONE;

    private final OrderPool pool;
    private long[] orders = new long[64];
    private int[] nexts = new int[64];
    private int used;
    private int firstFree = NONE;

    LeftOrders(OrderPool pool) {
        this.pool = pool;
    }

    /** Puts an order before a chain; answers the longer one. */
    int add(int first, long order) {
        int entry = claim();
        orders[entry] = order;
        nexts[entry] = first;
        return entry;
    }

    long order(int entry) {
        return orders[entry];
    }

    int next(int entry) {
        return nexts[entry];
    }

    boolean isAnyOpen(int first) {
        for (int entry = first; entry != NONE; entry = nexts[entry]) {
            if (pool.slotOf(orders[entry]) != OrderPool.NONE) return true;
        }
        return false;
    }

    void forget(int first) {
        int entry = first;
        while (entry != NONE) {
            int next = nexts[entry];
            nexts[entry] = firstFree;
            firstFree = entry;
            entry = next;
        }
    }

    private int claim() {
        int entry = firstFree;
        if (entry != NONE) {
            firstFree = nexts[entry];
            return entry;
        }
        if (used == orders.length) {
            orders = Arrays.copyOf(orders, used << 1);
            nexts = Arrays.copyOf(nexts, used << 1);
        }
        return used++;
    }
}
