package io.rialto.gateway.lists;

import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.orders.OrderReplies;
import io.rialto.gateway.orders.OwnOrders;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.ReplaceMode;
import io.rialto.protocol.ReplaceOrderEncoder;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Cancel an order and place another, in one command: between the two nobody else comes. */
public final class ReplaceRoutes implements RouteGroup {
    private static final int THE_CANCEL = 0;
    private static final Fields REPLACE_FIELDS =
            Fields.of(Field.choice("mode", ReplaceMode.class).optional(), Field.form("order", OrderForm.FIELDS));

    private final Ingress ingress;
    private final Listed instruments;
    private final OwnOrders own;
    private final OrderReplies replies;
    private final String ack;

    public ReplaceRoutes(Ingress ingress, Listed instruments, OwnOrders own, OrderReplies replies, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.own = own;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders/{id}/replace", Scope.TRADE, this::replace)
                .says("Cancel an order and place another in one command")
                .takes(REPLACE_FIELDS)
                .answers(201, Body.class);
    }

    /**
     * @param cancelReason why the old one could not be cancelled; null when it was
     * @param orderReason why the new one was refused; null when it was accepted
     */
    private record Body(
            String replaced,
            boolean cancelled,
            String cancelReason,
            OrderBody order,
            String orderReason,
            long sequence,
            String ack) {}

    private CompletionStage<Answer> replace(Call call) {
        int account = call.tradeAccount();
        OrderView old = own.find(account, "id", call.part("id"));
        Form form = call.form().knows(REPLACE_FIELDS);
        ReplaceMode mode = form.choice("mode", ReplaceMode.class, ReplaceMode.STOP_ON_FAILURE);
        OrderForm order = OrderForm.of(form.form("order").knows(OrderForm.FIELDS), instruments);
        Command command = Parts.command(
                ReplaceOrderEncoder.TEMPLATE_ID,
                frame -> new ReplaceOrderEncoder()
                        .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                        .account(account)
                        .order(old.order())
                        .mode(mode)
                        .encodedLength(),
                List.of(order.part(account)));
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.created(body(call.part("id"), frame))));
    }

    private Body body(String id, KeptFrame frame) {
        String cancelReason = null;
        String orderReason = null;
        OperationRefusedDecoder refused = new OperationRefusedDecoder();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            if (view.eventType() != OperationRefusedDecoder.TEMPLATE_ID) continue;
            refused.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            if (refused.operation() == THE_CANCEL)
                cancelReason = refused.reason().name();
            else orderReason = refused.reason().name();
        }
        List<OrderBody> made = replies.made(frame);
        OrderBody order = made.isEmpty() ? null : made.get(0);
        return new Body(id, cancelReason == null, cancelReason, order, orderReason, frame.sequence(), ack);
    }
}
