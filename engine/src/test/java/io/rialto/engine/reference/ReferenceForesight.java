package io.rialto.engine.reference;

import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.ReferenceAuction.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An auction's trades one after another, without doing them, where some orders may only reduce a position. */
final class ReferenceForesight {
    private final Map<Integer, BigInteger> positions;
    private final Map<ReferenceOrder, Long> left = new HashMap<>();

    private ReferenceForesight(Map<Integer, BigInteger> positions) {
        this.positions = new TreeMap<>(positions);
    }

    /** The same price; what trades at it, and what is left of those who could go on. All reach the price, the first first. */
    static Outcome of(
            Outcome whole, Map<Integer, BigInteger> positions, List<ReferenceOrder> buys, List<ReferenceOrder> sells) {
        ReferenceForesight foresight = new ReferenceForesight(positions);
        long volume = 0;
        while (true) {
            ReferenceOrder buy = foresight.first(buys);
            ReferenceOrder sell = foresight.first(sells);
            long rest = whole.volume().longValueExact() - volume;
            if (buy == null || sell == null || rest == 0) break;
            long lots = Math.min(rest, Math.min(foresight.able(buy), foresight.able(sell)));
            foresight.trade(buy, sell, lots);
            volume += lots;
        }
        return new Outcome(whole.ticks(), valueOf(volume), foresight.sum(buys).subtract(foresight.sum(sells)));
    }

    /** Whose turn comes with nothing left to reduce is out. */
    private ReferenceOrder first(List<ReferenceOrder> orders) {
        for (ReferenceOrder order : orders) {
            if (able(order) > 0) return order;
            left.put(order, 0L);
        }
        return null;
    }

    private long able(ReferenceOrder order) {
        return Math.min(left.getOrDefault(order, order.openLots), ReferencePositions.mostLots(positions, order));
    }

    private void trade(ReferenceOrder buy, ReferenceOrder sell, long lots) {
        for (ReferenceOrder order : List.of(buy, sell)) {
            left.put(order, left.getOrDefault(order, order.openLots) - lots);
        }
        ReferencePositions.trade(positions, buy, sell, lots);
    }

    private BigDecimal sum(List<ReferenceOrder> orders) {
        BigDecimal sum = orders.stream().map(order -> valueOf(able(order))).reduce(ZERO, BigDecimal::add);
        return sum.min(ReferenceLedger.MOST);
    }
}
