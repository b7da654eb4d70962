package io.rialto.feeds.business;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.feeds.business.BusinessEvent.OrderRejected;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewOrderListDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderBatchDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ReplaceOrderDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.FrameView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Tells orders that were refused, alone or as a part of a command of several: of one that was refused as a whole, each order
 * that it would have made. A repeated request is no new refusal, and quotes have answers of their own.
 */
final class RefusedOrders {
    private static final int LONGEST_ID = 36;

    private final EventReader reader;
    private final CommandRejectedDecoder rejected = new CommandRejectedDecoder();
    private final OperationRefusedDecoder operation = new OperationRefusedDecoder();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final NewOrderDecoder plain = new NewOrderDecoder();
    private final NewSpecialOrderDecoder special = new NewSpecialOrderDecoder();
    private final UnsafeBuffer whole = new UnsafeBuffer(0, 0);
    private final CommandParts parts = new CommandParts();
    private boolean isWhole;

    RefusedOrders(EventReader reader) {
        this.reader = reader;
    }

    void startFrame() {
        isWhole = false;
    }

    void read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        if (frame.eventType() == CommandRejectedDecoder.TEMPLATE_ID) {
            isWhole = true;
            Reason reason = rejected.wrap(frame.buffer(), at, length, version).reason();
            if (reason != Reason.DUPLICATE_REQUEST) onRejected(frame, reason);
        } else if (frame.eventType() == OperationRefusedDecoder.TEMPLATE_ID && !isWhole) {
            operation.wrap(frame.buffer(), at, length, version);
            onRefused(frame, operation.operation(), operation.reason());
        }
    }

    private void onRejected(FrameView frame, Reason reason) {
        whole.wrap(frame.buffer(), frame.offset(), frame.length());
        switch (frame.commandType()) {
            case NewOrderDecoder.TEMPLATE_ID, NewSpecialOrderDecoder.TEMPLATE_ID ->
                tell(frame.commandOffset(), frame.eventsOffset(), reason);
            case ReplaceOrderDecoder.TEMPLATE_ID, OrderBatchDecoder.TEMPLATE_ID, NewOrderListDecoder.TEMPLATE_ID -> {
                parts.wrap(whole, frame.commandOffset(), frame.eventsOffset());
                while (parts.next()) tell(parts.offset(), parts.end(), reason);
            }
            default -> {}
        }
    }

    /** Of a replacement the order is operation 1, behind its cancel. */
    private void onRefused(FrameView frame, int number, Reason reason) {
        boolean isReplacement = frame.commandType() == ReplaceOrderDecoder.TEMPLATE_ID;
        if (!isReplacement && frame.commandType() != OrderBatchDecoder.TEMPLATE_ID) return;
        whole.wrap(frame.buffer(), frame.offset(), frame.length());
        parts.wrap(whole, frame.commandOffset(), frame.eventsOffset());
        int place = isReplacement ? 1 : 0;
        while (parts.next()) {
            if (place++ == number) tell(parts.offset(), parts.end(), reason);
        }
    }

    private void tell(int offset, int end, Reason reason) {
        part.wrap(whole, offset);
        int block = offset + PART_HEADER_LENGTH;
        int text = block + part.blockLength();
        if (part.templateId() == NewOrderDecoder.TEMPLATE_ID) {
            plain.wrap(whole, block, part.blockLength(), part.version());
            reader.tell(new OrderRejected(
                    reader.origin(),
                    plain.account(),
                    plain.instrument(),
                    clientId(text, end),
                    side(plain.sideRaw()),
                    plain.priceTicks(),
                    plain.quantityLots(),
                    reason));
        } else if (part.templateId() == NewSpecialOrderDecoder.TEMPLATE_ID) {
            special.wrap(whole, block, part.blockLength(), part.version());
            reader.tell(new OrderRejected(
                    reader.origin(),
                    special.account(),
                    special.instrument(),
                    clientId(text, end),
                    side(special.sideRaw()),
                    special.priceTicks(),
                    special.quantityLots(),
                    reason));
        }
    }

    private static Side side(short raw) {
        return raw == Side.BUY.value() ? Side.BUY : raw == Side.SELL.value() ? Side.SELL : Side.NULL_VAL;
    }

    /** What was refused may say anything: only what could have been an id is one. */
    private String clientId(int text, int end) {
        int start = text + Short.BYTES;
        if (start > end) return "";
        int length = whole.getShort(text) & 0xFFFF;
        if (length > LONGEST_ID || start + length > end) return "";
        for (int i = start; i < start + length; i++) {
            if (whole.getByte(i) < ' ' || whole.getByte(i) > '~') return "";
        }
        return whole.getStringWithoutLengthAscii(start, length);
    }
}
