package io.rialto.engine.trading;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Amends a leg of a pair. Another quantity is for both legs, another price for its own alone; and both still share one
 * hold, the larger one.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class PairAmendment {
    private final OpenOrders orders;
    private final Balances balances;
    private final OrderAmendment fellow;

    /** @param fellow an amendment of its own, for the other leg */
    PairAmendment(OpenOrders orders, Balances balances, OrderAmendment fellow) {
        this.orders = orders;
        this.balances = balances;
        this.fellow = fellow;
    }

    /** @param leg passed all checks but that of its funds */
    Reason decide(Frame frame, OrderAmendment leg, int fellowSlot) {
        int slot = leg.slot();
        long quantityLots = leg.quantityLots();
        boolean isResized = quantityLots != orders.pool().quantityLots(slot);
        boolean isFellowsToo = isResized && quantityLots != orders.pool().quantityLots(fellowSlot);
        Reason refusal =
                isFellowsToo ? fellow.rehearse(fellowSlot, quantityLots) : fellow.rehearseUnchanged(fellowSlot);
        if (refusal != Reason.NONE) return refusal;
        if (orders.bondOf(slot).sharesHold(slot)) leg.holdsBeyond(fellow);
        else fellow.holdsBeyond(leg);
        long changeMinor = leg.holdChangeMinor();
        long fellowsMinor = fellow.holdChangeMinor();
        if (changeMinor > balances.available(orders.payingCell(slot)) - fellowsMinor) return Reason.INSUFFICIENT_FUNDS;
        if (isResized) {
            orders.bondOf(slot).resized(slot, quantityLots);
            orders.bondOf(slot).resized(fellowSlot, quantityLots);
        }
        // What one gives the other takes; and whatever the amended leg may trade, its fellow is as it has to be before.
        boolean isFirst = changeMinor < 0 && fellowsMinor > 0;
        if (isFirst) leg.apply(frame);
        if (isFellowsToo) fellow.apply(frame);
        else fellow.applyHold(frame);
        if (!isFirst) leg.apply(frame);
        return Reason.NONE;
    }
}
