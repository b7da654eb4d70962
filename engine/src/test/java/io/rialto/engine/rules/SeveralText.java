package io.rialto.engine.rules;

import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
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
            default -> "event " + type;
        };
    }
}
