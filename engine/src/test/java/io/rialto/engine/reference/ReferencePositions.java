package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.protocol.Reason;
import java.math.BigInteger;
import java.util.*;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Section 4: what accounts bought less what they sold, and orders that only ever bring that closer to zero. */
final class ReferencePositions {
    static final int TRACKED = 62;
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);
    private static final int HALF_A_FRAME = ReferenceMatching.MAX_EVENTS / 2;

    private final ReferenceMatching matching;
    private final Map<ReferenceInstrument, Map<Integer, BigInteger>> positions = new HashMap<>();

    ReferencePositions(ReferenceMatching matching) {
        this.matching = matching;
    }

    static boolean areTracked(ReferenceInstrument instrument) {
        return instrument.parameter(TRACKED) == 1;
    }

    /** By account, sorted. */
    Map<Integer, BigInteger> in(ReferenceInstrument instrument) {
        Map<Integer, BigInteger> kept = positions.get(instrument);
        return kept != null ? kept : positions.computeIfAbsent(instrument, any -> new TreeMap<>());
    }

    private BigInteger of(ReferenceOrder order) {
        return in(order.instrument).getOrDefault(order.account, ZERO);
    }

    /** As positions are, or would be. */
    static void trade(Map<Integer, BigInteger> positions, ReferenceOrder one, ReferenceOrder other, long lots) {
        if (!areTracked(one.instrument) || one.account == other.account) return;
        for (ReferenceOrder order : List.of(one, other)) {
            BigInteger change = valueOf(order.isBuy ? lots : -lots);
            BigInteger after = positions.getOrDefault(order.account, ZERO).add(change);
            positions.put(order.account, after.min(MOST).max(MOST.negate()));
        }
    }

    /** What an order could trade before the position would be past zero. */
    static long mostLots(Map<Integer, BigInteger> positions, ReferenceOrder order) {
        if (!order.isReduceOnly()) return Long.MAX_VALUE;
        BigInteger position = positions.getOrDefault(order.account, ZERO);
        return (order.isBuy ? position.negate() : position).max(ZERO).longValueExact();
    }

    /** Of the lots of an order that stand there. */
    static long mostOf(ReferenceCourse.Next next, Map<Integer, BigInteger> positions) {
        return Math.min(next.lots(), mostLots(positions, next.maker()));
    }

    /** Whether there is a position that the order would make smaller. */
    void admit(ReferenceOrder order) {
        refuseIf(!areTracked(order.instrument), REDUCE_ONLY_NOT_TRACKED);
        int sign = of(order).signum();
        refuseIf(sign == 0, REDUCE_ONLY_NO_POSITION);
        refuseIf(sign > 0 == order.isBuy, REDUCE_ONLY_WOULD_INCREASE);
    }

    /** Of so many lots, what the better reduce-only orders leave it to reduce; a market order is better than all. */
    long kept(ReferenceOrder order, long ticks, long lots) {
        admit(order);
        BigInteger left = of(order).abs();
        for (ReferenceOrder other : ready(order.instrument, order.account)) {
            if (other == order || other.isBuy != order.isBuy) continue;
            boolean isFirst = order.isMarket && !order.isResting;
            boolean isBetter = !isFirst && isBefore(other, other.priceTicks, order, ticks);
            if (isBetter) left = left.subtract(valueOf(other.openLots));
        }
        refuseIf(left.signum() <= 0, REDUCE_ONLY_ALL_CLOSED);
        return left.min(valueOf(lots)).longValueExact();
    }

    /** By price, none being the worst; then by age. Who has no number yet is the youngest. */
    private static boolean isBefore(ReferenceOrder one, long oneTicks, ReferenceOrder other, long otherTicks) {
        if (oneTicks == otherTicks) return one.number != 0 && (other.number == 0 || one.number < other.number);
        if (oneTicks == 0 || otherTicks == 0) return otherTicks == 0;
        return one.isBuy ? oneTicks > otherTicks : oneTicks < otherTicks;
    }

    /** Those that could trade as soon as somebody comes. Who waits for a trigger or for another order could not. */
    private List<ReferenceOrder> ready(ReferenceInstrument instrument, int account) {
        return reducing(instrument, account, order -> order.isResting || order.isPegged());
    }

    private List<ReferenceOrder> reducing(
            ReferenceInstrument instrument, int account, Predicate<ReferenceOrder> isMeant) {
        List<ReferenceOrder> reducing = new ArrayList<>();
        for (ReferenceOrder order : reducing(instrument)) {
            if (order.account == account && isMeant.test(order)) reducing.add(order);
        }
        return reducing;
    }

    private List<ReferenceOrder> reducing(ReferenceInstrument instrument) {
        List<ReferenceOrder> reducing = new ArrayList<>();
        for (ReferenceOrder order : matching.open()) {
            if (order.instrument == instrument && order.isReduceOnly()) reducing.add(order);
        }
        return reducing;
    }

    private static ReferenceOrder worst(List<ReferenceOrder> orders) {
        ReferenceOrder worst = null;
        for (ReferenceOrder order : orders) {
            boolean isWorse = worst == null || isBefore(worst, shown(worst), order, shown(order));
            if (isWorse) worst = order;
        }
        return worst;
    }

    private static long shown(ReferenceOrder order) {
        return order.isResting ? order.priceTicks : 0;
    }

    /** An order came in with less than it asked for. */
    void cutTo(ReferenceOrder order, long asked, long kept) {
        if (asked == kept) return;
        order.totalLots -= asked - kept;
        order.allottedLots -= asked - kept;
        tell(order, asked, kept, ZERO);
    }

    private void tell(ReferenceOrder order, long before, long after, Number released) {
        var what = List.of(order.number, before, after, order.totalLots, released, of(order));
        matching.events.add("OrderClipped", what, order.account, order.instrument.number, order.side);
    }

    /** Position by position until all orders are in line with theirs; false when the frame is full. */
    boolean follow(ReferenceLists lists) {
        while (lists.follow()) {
            ReferenceInstrument instrument = null;
            int account = 0;
            for (ReferenceInstrument one : matching.control.instruments) {
                Set<Integer> owners = new TreeSet<>(); // who has no such orders is in line
                for (ReferenceOrder order : reducing(one)) owners.add(order.account);
                for (int owner : owners) {
                    if (instrument != null || isInLine(one, owner)) continue;
                    instrument = one;
                    account = owner;
                }
            }
            if (instrument == null) return true;
            while (!isInLine(instrument, account)) {
                if (matching.events.size() > HALF_A_FRAME) return false;
                step(instrument, account);
            }
        }
        return false;
    }

    private boolean isInLine(ReferenceInstrument instrument, int account) {
        return idle(instrument, account).isEmpty()
                && excess(instrument, account).signum() <= 0;
    }

    /** Those with nothing to reduce. */
    private List<ReferenceOrder> idle(ReferenceInstrument instrument, int account) {
        if (!areTracked(instrument)) return reducing(instrument, account, any -> true);
        return reducing(instrument, account, order -> !order.isPending && mostLots(in(instrument), order) == 0);
    }

    private BigInteger excess(ReferenceInstrument instrument, int account) {
        BigInteger excess = in(instrument).getOrDefault(account, ZERO).abs().negate();
        for (ReferenceOrder order : ready(instrument, account)) excess = excess.add(valueOf(order.openLots));
        return excess;
    }

    private void step(ReferenceInstrument instrument, int account) {
        List<ReferenceOrder> idle = idle(instrument, account);
        if (!idle.isEmpty()) {
            Reason reason = areTracked(instrument) ? REDUCE_ONLY_NO_POSITION : REDUCE_ONLY_NOT_TRACKED;
            matching.end("OrderCancelled", worst(idle), reason);
            return;
        }
        ReferenceOrder worst = worst(ready(instrument, account));
        BigInteger left = valueOf(worst.openLots).subtract(excess(instrument, account));
        if (left.signum() <= 0) matching.end("OrderCancelled", worst, REDUCE_ONLY_ALL_CLOSED);
        else clip(worst, left.longValueExact());
    }

    private void clip(ReferenceOrder order, long lots) {
        long before = order.openLots;
        order.openLots = lots;
        order.totalLots -= before - lots;
        order.allottedLots -= before - lots;
        order.shownLots = Math.min(order.shownLots, lots);
        var hold = order.isResting ? order.holdAt(order.priceTicks, lots) : order.hold;
        var released = order.hold.subtract(hold);
        matching.hold(order, released.negate());
        tell(order, before, lots, released);
    }

    /** Other lots: every position has to be a whole number of them, and one that can be said. */
    boolean areWhole(ReferenceInstrument instrument, LongUnaryOperator exactly) {
        return in(instrument).values().stream()
                .allMatch(lots -> exactly.applyAsLong(lots.abs().longValueExact()) >= 0);
    }

    void convert(ReferenceInstrument instrument, LongUnaryOperator exactly) {
        in(instrument)
                .replaceAll((account, lots) -> valueOf(
                                exactly.applyAsLong(lots.abs().longValueExact()))
                        .multiply(valueOf(lots.signum())));
    }

    /** The instrument keeps them no more, or from now on. */
    void begin(ReferenceInstrument instrument) {
        if (!areTracked(instrument)) in(instrument).clear();
    }
}
