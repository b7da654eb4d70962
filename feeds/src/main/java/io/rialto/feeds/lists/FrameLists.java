package io.rialto.feeds.lists;

import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.Optional;

/** A list as the frame that made it left it, read from that frame alone. Threading: any thread; nothing is kept. */
public final class FrameLists {
    private FrameLists() {}

    public static Optional<ListView> made(FrameView frame) {
        OrderListAcceptedDecoder accepted = new OrderListAcceptedDecoder();
        OrderListEndedDecoder ended = new OrderListEndedDecoder();
        ListView list = null;
        frame.rewind();
        while (frame.nextEvent()) {
            int at = frame.eventOffset();
            int length = frame.eventBlockLength();
            int version = frame.eventVersion();
            if (frame.eventType() == OrderListAcceptedDecoder.TEMPLATE_ID) {
                accepted.wrap(frame.buffer(), at, length, version);
                list = ListView.accepted(accepted, frame.timeNanos(), frame.sequence());
            } else if (list != null && frame.eventType() == OrderListEndedDecoder.TEMPLATE_ID) {
                ended.wrap(frame.buffer(), at, length, version);
                if (ended.list() == list.list()) list = list.ended(ended.reason(), frame.timeNanos(), frame.sequence());
            }
        }
        return Optional.ofNullable(list);
    }
}
