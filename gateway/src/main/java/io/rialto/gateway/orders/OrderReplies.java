package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.FrameOrders;
import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** Orders on the wire as one frame left them: the answer to a request is the same whenever it is asked for again. */
public final class OrderReplies {
    private final FrameOrders frames;
    private final Listed instruments;
    private final String ack;

    /** @param ack what an acknowledgement promises */
    public OrderReplies(Listed instruments, String ack) {
        this.instruments = instruments;
        this.ack = ack;
        frames = new FrameOrders(number -> instruments.terms(number).instrument());
    }

    /** The one order that a frame made. */
    OrderBody placed(KeptFrame frame) {
        return made(frame).get(0);
    }

    /** The orders that a frame made, in the order of their acceptance. */
    public List<OrderBody> made(KeptFrame frame) {
        return frames.made(frame.view()).stream().map(this::body).toList();
    }

    /** The order that a frame amended. @param before its fills of earlier frames, oldest first */
    OrderBody amended(KeptFrame frame, OrderView latest, List<Fill> before) {
        return body(frames.amended(frame.view(), latest, before));
    }

    private OrderBody body(FrameOrders.Known known) {
        return OrderBody.of(known.order(), known.fills(), instruments, ack);
    }
}
