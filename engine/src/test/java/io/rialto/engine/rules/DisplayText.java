package io.rialto.engine.rules;

import io.rialto.protocol.DisplayAmendedDecoder;
import io.rialto.protocol.LeadMarketMakerAssignedDecoder;
import io.rialto.protocol.OrderDisplayedDecoder;
import io.rialto.protocol.OrderHiddenDecoder;
import io.rialto.protocol.OrderRepricedDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import org.agrona.DirectBuffer;

/** The events of orders that show less than all of themselves, as a trader would say them. */
final class DisplayText {
    private DisplayText() {}

    static boolean tells(int type) {
        return type == SpecialTermsAcceptedDecoder.TEMPLATE_ID
                || type >= OrderDisplayedDecoder.TEMPLATE_ID && type <= LeadMarketMakerAssignedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case SpecialTermsAcceptedDecoder.TEMPLATE_ID -> "terms #" + (buffer.getLong(at) >>> 27);
            case OrderDisplayedDecoder.TEMPLATE_ID -> {
                OrderDisplayedDecoder event = new OrderDisplayedDecoder().wrap(buffer, at, length, version);
                yield "displayed #" + (event.order() >>> 27) + " as #" + (event.publicOrder() >>> 27) + " "
                        + event.displayedLots() + "@" + event.priceTicks() + " of " + event.openLots();
            }
            case OrderHiddenDecoder.TEMPLATE_ID -> {
                OrderHiddenDecoder event = new OrderHiddenDecoder().wrap(buffer, at, length, version);
                yield "hidden #" + (event.order() >>> 27) + " " + event.openLots() + "@" + event.priceTicks();
            }
            case DisplayAmendedDecoder.TEMPLATE_ID -> {
                DisplayAmendedDecoder event = new DisplayAmendedDecoder().wrap(buffer, at, length, version);
                yield "display of #" + (event.order() >>> 27) + " from " + event.oldDisplayLots() + " to "
                        + event.newDisplayLots() + " version " + event.version()
                        + (event.priorityKept() == 1 ? " place kept" : " place lost");
            }
            case OrderRepricedDecoder.TEMPLATE_ID -> {
                OrderRepricedDecoder event = new OrderRepricedDecoder().wrap(buffer, at, length, version);
                yield "repriced #" + (event.order() >>> 27) + " " + event.openLots() + " from "
                        + event.oldPriceTicks() + " to " + event.newPriceTicks() + " hold "
                        + (event.holdChangeMinor() > 0 ? "+" : "") + event.holdChangeMinor();
            }
            case LeadMarketMakerAssignedDecoder.TEMPLATE_ID -> {
                var event = new LeadMarketMakerAssignedDecoder().wrap(buffer, at, length, version);
                yield "lead " + event.account() + " from " + event.oldShareBps() + " to " + event.shareBps();
            }
            default -> "event " + type;
        };
    }
}
