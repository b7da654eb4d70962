package io.rialto.engine.orders;

import io.rialto.engine.book.OrderPool;
import java.util.Arrays;

/** The numbers of pegged orders in the order of their acceptance; an ended one stays until it is forgotten. */
final class PeggedOrders {
    private final OrderPool pool;
    private long[] numbers = new long[16];
    private int count;

    PeggedOrders(OrderPool pool) {
        this.pool = pool;
    }

    void add(long order) {
        if (count == numbers.length) forgetEnded();
        if (count == numbers.length) numbers = Arrays.copyOf(numbers, count << 1);
        numbers[count++] = order;
    }

    int count() {
        return count;
    }

    int slot(int index) {
        return pool.slotOf(numbers[index]);
    }

    void forgetEnded() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (pool.slotOf(numbers[i]) != OrderPool.NONE) numbers[kept++] = numbers[i];
        }
        count = kept;
    }
}
