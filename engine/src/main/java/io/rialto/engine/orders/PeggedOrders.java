package io.rialto.engine.orders;

import io.rialto.engine.book.OrderPool;
import java.util.Arrays;

/**
 * The pegged orders in the order of their acceptance; an ended one stays until it is forgotten. Threading: the core's
 * thread only. Allocates only to grow.
 */
public final class PeggedOrders {
    private final OrderPool pool;
    private long[] numbers = new long[16];
    private int count;
    private int firstNew;

    PeggedOrders(OrderPool pool) {
        this.pool = pool;
    }

    void add(long order) {
        if (count == numbers.length) forgetEnded();
        if (count == numbers.length) numbers = Arrays.copyOf(numbers, count << 1);
        numbers[count++] = order;
    }

    public int count() {
        return count;
    }

    /** One of them, oldest first, or {@link OpenOrders#NONE} when it has ended. */
    public int slot(int index) {
        return pool.slotOf(numbers[index]);
    }

    /** The index from which on they came in since all were seen. */
    public int firstNew() {
        return firstNew;
    }

    public void allSeen() {
        firstNew = count;
    }

    public void forgetEnded() {
        int kept = 0;
        int keptOfSeen = 0;
        for (int i = 0; i < count; i++) {
            if (i == firstNew) keptOfSeen = kept;
            if (pool.slotOf(numbers[i]) != OrderPool.NONE) numbers[kept++] = numbers[i];
        }
        firstNew = firstNew >= count ? kept : keptOfSeen;
        count = kept;
    }
}
