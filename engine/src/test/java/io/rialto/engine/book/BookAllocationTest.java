package io.rialto.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rialto.protocol.Side;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
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
        SplittableRandom random = new SplittableRandom(42);
        int count = 0;
        for (int i = 0; i < COMMANDS; i++) {
            if (count < LIVE && random.nextInt(100) < 55) {
                live[count++] = rest(random, 1_000_000 + i * 3L);
            } else if (count > 0) {
                int index = random.nextInt(count);
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

    private int rest(SplittableRandom random, long mid) {
        int slot = orders.claim(++serial);
        long far = random.nextInt(50) == 0 ? random.nextLong(1L << 40) : 0;
        orders.terms(slot, random.nextInt(2) == 0 ? Side.BUY : Side.SELL, mid + random.nextLong(2_000) + far, 10);
        book.rest(slot);
        return slot;
    }
}
