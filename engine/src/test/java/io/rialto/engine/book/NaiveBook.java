package io.rialto.engine.book;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** The obvious book, to compare the fast one with. */
final class NaiveBook {
    private final TreeMap<Long, LinkedHashMap<Integer, Long>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, LinkedHashMap<Integer, Long>> asks = new TreeMap<>();

    void rest(Side side, long ticks, int slot, long lots) {
        ladder(side).computeIfAbsent(ticks, t -> new LinkedHashMap<>()).put(slot, lots);
    }

    void remove(Side side, long ticks, int slot) {
        LinkedHashMap<Integer, Long> level = ladder(side).get(ticks);
        level.remove(slot);
        if (level.isEmpty()) ladder(side).remove(ticks);
    }

    void reduce(Side side, long ticks, int slot, long lots) {
        ladder(side).get(ticks).merge(slot, -lots, Long::sum);
    }

    int best(Side side) {
        return ladder(side).isEmpty()
                ? OrderPool.NONE
                : ladder(side).firstEntry().getValue().keySet().iterator().next();
    }

    List<Integer> walk(Side side) {
        List<Integer> slots = new ArrayList<>();
        ladder(side).values().forEach(level -> slots.addAll(level.keySet()));
        return slots;
    }

    List<String> depth(Side side) {
        List<String> depth = new ArrayList<>();
        ladder(side)
                .forEach((ticks, level) -> depth.add(line(
                        ticks,
                        level.values().stream().mapToLong(Long::longValue).sum(),
                        level.size())));
        return depth;
    }

    static String line(long ticks, long lots, int orders) {
        return orders + " of " + lots + " at " + ticks;
    }

    private TreeMap<Long, LinkedHashMap<Integer, Long>> ladder(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
