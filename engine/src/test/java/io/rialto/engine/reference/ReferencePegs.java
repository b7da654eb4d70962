package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceLedger.fits;
import static io.rialto.protocol.Reason.*;

import io.rialto.protocol.Parking;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Orders whose price follows the book. */
final class ReferencePegs {
    private static final int ROOM = 8;

    private final ReferenceMatching matching;
    private final List<ReferenceOrder> pegs = new ArrayList<>();

    ReferencePegs(ReferenceMatching matching) {
        this.matching = matching;
    }

    void accepted(ReferenceOrder order) {
        pegs.add(order);
    }

    /** It waits for its reference. */
    void park(ReferenceOrder order) {
        matching.resting.remove(order);
        order.isResting = false;
        order.priceTicks = 0;
        matching.times.park(order);
        matching.events.add(
                "OrderParked", order.number, order.account, order.instrument.number, Parking.PEG, order.side);
    }

    /** Where the order belongs; 0 when its reference is missing. */
    long target(ReferenceOrder order) {
        if (order.instrument.session.phase != Phase.CONTINUOUS) return 0;
        long own = best(order, order.side);
        long other = best(order, order.opposite);
        BigInteger reference = switch (order.terms.pegReference()) {
            case 1 -> BigInteger.valueOf(own);
            case 2 -> BigInteger.valueOf(other);
            default -> own == 0 || other == 0 ? BigInteger.ZERO : middle(own, other);
        };
        if (reference.signum() == 0) return 0;
        BigInteger moved = reference.add(BigInteger.valueOf(order.terms.pegOffsetTicks()));
        if (moved.signum() <= 0 || !fits(new BigDecimal(moved))) return 0;
        long limit = order.asked.priceTicks();
        if (limit == 0) return moved.longValueExact();
        return order.isBuy ? Math.min(moved.longValueExact(), limit) : Math.max(moved.longValueExact(), limit);
    }

    /** Toward the order's own side. */
    private static BigInteger middle(long own, long other) {
        BigInteger[] halves =
                BigInteger.valueOf(own).add(BigInteger.valueOf(other)).divideAndRemainder(BigInteger.TWO);
        return own > other ? halves[0].add(halves[1]) : halves[0];
    }

    /** Of what everybody sees and can take any part of; no peg follows a peg. */
    private long best(ReferenceOrder order, Side side) {
        return matching.side(order.instrument, side).stream()
                .filter(one -> !one.isHidden() && one.leastLots() == 0 && !one.isPegged())
                .mapToLong(one -> one.priceTicks)
                .findFirst()
                .orElse(0);
    }

    private boolean isAstray(ReferenceOrder order) {
        return order.instrument.session.phase == Phase.CONTINUOUS && target(order) != order.priceTicks;
    }

    boolean isPending() {
        pegs.removeIf(order -> !matching.open().contains(order));
        return pegs.stream().anyMatch(this::isAstray);
    }

    /** All of them, oldest first, until nobody moves any more; false when the frame is full. */
    boolean areAllDone() {
        while (isPending()) {
            for (ReferenceOrder order : List.copyOf(pegs)) {
                if (!matching.open().contains(order) || !isAstray(order)) continue;
                if (matching.events.size() + ROOM > ReferenceMatching.MAX_EVENTS) return false;
                move(order);
            }
        }
        return true;
    }

    private void move(ReferenceOrder order) {
        long ticks = target(order);
        if (ticks == 0) {
            park(order);
            return;
        }
        BigDecimal hold = order.holdAt(ticks, order.openLots);
        BigDecimal change = hold.subtract(order.hold);
        BigDecimal free = matching.ledger
                .total(order.account, order.heldAsset)
                .subtract(matching.ledger.held(order.account, order.heldAsset));
        Reason refused = refusal(order, ticks);
        if (!fits(hold)) matching.end("OrderExpired", order, VALUE_OVERFLOW);
        else if (change.compareTo(free) > 0) matching.end("OrderExpired", order, INSUFFICIENT_FUNDS);
        else if (refused != NONE) matching.end("OrderExpired", order, refused);
        else reprice(order, ticks, change);
    }

    private Reason refusal(ReferenceOrder order, long ticks) {
        try {
            matching.margin.ask(order, ticks, order.openLots);
            return NONE;
        } catch (Refusal refusal) {
            return refusal.reason;
        }
    }

    private void reprice(ReferenceOrder order, long ticks, BigDecimal change) {
        var what = List.of(order.number, order.priceTicks, ticks, order.openLots, change, order.account);
        matching.events.add("OrderRepriced", what, order.instrument.number, order.side);
        matching.hold(order, change);
        matching.resting.remove(order);
        matching.parked.remove(order);
        order.isResting = false;
        order.priceTicks = ticks;
        matching.arrive(order);
    }
}
