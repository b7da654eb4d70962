package io.rialto.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rialto.protocol.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A warm book allocates nothing, wherever prices go: the second lap of a seeded flow costs no byte. */
class BookAllocationTest {
    private static final int COMMANDS = 200_000;
    private static final int LIVE = 5_000;

    private final OrderPool orders = new OrderPool(LIVE * 2);
    private final LevelPool levels = new LevelPool(orders, 16);
    private final Book book = new Book(orders, levels);
    private final int[] live = new int[LIVE];
    private long serial;
    private long state;

    @Test
    void theSecondLapCostsNoByte() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        lap();
        lap();
        lap();

        long before = threads.getThreadAllocatedBytes(thread);
        long costOfAsking = threads.getThreadAllocatedBytes(thread) - before;
        before = threads.getThreadAllocatedBytes(thread);
        lap();
        long allocated = threads.getThreadAllocatedBytes(thread) - before - costOfAsking;

        assertThat(allocated).as("bytes for %d commands", COMMANDS).isZero();
        assertThat(orders.openOrders()).isZero();
    }

    private void lap() {
        state = 42;
        int count = 0;
        for (int i = 0; i < COMMANDS; i++) {
            if (count < LIVE && random(100) < 55) {
                live[count++] = rest(1_000_000 + i * 3L);
            } else if (count > 0) {
                int index = (int) random(count);
                book.remove(live[index]);
                orders.free(live[index]);
                live[index] = live[--count];
            }
        }
        while (count > 0) {
            book.remove(live[--count]);
            orders.free(live[count]);
        }
    }

    private int rest(long mid) {
        int slot = orders.claim(++serial);
        long far = random(50) == 0 ? random(1L << 40) : 0;
        orders.terms(slot, random(2) == 0 ? Side.BUY : Side.SELL, mid + random(2_000) + far, 10);
        book.rest(slot);
        return slot;
    }

    /** Java's own generators are objects, and this test counts those. */
    private long random(long bound) {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return (state >>> 20) % bound;
    }
}
