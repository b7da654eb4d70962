package io.rialto.bench.lobster;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The script's own simple picture of the venue's book: it decides what is sent, never what is compared.
 *
 * <p>Beyond the window it may be out of date; within, it is a prediction that the venue has to confirm.
 */
final class ModelBook {
    /** An order as the script believes it to rest in the venue. */
    static final class ModelOrder {
        /** Source of an order that no later message names. */
        static final long NAMELESS = 0;

        final long number;
        final long source;
        final Side side;
        final long price;
        long open;

        ModelOrder(long number, long source, Side side, long price, long open) {
            this.number = number;
            this.source = source;
            this.side = side;
            this.price = price;
            this.open = open;
        }

        boolean isNameless() {
            return source == NAMELESS;
        }
    }

    private final TreeMap<Long, List<ModelOrder>> asks = new TreeMap<>();
    private final TreeMap<Long, List<ModelOrder>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final Long2ObjectHashMap<ModelOrder> named = new Long2ObjectHashMap<>();

    TreeMap<Long, List<ModelOrder>> ladder(Side side) {
        return side == Side.SELL ? asks : bids;
    }

    /** Oldest first; empty when there is no such level. */
    List<ModelOrder> level(Side side, long price) {
        return ladder(side).getOrDefault(price, List.of());
    }

    ModelOrder add(long number, long source, Side side, long price, long quantity) {
        ModelOrder order = new ModelOrder(number, source, side, price, quantity);
        ladder(side).computeIfAbsent(price, p -> new ArrayList<>()).add(order);
        if (!order.isNameless()) named.put(source, order);
        return order;
    }

    /** The open order that the recording knows by this id at this place; null when the script has none. */
    ModelOrder named(long source, Side side, long price) {
        ModelOrder order = named.get(source);
        return order != null && order.side == side && order.price == price ? order : null;
    }

    /** The youngest nameless order of a level that has as much open; null when there is none. */
    ModelOrder nameless(Side side, long price, long quantity) {
        List<ModelOrder> level = level(side, price);
        for (int i = level.size() - 1; i >= 0; i--) {
            ModelOrder order = level.get(i);
            if (order.isNameless() && order.open >= quantity) return order;
        }
        return null;
    }

    boolean isFront(ModelOrder order) {
        TreeMap<Long, List<ModelOrder>> ladder = ladder(order.side);
        return !ladder.isEmpty() && ladder.firstEntry().getValue().get(0) == order;
    }

    boolean isBest(Side side, long price) {
        TreeMap<Long, List<ModelOrder>> ladder = ladder(side);
        return !ladder.isEmpty() && ladder.firstKey() == price;
    }

    /** Takes open quantity off; an order without any leaves the book. */
    void lower(ModelOrder order, long quantity) {
        order.open -= quantity;
        if (order.open > 0) return;
        if (!order.isNameless()) named.remove(order.source, order);
        List<ModelOrder> level = level(order.side, order.price);
        level.remove(order);
        if (level.isEmpty()) ladder(order.side).remove(order.price);
    }
}
