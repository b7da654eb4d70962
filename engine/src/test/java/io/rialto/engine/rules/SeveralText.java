package io.rialto.engine.rules;

import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.LegRefusedDecoder;
import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import io.rialto.protocol.OrderTestedDecoder;
import io.rialto.protocol.Reason;
import org.agrona.DirectBuffer;

/** The events of commands of several, as a trader would say them. */
final class SeveralText {
    private SeveralText() {}

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case OperationBegunDecoder.TEMPLATE_ID -> {
                OperationBegunDecoder event = new OperationBegunDecoder().wrap(buffer, at, length, version);
                yield "operation " + event.operation();
            }
            case OperationRefusedDecoder.TEMPLATE_ID -> {
                OperationRefusedDecoder event = new OperationRefusedDecoder().wrap(buffer, at, length, version);
                yield "operation " + event.operation() + " refused " + event.reason();
            }
            case OrderTestedDecoder.TEMPLATE_ID -> {
                OrderTestedDecoder event = new OrderTestedDecoder().wrap(buffer, at, length, version);
                String told =
                        event.reason() == Reason.NONE ? "would be accepted" : "would be refused " + event.reason();
                yield told + " at " + event.priceTicks() + " holding " + event.holdMinor() + " filled "
                        + event.filledLots() + " for " + event.notionalMinor() + " fee " + event.feeMinor();
            }
            case FillTestedDecoder.TEMPLATE_ID -> {
                FillTestedDecoder event = new FillTestedDecoder().wrap(buffer, at, length, version);
                yield "would trade " + event.quantityLots() + "@" + event.priceTicks() + " for " + event.notionalMinor()
                        + " fee " + event.feeMinor();
            }
            case OrderListAcceptedDecoder.TEMPLATE_ID -> {
                OrderListAcceptedDecoder event = new OrderListAcceptedDecoder().wrap(buffer, at, length, version);
                String third = event.thirdOrder() == 0 ? "" : " " + serial(event.thirdOrder());
                yield "list " + event.list() + " " + event.kind() + " " + serial(event.firstOrder()) + " "
                        + serial(event.secondOrder()) + third;
            }
            case OrderListEndedDecoder.TEMPLATE_ID -> {
                OrderListEndedDecoder event = new OrderListEndedDecoder().wrap(buffer, at, length, version);
                yield "list " + event.list() + " ended " + event.reason();
            }
            case LegActivatedDecoder.TEMPLATE_ID -> {
                LegActivatedDecoder event = new LegActivatedDecoder().wrap(buffer, at, length, version);
                yield "activated " + serial(event.order()) + " leg " + event.leg() + " " + event.openLots() + "@"
                        + event.priceTicks() + " holds " + event.holdMinor();
            }
            case LegRefusedDecoder.TEMPLATE_ID -> {
                LegRefusedDecoder event = new LegRefusedDecoder().wrap(buffer, at, length, version);
                yield "refused " + serial(event.order()) + " leg " + event.leg() + " " + event.reason();
            }
            default -> "event " + type;
        };
    }

    private static String serial(long order) {
        return "#" + (order >>> 27);
    }
}
