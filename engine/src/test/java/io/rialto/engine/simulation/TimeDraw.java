package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws times in force beyond the plain ones, and when GTD orders end. */
final class TimeDraw {
    private static final int GOOD_TILL_TIME = 5;

    private TimeDraw() {}

    static NewOrder order(Dice dice, NewOrder order) {
        if (order.timeInForce() != 1 || dice.chance(60)) return order;
        int timeInForce = (int) (dice.chance(98) ? 4 + dice.weighted(5, 5, 3, 2, 3, 3) : dice.oneOf(0, 10, 255));
        return new NewOrder(
                order.account(),
                order.instrument(),
                order.priceTicks(),
                order.quantityLots(),
                order.quoteAmountMinor(),
                order.side(),
                order.orderType(),
                timeInForce,
                order.postOnly(),
                order.selfTradePrevention(),
                order.clientOrderId());
    }

    static SpecialTerms terms(Dice dice, NewOrder order, SpecialTerms t, long nowNanos) {
        boolean isTimed = order.timeInForce() == GOOD_TILL_TIME;
        if (!isTimed && dice.chance(99)) return t;
        long expire = nowNanos + dice.oneOf(-1, 500, 2_000, 5_000, 20_000, 20_000, 1L << 50);
        if (dice.chance(2)) expire = dice.oneOf(0, -1, Long.MAX_VALUE, Long.MIN_VALUE);
        return new SpecialTerms(
                t.triggerTicks(),
                t.activationTicks(),
                t.trailingTicks(),
                t.displayLots(),
                t.displayRangeLots(),
                t.minQuantityLots(),
                t.pegOffsetTicks(),
                expire,
                t.trailingBps(),
                t.triggerSource(),
                t.pegReference(),
                t.hidden(),
                t.allOrNone(),
                t.reduceOnly(),
                t.exempt());
    }
}
