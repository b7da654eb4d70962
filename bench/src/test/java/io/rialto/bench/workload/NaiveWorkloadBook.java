package io.rialto.bench.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The obvious book, answering in text. */
final class NaiveWorkloadBook {
    private record Resting(boolean sells, long ticks) {}

    private final TreeMap<Long, LinkedHashMap<Long, Long>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, LinkedHashMap<Long, Long>> asks = new TreeMap<>();
    private final Map<Long, Resting> resting = new HashMap<>();
    private final List<String> reports = new ArrayList<>();

    String play(Workload w) {
        for (int i = 0; i < w.count(); i++) {
            long sequence = w.sequence(i);
            long id = w.orderId(i);
            switch (w.type(i)) {
                case Workload.NEW -> submit(w, i, sequence, id);
                case Workload.CANCEL -> cancel(sequence, id);
                default -> modify(sequence, id, w.priceTicks(i), w.quantity(i));
            }
        }
        return String.join("\n", reports);
    }

    private void submit(Workload w, int i, long sequence, long id) {
        int side = w.sells(i) ? 1 : 0;
        report(0, sequence, side, unsigned(id), w.priceTicks(i), w.quantity(i));
        long open = take(sequence, id, w.sells(i), w.priceTicks(i), w.quantity(i));
        if (open > 0 && w.isImmediate(i)) report(2, sequence, side, unsigned(id), w.priceTicks(i));
        else if (open > 0) rest(id, w.sells(i), w.priceTicks(i), open);
    }

    private void cancel(long sequence, long id) {
        Resting order = resting.get(id);
        if (order == null) {
            report(4, sequence, unsigned(id));
            return;
        }
        remove(id);
        report(2, sequence, order.sells ? 1 : 0, unsigned(id), order.ticks);
    }

    private void modify(long sequence, long id, long ticks, long quantity) {
        Resting order = resting.get(id);
        if (order == null) {
            report(5, sequence, unsigned(id));
            return;
        }
        remove(id);
        long open = take(sequence, id, order.sells, ticks, quantity);
        report(3, sequence, order.sells ? 1 : 0, unsigned(id), ticks, quantity);
        if (open > 0) rest(id, order.sells, ticks, open);
    }

    private long take(long sequence, long takerId, boolean sells, long limit, long quantity) {
        TreeMap<Long, LinkedHashMap<Long, Long>> against = sells ? bids : asks;
        long open = quantity;
        while (open > 0 && !against.isEmpty() && (sells ? against.firstKey() >= limit : against.firstKey() <= limit)) {
            long ticks = against.firstKey();
            Iterator<Map.Entry<Long, Long>> queue =
                    against.get(ticks).entrySet().iterator();
            Map.Entry<Long, Long> maker = queue.next();
            long traded = Math.min(open, maker.getValue());
            report(1, sequence, ticks, traded, unsigned(maker.getKey()), unsigned(takerId));
            open -= traded;
            maker.setValue(maker.getValue() - traded);
            if (maker.getValue() == 0) remove(maker.getKey());
        }
        return open;
    }

    private void rest(long id, boolean sells, long ticks, long open) {
        (sells ? asks : bids).computeIfAbsent(ticks, t -> new LinkedHashMap<>()).put(id, open);
        resting.put(id, new Resting(sells, ticks));
    }

    private void remove(long id) {
        Resting order = resting.remove(id);
        TreeMap<Long, LinkedHashMap<Long, Long>> side = order.sells ? asks : bids;
        side.get(order.ticks).remove(id);
        if (side.get(order.ticks).isEmpty()) side.remove(order.ticks);
    }

    private void report(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) line.append(line.isEmpty() ? "" : ",").append(field);
        reports.add(line.toString());
    }

    private static String unsigned(long id) {
        return Long.toUnsignedString(id);
    }
}
