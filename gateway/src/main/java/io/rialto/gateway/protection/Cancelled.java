package io.rialto.gateway.protection;

import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;

/**
 * What one frame took out.
 *
 * @param orders their ids
 * @param remaining how many the frame's cap left; they follow by themselves
 */
record Cancelled(List<String> orders, int remaining) {
    static Cancelled of(KeptFrame frame) {
        List<String> orders = new ArrayList<>();
        int remaining = 0;
        OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
        MassCancelledDecoder end = new MassCancelledDecoder();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            int at = view.eventOffset();
            int length = view.eventBlockLength();
            if (view.eventType() == OrderCancelledDecoder.TEMPLATE_ID) {
                cancelled.wrap(view.buffer(), at, length, view.eventVersion());
                orders.add(Long.toString(cancelled.order()));
            } else if (view.eventType() == MassCancelledDecoder.TEMPLATE_ID) {
                remaining =
                        end.wrap(view.buffer(), at, length, view.eventVersion()).remaining();
            }
        }
        return new Cancelled(orders, remaining);
    }
}
