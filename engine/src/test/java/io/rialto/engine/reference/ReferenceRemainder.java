package io.rialto.engine.reference;

import static io.rialto.protocol.Reason.*;

import io.rialto.protocol.Reason;
import java.math.BigDecimal;
import java.util.List;

/** What becomes of a market-to-limit order that was not filled. */
record ReferenceRemainder(ReferenceMatching matching) {
    /** A buyer whose rest may stay must be able to pay for it: without a collar, up to the worst price that he meets. */
    void bound(ReferenceOrder order) {
        if (order.priceTicks != 0 || !order.becomesLimit || !order.isBuy) return;
        long worst = 0;
        for (var meeting : matching.walk(order, matching.events.size() + 1, 1)) {
            if (!meeting.isPrevented()) worst = Math.max(worst, meeting.maker().priceTicks);
        }
        order.priceTicks = worst;
    }

    /** It rests at the price that it took last; when it took nothing, it ends. */
    void becomesLimit(ReferenceOrder order, Reason stopped) {
        boolean isAtItsLimit = stopped == NO_LIQUIDITY || stopped == MARKET_COLLAR;
        boolean mayRest = isAtItsLimit || stopped == VOLATILITY_INTERRUPTION;
        if (!mayRest || order.tradedTicks == 0) {
            matching.end("OrderExpired", order, isAtItsLimit ? NO_LIQUIDITY : stopped);
        } else if (matching.events.size() + 2 > ReferenceMatching.MAX_EVENTS) {
            matching.end("OrderExpired", order, isAtItsLimit ? TOO_MANY_FILLS : stopped);
        } else {
            long from = order.priceTicks;
            order.isMarket = false;
            order.priceTicks = order.tradedTicks;
            BigDecimal change = matching.holdOf(order).subtract(order.hold);
            matching.hold(order, change);
            var what = List.of(order.number, from, order.priceTicks, order.openLots, order.openLots, order.totalLots);
            matching.events.add("OrderRestated", what, change, order.account, order.instrument.number, order.side);
            matching.rest(order);
        }
    }
}
