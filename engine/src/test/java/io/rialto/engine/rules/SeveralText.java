package io.rialto.engine.rules;

import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
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
            default -> "event " + type;
        };
    }
}
