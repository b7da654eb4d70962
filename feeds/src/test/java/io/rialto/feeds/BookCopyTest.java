package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.Told.Order;
import io.rialto.feeds.queues.QueuePage;
import io.rialto.feeds.queues.QueuedOrder;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A long book that is copied some orders at a time, while it changes. */
@Timeout(120)
class BookCopyTest {
    private static final int ORDERS = 5_000;
    private static final int CHANGES = 30_000;

    private final History history = History.listed();
    private final Map<Long, Long> told = new ConcurrentHashMap<>();
    private final List<Order> resting = new ArrayList<>();
    private long sum;

    private void rests(Side side, long price, long lots) {
        Order order = history.order(History.ALICE, side, lots, price);
        sum += worth(price, lots);
        told.put(history.sequence() + 1, sum);
        history.rests(order);
        resting.add(order);
    }

    private void leaves(int which) {
        Order order = resting.set(which, resting.get(resting.size() - 1));
        resting.remove(resting.size() - 1);
        sum -= worth(order.priceTicks(), order.lots());
        told.put(history.sequence() + 1, sum);
        history.cancels(order, order.lots());
    }

    private static long worth(long price, long lots) {
        return price * 1_000_003 + lots * 31 + 1;
    }

    private void acts(SplittableRandom random) {
        if (resting.size() > ORDERS / 2 && random.nextBoolean()) {
            leaves(random.nextInt(resting.size()));
        } else {
            boolean buys = random.nextBoolean();
            rests(
                    buys ? Side.BUY : Side.SELL,
                    buys ? 100 - random.nextInt(50) : 101 + random.nextInt(50),
                    1 + random.nextInt(9));
        }
    }

    @Test
    void isWholeAndOfOneFrame() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ORDERS; i++) acts(random);
        // Until a copy has met a change: on a busy machine one thread may be through before the other begins.
        AtomicBoolean hasMet = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < CHANGES || !hasMet.get(); i++) acts(random);
        });
        try {
            while (!writing.isDone()) if (copyMeetsAChange(seed)) hasMet.set(true);
        } finally {
            hasMet.set(true);
            writing.join();
        }
        copyMeetsAChange(seed);
        QueuePage last = history.feeds.queues().all(History.BTC_USD);
        assertThat(last.bids().size() + last.asks().size()).isEqualTo(resting.size());
        assertThat(last.bids()).extracting(QueuedOrder::place).doesNotHaveDuplicates();
    }

    private boolean copyMeetsAChange(long seed) {
        long before = history.feeds.position();
        QueuePage page = history.feeds.queues().all(History.BTC_USD);
        long copied = Stream.concat(page.bids().stream(), page.asks().stream())
                .mapToLong(each -> worth(each.priceTicks(), each.quantityLots()))
                .sum();
        assertThat(copied).as("seed %d frame %d", seed, page.sequence()).isEqualTo(told.get(page.sequence()));
        return page.sequence() > before;
    }
}
