package io.rialto.gateway.orders;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.TriggerSource;
import java.util.OptionalLong;

/** The terms of an order beyond the plain ones, on the wire among the others. */
record SpecialBody(
        String triggerPrice,
        String triggerSource,
        String activationPrice,
        Long trailingTicks,
        Integer trailingBps,
        String displayQuantity,
        String displayRange,
        String minQuantity,
        String pegReference,
        Long pegOffsetTicks,
        String expireTime,
        boolean hidden,
        boolean allOrNone,
        boolean reduceOnly,
        boolean exempt) {

    static SpecialBody of(SpecialTerms special, Terms terms) {
        return new SpecialBody(
                price(special.triggerTicks(), terms),
                special.triggerSource() == TriggerSource.NONE
                        ? null
                        : special.triggerSource().name(),
                price(special.activationTicks(), terms),
                special.trailingTicks() == 0 ? null : special.trailingTicks(),
                special.trailingBps() == 0 ? null : special.trailingBps(),
                quantity(special.displayLots(), terms),
                quantity(special.displayRangeLots(), terms),
                quantity(special.minQuantityLots(), terms),
                special.pegReference() == PegReference.NONE
                        ? null
                        : special.pegReference().name(),
                special.pegReference() == PegReference.NONE ? null : special.pegOffsetTicks(),
                special.expireTimeNanos() == 0 ? null : Times.text(special.expireTimeNanos()),
                special.isHidden(),
                special.isAllOrNone(),
                special.isReduceOnly(),
                special.isExempt());
    }

    private static String price(OptionalLong ticks, Terms terms) {
        return ticks.isPresent() ? terms.price(ticks.getAsLong()) : null;
    }

    private static String quantity(long lots, Terms terms) {
        return lots == 0 ? null : terms.quantity(lots);
    }
}
