package io.rialto.gateway.lists;

import io.rialto.gateway.access.Scope;
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
import io.rialto.gateway.lists.BatchForm.Operation;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.orders.OrderReplies;
import io.rialto.gateway.orders.OwnOrders;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Several operations in one request: all or none of them, or each as far as it goes. */
public final class BatchRoutes implements RouteGroup {
    private static final Fields BATCH_FIELDS =
            Fields.of(Field.choice("mode", BatchMode.class).optional(), BatchForm.OPERATIONS);

    private final Ingress ingress;
    private final Listed instruments;
    private final OwnOrders own;
    private final OrderReplies replies;
    private final String ack;

    public BatchRoutes(Ingress ingress, Listed instruments, OwnOrders own, OrderReplies replies, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.own = own;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders/batch", Scope.TRADE, this::batch)
                .says("Place, amend and cancel several orders in one command")
                .takes(BATCH_FIELDS)
                .answers(200, Body.class);
    }

    /** @param order of a new order all of it, at the end of the batch; else null */
    private record Result(int operation, String op, String id, boolean accepted, String reason, OrderBody order) {}

    private record Body(String mode, List<Result> results, int accepted, int refused, long sequence, String ack) {}

    private CompletionStage<Answer> batch(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(BATCH_FIELDS);
        BatchMode mode = form.choice("mode", BatchMode.class, BatchMode.ATOMIC);
        BatchForm batch = BatchForm.of(form, account, instruments, own);
        Command command = Parts.batch(account, mode, batch.parts());
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(body(mode, batch, frame))));
    }

    private Body body(BatchMode mode, BatchForm batch, KeptFrame frame) {
        Map<Integer, Reason> refusals = Parts.refusals(frame.view());
        Iterator<OrderBody> made = replies.made(frame).iterator();
        List<Result> results = new ArrayList<>();
        int operations = batch.operations().size();
        for (int i = 0; i < operations; i++) {
            Operation operation = batch.operations().get(i);
            boolean isAccepted = !refusals.containsKey(i);
            boolean isNew = operation.kind() == BatchForm.Kind.PLACE && isAccepted;
            OrderBody order = isNew ? made.next() : null;
            String known = operation.order() == 0 ? null : Long.toString(operation.order());
            results.add(new Result(
                    i,
                    operation.kind().name(),
                    isNew ? order.id() : known,
                    isAccepted,
                    isAccepted ? null : refusals.get(i).name(),
                    order));
        }
        return new Body(mode.name(), results, operations - refusals.size(), refusals.size(), frame.sequence(), ack);
    }
}
