package io.rialto.feeds.trading;

import io.rialto.protocol.PegReference;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TriggerSource;
import java.util.OptionalLong;

/**
 * What an order works on beyond price, quantity and the plain times in force. Prices in ticks, quantities in lots.
 *
 * @param triggerTicks of a stop or take-profit, and where a trailing stop's trigger stands
 * @param activationTicks where a trailing stop becomes active; empty is at once
 * @param trailingTicks distance of a trailing stop; 0 when in basis points
 * @param trailingBps distance in basis points; 0 when in ticks
 * @param displayLots an iceberg's peak; 0 shows all
 * @param displayRangeLots a refreshed peak is drawn from the peak and this much around it; 0 is exact
 * @param minQuantityLots least quantity of its executions; 0 is any
 * @param expireTimeNanos of a GTD order, UTC; else 0
 * @param isExempt cancel-on-disconnect leaves it alone
 */
public record SpecialTerms(
        OptionalLong triggerTicks,
        OptionalLong activationTicks,
        long trailingTicks,
        int trailingBps,
        long displayLots,
        long displayRangeLots,
        long minQuantityLots,
        TriggerSource triggerSource,
        PegReference pegReference,
        long pegOffsetTicks,
        long expireTimeNanos,
        boolean isHidden,
        boolean isAllOrNone,
        boolean isReduceOnly,
        boolean isExempt) {

    /** Of a plain order. */
    public static final SpecialTerms NONE = new SpecialTerms(
            OptionalLong.empty(),
            OptionalLong.empty(),
            0,
            0,
            0,
            0,
            0,
            TriggerSource.NONE,
            PegReference.NONE,
            0,
            0,
            false,
            false,
            false,
            false);

    public static SpecialTerms of(SpecialTermsAcceptedDecoder event) {
        return new SpecialTerms(
                optional(event.triggerTicks(), SpecialTermsAcceptedDecoder.triggerTicksNullValue()),
                optional(event.activationTicks(), SpecialTermsAcceptedDecoder.activationTicksNullValue()),
                event.trailingTicks(),
                event.trailingBps(),
                event.displayLots(),
                event.displayRangeLots(),
                event.minQuantityLots(),
                event.triggerSource(),
                event.pegReference(),
                event.pegOffsetTicks(),
                event.expireTimeNanos(),
                event.hidden() != 0,
                event.allOrNone() != 0,
                event.reduceOnly() != 0,
                event.exempt() != 0);
    }

    public SpecialTerms withTrigger(long ticks) {
        return with(OptionalLong.of(ticks), displayLots);
    }

    public SpecialTerms withDisplay(long lots) {
        return with(triggerTicks, lots);
    }

    private SpecialTerms with(OptionalLong trigger, long display) {
        return new SpecialTerms(
                trigger,
                activationTicks,
                trailingTicks,
                trailingBps,
                display,
                displayRangeLots,
                minQuantityLots,
                triggerSource,
                pegReference,
                pegOffsetTicks,
                expireTimeNanos,
                isHidden,
                isAllOrNone,
                isReduceOnly,
                isExempt);
    }

    /** Whether its trigger trails a price. */
    public boolean isTrailing() {
        return trailingTicks != 0 || trailingBps != 0;
    }

    /** Whether it may rest although it could trade: the book may look crossed around it. */
    public boolean isChoosy() {
        return isAllOrNone || minQuantityLots != 0;
    }

    private static OptionalLong optional(long value, long nullValue) {
        return value == nullValue ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
