package io.rialto.engine.rules;

import io.rialto.protocol.CascadeStoppedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MarkSourceToldDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TriggerMovedDecoder;
import org.agrona.DirectBuffer;

/** The events of orders that wait, in words; empty for any other. */
final class TriggerText {
    private TriggerText() {}

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case SpecialTermsAcceptedDecoder.TEMPLATE_ID ->
                terms(new SpecialTermsAcceptedDecoder().wrap(buffer, at, length, version));
            case OrderTriggeredDecoder.TEMPLATE_ID ->
                triggered(new OrderTriggeredDecoder().wrap(buffer, at, length, version));
            case TriggerMovedDecoder.TEMPLATE_ID -> moved(new TriggerMovedDecoder().wrap(buffer, at, length, version));
            case MarkSourceToldDecoder.TEMPLATE_ID ->
                "by "
                        + new MarkSourceToldDecoder()
                                .wrap(buffer, at, length, version)
                                .source();
            case MarkPriceSetDecoder.TEMPLATE_ID -> marked(new MarkPriceSetDecoder().wrap(buffer, at, length, version));
            case CascadeStoppedDecoder.TEMPLATE_ID ->
                stopped(new CascadeStoppedDecoder().wrap(buffer, at, length, version));
            case OrderClippedDecoder.TEMPLATE_ID ->
                clipped(new OrderClippedDecoder().wrap(buffer, at, length, version));
            default -> "";
        };
    }

    private static String terms(SpecialTermsAcceptedDecoder event) {
        StringBuilder words = new StringBuilder("terms ").append(serial(event.order()));
        boolean hasTrigger = event.triggerTicks() != SpecialTermsAcceptedDecoder.triggerTicksNullValue();
        boolean hasActivation = event.activationTicks() != SpecialTermsAcceptedDecoder.activationTicksNullValue();
        if (hasTrigger) words.append(" trigger ").append(event.triggerTicks());
        if (event.trailingTicks() != 0) words.append(" trails by ").append(event.trailingTicks());
        if (event.trailingBps() != 0) words.append(" trails by bps ").append(event.trailingBps());
        if (hasActivation) words.append(" from ").append(event.activationTicks());
        if (event.triggerSource().value() != 0) words.append(' ').append(event.triggerSource());
        if (event.reduceOnly() == 1) words.append(" reduce only");
        return words.toString();
    }

    private static String triggered(OrderTriggeredDecoder event) {
        return "triggered " + serial(event.order()) + " at " + event.triggerTicks() + " by " + event.electedByTicks()
                + ": " + event.openLots() + "@" + event.priceTicks() + " hold "
                + (event.holdChangeMinor() > 0 ? "+" : "") + event.holdChangeMinor();
    }

    private static String moved(TriggerMovedDecoder event) {
        return "trigger of " + serial(event.order()) + " from " + event.oldTriggerTicks() + " to "
                + event.newTriggerTicks();
    }

    private static String marked(MarkPriceSetDecoder event) {
        return "mark " + event.priceTicks();
    }

    private static String stopped(CascadeStoppedDecoder event) {
        return "cascade stopped after " + event.elections() + " with " + event.waiting() + " waiting, from "
                + event.firstTicks() + " to " + event.lastTicks();
    }

    private static String clipped(OrderClippedDecoder event) {
        return "clipped " + serial(event.order()) + " from " + event.oldOpenLots() + " to " + event.newOpenLots()
                + " of " + event.newQuantityLots() + " released " + event.releasedMinor() + " position "
                + event.positionLots();
    }

    private static String serial(long order) {
        return "#" + (order >>> 27);
    }
}
