package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.OrderParkedEncoder;
import io.rialto.protocol.Parking;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.SpecialTermsAcceptedEncoder;
import io.rialto.protocol.TriggerSource;
import io.rialto.protocol.frame.Frame;

/**
 * Writes the events that only special orders have.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class SpecialEvents {
    private final OpenOrders orders;
    private final OrderPool pool;
    private final SpecialTermsAcceptedEncoder terms = new SpecialTermsAcceptedEncoder();
    private final OrderParkedEncoder parked = new OrderParkedEncoder();

    public SpecialEvents(OpenOrders orders) {
        this.orders = orders;
        this.pool = orders.pool();
    }

    public void termsAccepted(Frame frame, int slot) {
        Special special = orders.special(slot);
        frame.claimEvent(terms)
                .order(pool.orderNumber(slot))
                .triggerTicks(special.triggerTicks)
                .activationTicks(special.activationTicks)
                .trailingTicks(special.trailingTicks)
                .displayLots(special.displayLots)
                .displayRangeLots(special.displayRangeLots)
                .minQuantityLots(special.minQuantityLots)
                .pegOffsetTicks(special.pegOffsetTicks)
                .expireTimeNanos(special.expireTimeNanos)
                .trailingBps(special.trailingBps)
                .triggerSource(TriggerSource.get(special.triggerSource))
                .pegReference(PegReference.get(special.pegReference))
                .hidden(flag(special.isHidden))
                .allOrNone(flag(special.isAllOrNone))
                .reduceOnly(flag(special.isReduceOnly))
                .exempt(flag(special.isExempt));
    }

    /** The order's record and where it is parked are set. */
    public void parked(Frame frame, int slot) {
        frame.claimEvent(parked)
                .order(pool.orderNumber(slot))
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .parking(Parking.get(orders.special(slot).parking))
                .side(pool.side(slot));
    }

    private static short flag(boolean isSet) {
        return (short) (isSet ? 1 : 0);
    }
}
