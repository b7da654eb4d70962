package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceLedger.fits;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.Command.AmendOrder;
import java.math.BigDecimal;
import java.util.List;

/** How orders that waited for another come in, and grow. */
record ReferenceChildren(ReferenceMatching matching, ReferenceTrading trading) {
    /** What an order that waits for a price would hold if it held for itself alone. */
    BigDecimal alone(ReferenceOrder order) {
        return order.holdAt(order.waitingTicks, order.openLots);
    }

    /** Whether a child could come in now with so many lots; answers its hold, and leaves it as it was. */
    BigDecimal judgedAnew(ReferenceOrder child, long lots) {
        long asked = child.totalLots;
        long ticks = child.priceTicks;
        child.openLots = child.totalLots = lots;
        child.isPending = false;
        try {
            trading.judgeNumbers(child, false);
            BigDecimal need = trading.isKilled(child) ? ZERO : matching.holdOf(child);
            refuseIf(!fits(need), VALUE_OVERFLOW);
            trading.askMargin(child);
            return need;
        } finally {
            child.openLots = child.totalLots = asked;
            child.priceTicks = ticks;
            child.waitingHold = null;
            child.isPending = true;
        }
    }

    /** A child that was judged begins to work. */
    void wake(ReferenceOrder child, long lots, BigDecimal hold, long list, int leg) {
        child.openLots = child.totalLots = lots;
        child.isPending = false;
        trading.judgeNumbers(child, false);
        boolean isKilled = trading.isKilled(child);
        matching.parked.remove(child);
        matching.hold(child, hold);
        var what = List.of(list, child.number, child.priceTicks, lots, lots, hold, child.account);
        matching.events.add("LegActivated", what, child.instrument.number, leg, child.side);
        matching.positions.cutTo(child, lots, child.openLots);
        if (child.waitingHold != null) trading.triggers().park(child);
        else if (isKilled) matching.end("OrderExpired", child, FILL_OR_KILL);
        else matching.arrive(child);
    }

    /** @param shared what another leg holds for both */
    void enlarge(ReferenceOrder child, long lots, BigDecimal shared) {
        var list = child.list;
        child.list = null;
        try {
            ReferenceTrading.Amend amend =
                    trading.judged(new AmendOrder(child.account, child.number, Command.NULL, child.totalLots + lots));
            BigDecimal need = amend.change().add(child.hold).subtract(shared).max(ZERO);
            BigDecimal change = shared.signum() == 0 ? amend.change() : need.subtract(child.hold);
            child.list = list;
            trading.askMargin(amend);
            trading.apply(new ReferenceTrading.Amend(
                    child, amend.trigger(), amend.ticks(), amend.total(), amend.open(), change));
        } finally {
            if (!child.isGone) child.list = list;
        }
    }
}
