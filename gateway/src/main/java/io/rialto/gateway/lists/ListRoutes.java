package io.rialto.gateway.lists;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.NewOrderListEncoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Orders that hang together: what one does ends, feeds or wakes the others. */
public final class ListRoutes implements RouteGroup {
    private static final int MOST_LEGS = 3;

    private final Ingress ingress;
    private final Listed instruments;
    private final OrderReplies replies;
    private final String ack;

    public ListRoutes(Ingress ingress, Listed instruments, OrderReplies replies, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders/lists", Scope.TRADE, this::place);
    }

    private record Body(
            String id,
            String kind,
            String childPolicy,
            boolean childOnPartialCancel,
            List<OrderBody> orders,
            long sequence,
            String ack) {}

    private CompletionStage<Answer> place(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows("kind", "orders", "childPolicy", "childOnPartialCancel");
        ListKind kind = form.choice("kind", ListKind.class);
        boolean hasChildren = kind == ListKind.OTO || kind == ListKind.OTOCO;
        ChildPolicy policy =
                form.choice("childPolicy", ChildPolicy.class, hasChildren ? ChildPolicy.FULL : ChildPolicy.NONE);
        boolean startsPartly = form.flag("childOnPartialCancel", false);
        List<Part> legs = new ArrayList<>();
        for (Form leg : form.forms("orders", MOST_LEGS)) {
            legs.add(OrderForm.of(leg.knows(OrderForm.fields()), instruments).part(account));
        }
        int wanted = kind == ListKind.OTOCO ? MOST_LEGS : MOST_LEGS - 1;
        if (legs.size() != wanted) {
            String rule = "must be " + wanted + " orders for " + kind;
            throw Problem.at("orders", ProblemCode.INVALID_VALUE, rule, Integer.toString(legs.size()));
        }
        Command command = Parts.command(
                NewOrderListEncoder.TEMPLATE_ID,
                frame -> new NewOrderListEncoder()
                        .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                        .account(account)
                        .kind(kind)
                        .childPolicy(policy)
                        .childOnPartialCancel((short) (startsPartly ? 1 : 0))
                        .encodedLength(),
                legs);
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.created(body(frame))));
    }

    private Body body(KeptFrame frame) {
        FrameView view = frame.event(OrderListAcceptedDecoder.TEMPLATE_ID).orElseThrow();
        OrderListAcceptedDecoder list = new OrderListAcceptedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return new Body(
                Long.toString(list.list()),
                list.kind().name(),
                list.childPolicy().name(),
                list.childOnPartialCancel() != 0,
                legs(frame, list),
                frame.sequence(),
                ack);
    }

    /** As the client wrote them: who waits outside of the book is accepted first. */
    private List<OrderBody> legs(KeptFrame frame, OrderListAcceptedDecoder list) {
        List<String> order = List.of(
                Long.toString(list.firstOrder()), Long.toString(list.secondOrder()), Long.toString(list.thirdOrder()));
        return replies.made(frame).stream()
                .filter(leg -> order.contains(leg.id()))
                .sorted(Comparator.comparingInt(leg -> order.indexOf(leg.id())))
                .toList();
    }
}
