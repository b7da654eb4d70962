package io.rialto.feeds.queues;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** The orders of one instrument that show themselves, by their own numbers. */
final class Queue {
    private static final int ROOM = 64;
    private static final float LOAD = 0.65f;

    private final Long2ObjectHashMap<Shown> orders =
            new Long2ObjectHashMap<>(ROOM, LOAD, false); // readers each need an iterator of their own
    private long places;
    private long lastPlace;

    /** What one of them shows now. */
    static final class Shown {
        final Side side;
        final long priceTicks;
        final long place;
        long lots;

        Shown(Side side, long priceTicks, long place, long lots) {
            this.side = side;
            this.priceTicks = priceTicks;
            this.place = place;
            this.lots = lots;
        }
    }

    Shown joins(long order, Side side, long priceTicks, long lots) {
        return put(order, new Shown(side, priceTicks, ++places, lots));
    }

    /** Who left last takes his place again. */
    Shown rejoins(long order, Side side, long priceTicks, long lots) {
        return put(order, new Shown(side, priceTicks, lastPlace, lots));
    }

    private Shown put(long order, Shown shown) {
        orders.put(order, shown);
        return shown;
    }

    Shown shows(long order, long lots) {
        Shown shown = lots == 0 ? orders.remove(order) : orders.get(order);
        if (lots == 0) lastPlace = shown.place;
        shown.lots = lots;
        return shown;
    }

    /** Of those no worse than a price. */
    List<QueuedOrder> best(Side side, long worstTicks, int limit) {
        long sign = side == Side.BUY ? -1 : 1;
        List<Shown> found = new ArrayList<>();
        for (Shown shown : orders.values()) {
            if (shown.side == side && sign * shown.priceTicks <= sign * worstTicks) found.add(shown);
        }
        found.sort(Comparator.<Shown>comparingLong(shown -> sign * shown.priceTicks)
                .thenComparingLong(shown -> shown.place));
        return found.stream()
                .limit(limit)
                .map(shown -> new QueuedOrder(shown.place, shown.priceTicks, shown.lots))
                .toList();
    }

    /** Their numbers, in no order: no order is looked at for it. */
    long[] numbers() {
        long[] numbers = new long[orders.size()];
        int[] found = {0};
        orders.forEachLong((number, shown) -> numbers[found[0]++] = number);
        return numbers;
    }

    /** Null for one that shows itself no more. */
    Shown find(long order) {
        return orders.get(order);
    }

    int size() {
        return orders.size();
    }
}
