package io.rialto.bench.flow;

import java.util.Arrays;

/**
 * One symbol's true book while its flow is generated: plain queues at plain prices, and the list of live ids in the
 * order that the flow's rules give it. It shares nothing with the books that play the flow.
 */
final class FlowBook {
    static final int BASE_TICKS = 100_000;
    private static final int REACH = 1_024;
    private static final int LOWEST = BASE_TICKS - REACH;

    private final FlowOrders orders;
    private final int[] head = new int[2 * REACH];
    private final int[] tail = new int[2 * REACH];
    private int bestBid = -1; // indexes into the queues
    private int bestAsk = 2 * REACH;
    private int[] live;
    private int liveCount;
    int mid = BASE_TICKS;
    int counter;

    FlowBook(FlowOrders orders, int livePerSymbol) {
        this.orders = orders;
        this.live = new int[livePerSymbol * 6 / 5 + 16];
    }

    int liveCount() {
        return liveCount;
    }

    int live(int index) {
        return live[index];
    }

    boolean isEmpty(boolean sells) {
        return sells ? bestAsk == 2 * REACH : bestBid < 0;
    }

    int best(boolean sells) {
        return LOWEST + (sells ? bestAsk : bestBid);
    }

    void rest(int id) {
        if (liveCount == live.length) live = Arrays.copyOf(live, liveCount * 2);
        orders.liveIndex[id] = liveCount;
        live[liveCount++] = id;
        enqueue(id);
    }

    void cancel(int id) {
        dequeue(id);
        forget(id);
    }

    void move(int id, int price) {
        dequeue(id);
        orders.price[id] = price;
        enqueue(id);
    }

    /** Trades against the other side up to the limit, best price and oldest order first. */
    void take(boolean sells, int limit, int quantity) {
        int left = quantity;
        while (left > 0 && !isEmpty(!sells) && (sells ? best(false) >= limit : best(true) <= limit)) {
            int maker = head[sells ? bestBid : bestAsk];
            int traded = Math.min(left, orders.open[maker]);
            orders.trades++;
            orders.quantity += traded;
            orders.hash = FlowAnswer.hash(orders.hash, maker, orders.price[maker], traded);
            orders.open[maker] -= traded;
            left -= traded;
            if (orders.open[maker] == 0) cancel(maker);
        }
    }

    private void enqueue(int id) {
        int level = orders.price[id] - LOWEST;
        int last = tail[level];
        orders.previous[id] = last;
        orders.next[id] = 0;
        if (last == 0) head[level] = id;
        else orders.next[last] = id;
        tail[level] = id;
        if (orders.sells[id]) bestAsk = Math.min(bestAsk, level);
        else bestBid = Math.max(bestBid, level);
    }

    private void dequeue(int id) {
        int level = orders.price[id] - LOWEST;
        int next = orders.next[id];
        int previous = orders.previous[id];
        if (next == 0) tail[level] = previous;
        else orders.previous[next] = previous;
        if (previous == 0) head[level] = next;
        else orders.next[previous] = next;
        while (bestAsk < 2 * REACH && (head[bestAsk] == 0 || !orders.sells[head[bestAsk]])) bestAsk++;
        while (bestBid >= 0 && (head[bestBid] == 0 || orders.sells[head[bestBid]])) bestBid--;
    }

    private void forget(int id) {
        int last = live[--liveCount];
        live[orders.liveIndex[id]] = last;
        orders.liveIndex[last] = orders.liveIndex[id];
    }
}
