package io.rialto.engine.rules;

import io.rialto.protocol.ClosingOrderMadeDecoder;
import io.rialto.protocol.LiquidationBegunDecoder;
import io.rialto.protocol.LiquidationEndedDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import org.agrona.DirectBuffer;

/** What becomes of accounts without enough equity, as a trader would say it. */
final class LiquidationText {
    private LiquidationText() {}

    static boolean tells(int type) {
        return type >= LiquidationBegunDecoder.TEMPLATE_ID && type <= PositionTransferredDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case LiquidationBegunDecoder.TEMPLATE_ID -> {
                var event = new LiquidationBegunDecoder().wrap(buffer, at, length, version);
                yield "liquidation of " + event.account() + " begun";
            }
            case LiquidationEndedDecoder.TEMPLATE_ID -> {
                var event = new LiquidationEndedDecoder().wrap(buffer, at, length, version);
                yield "liquidation of " + event.account() + " ended at " + event.equityMinor() + " covered "
                        + event.coveredMinor();
            }
            case ClosingOrderMadeDecoder.TEMPLATE_ID -> {
                var event = new ClosingOrderMadeDecoder().wrap(buffer, at, length, version);
                yield "#" + (event.order() >>> 27) + " made for " + event.account() + " " + event.cause();
            }
            default -> {
                var event = new PositionTransferredDecoder().wrap(buffer, at, length, version);
                yield event.cause() + " " + event.changeLots() + "@" + event.priceTicks() + " of " + event.account()
                        + " with " + event.counterparty() + ": " + event.positionLots() + " cost " + event.costMinor()
                        + " realised " + event.realisedMinor();
            }
        };
    }
}
