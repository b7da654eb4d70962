package io.rialto.gateway.depth;

import io.rialto.feeds.changes.QueueChange;
import io.rialto.feeds.queues.QueuePage;
import io.rialto.feeds.queues.QueuedOrder;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * A market's book order by order, as far as it has been told: all that show themselves, so that what comes into sight is
 * known.
 *
 * <p>Threading: the publishing thread.
 */
final class MarketQueue implements Lines {
    private final TreeSet<ShownOrder> bids = new TreeSet<>((one, other) -> one.compare(other, -1));
    private final TreeSet<ShownOrder> asks = new TreeSet<>((one, other) -> one.compare(other, 1));
    private final Long2ObjectHashMap<ShownOrder> byPlace = new Long2ObjectHashMap<>();
    private Terms terms;
    private long sequence;

    MarketQueue(Terms terms) {
        this.terms = terms;
    }

    /** All of it anew. */
    void load(QueuePage all) {
        bids.clear();
        asks.clear();
        byPlace.clear();
        for (QueuedOrder each : all.bids()) put(bids, each.place(), each.priceTicks(), each.quantityLots());
        for (QueuedOrder each : all.asks()) put(asks, each.place(), each.priceTicks(), each.quantityLots());
        sequence = all.sequence();
    }

    void change(long frame, QueueChange change) {
        if (frame <= sequence) return;
        TreeSet<ShownOrder> side = side(change.side());
        ShownOrder known = byPlace.remove(change.place());
        if (known != null) side.remove(known);
        if (change.quantityLots() != 0) put(side, change.place(), change.priceTicks(), change.quantityLots());
    }

    private void put(TreeSet<ShownOrder> side, long place, long priceTicks, long lots) {
        ShownOrder order = new ShownOrder(place, priceTicks, lots, terms);
        byPlace.put(place, order);
        side.add(order);
    }

    /** The same numbers count other steps from now on. */
    void in(Terms other) {
        terms = other;
        byPlace.clear();
        for (TreeSet<ShownOrder> side : List.of(bids, asks)) {
            List<ShownOrder> all = side.stream().map(order -> order.in(other)).toList();
            side.clear();
            for (ShownOrder order : all) {
                side.add(order);
                byPlace.put(order.place, order);
            }
        }
    }

    @Override
    public long seen(long frame) {
        return Math.max(sequence, frame);
    }

    @Override
    public List<ShownOrder> best(Side side, int depth) {
        List<ShownOrder> best = new ArrayList<>(Math.min(depth, side(side).size()));
        for (ShownOrder order : side(side)) {
            if (best.size() == depth) break;
            best.add(order);
        }
        return best;
    }

    private TreeSet<ShownOrder> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
