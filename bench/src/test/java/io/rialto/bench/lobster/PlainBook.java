package io.rialto.bench.lobster;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slowest obvious book: applies instructions and answers the fills. Shares nothing with the script's own model. */
final class PlainBook {
    private static final class Resting {
        long order;
        Side side;
        long price;
        long open;
    }

    private final Map<Long, Resting> orders = new HashMap<>();
    private final TreeMap<Long, List<Resting>> asks = new TreeMap<>();
    private final TreeMap<Long, List<Resting>> bids = new TreeMap<>((a, b) -> Long.compare(b, a));

    List<RecordedFill> apply(Instruction instruction) {
        List<RecordedFill> fills = new ArrayList<>();
        switch (instruction.kind()) {
            case NEW -> rest(instruction, instruction.quantity() - take(instruction, fills));
            case MARKET -> take(instruction, fills);
            case REDUCE, CANCEL -> lower(orders.get(instruction.order()), instruction.quantity());
        }
        return fills;
    }

    BookLevels levels(int depth) {
        BookLevels levels = new BookLevels(depth);
        fill(levels, Side.BUY, bids);
        fill(levels, Side.SELL, asks);
        return levels;
    }

    private static void fill(BookLevels levels, Side side, TreeMap<Long, List<Resting>> ladder) {
        int level = 0;
        for (Map.Entry<Long, List<Resting>> entry : ladder.entrySet()) {
            if (level == levels.depth()) return;
            long open = entry.getValue().stream().mapToLong(order -> order.open).sum();
            levels.set(side, level++, entry.getKey(), open);
        }
    }

    private long take(Instruction instruction, List<RecordedFill> fills) {
        boolean buys = instruction.side() == Side.BUY;
        TreeMap<Long, List<Resting>> against = buys ? asks : bids;
        long taken = 0;
        while (taken < instruction.quantity() && !against.isEmpty()) {
            long price = against.firstKey();
            if (buys ? price > instruction.price() : price < instruction.price()) break;
            Resting maker = against.get(price).get(0);
            long traded = Math.min(maker.open, instruction.quantity() - taken);
            fills.add(new RecordedFill(maker.order, price, traded));
            lower(maker, traded);
            taken += traded;
        }
        return taken;
    }

    private void rest(Instruction instruction, long open) {
        if (open == 0) return;
        Resting order = new Resting();
        order.order = instruction.order();
        order.side = instruction.side();
        order.price = instruction.price();
        order.open = open;
        orders.put(order.order, order);
        ladder(order.side).computeIfAbsent(order.price, p -> new ArrayList<>()).add(order);
    }

    private void lower(Resting order, long quantity) {
        order.open -= quantity;
        if (order.open > 0) return;
        orders.remove(order.order);
        List<Resting> level = ladder(order.side).get(order.price);
        level.remove(order);
        if (level.isEmpty()) ladder(order.side).remove(order.price);
    }

    private TreeMap<Long, List<Resting>> ladder(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
