package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.entry.AmendForm;
import io.rialto.gateway.entry.OrderCommands;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Place, look at, amend, cancel: one order. */
public final class OrderRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;

    private final Ingress ingress;
    private final Freshness freshness;
    private final WholeHistory orders;
    private final Listed instruments;
    private final OwnOrders own;
    private final OrderReplies replies;

    public OrderRoutes(Ingress ingress, Freshness freshness, WholeHistory orders, Listed instruments, String ack) {
        this.ingress = ingress;
        this.freshness = freshness;
        this.orders = orders;
        this.instruments = instruments;
        this.own = new OwnOrders(orders, freshness, instruments, ack);
        this.replies = new OrderReplies(instruments, ack);
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders", Scope.TRADE, this::place)
                .says("Place an order")
                .takes(OrderForm.FIELDS)
                .answers(201, OrderBody.class);
        routes.read("/orders", Scope.READ, this::list, "status", "symbol", "from", "to", "limit", "cursor")
                .says("The account's orders, newest first")
                .with(Field.text("status").optional().says("OPEN, CLOSED, or statuses by commas"))
                .answers(200, OrderList.class);
        routes.read("/orders/{id}", Scope.READ, this::one)
                .says("One order with its fills")
                .answers(200, OrderBody.class);
        routes.write("PATCH", "/orders/{id}", Scope.TRADE, this::amend)
                .says("Amend an order")
                .takes(AmendForm.FIELDS)
                .answers(200, OrderBody.class);
        routes.write("DELETE", "/orders/{id}", Scope.TRADE, this::cancel)
                .says("Cancel an order")
                .answers(200, OrderBody.class);
    }

    private record OrderList(List<OrderBody> items, String next, long sequence) {}

    private CompletionStage<Answer> place(Call call) {
        int account = call.tradeAccount();
        OrderForm form = OrderForm.of(call.form().knows(OrderForm.FIELDS), instruments);
        return ingress.submit(call.origin(), form.part(account).alone())
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.created(replies.placed(frame))));
    }

    private Answer list(Call call) {
        int account = instruments.readAccount(call);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        Page<OrderView> page = orders.orders(account, OrderFilters.of(call, instruments), cursor, limit);
        return Answer.ok(new OrderList(
                page.items().stream().map(own::body).toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }

    private Answer one(Call call) {
        return Answer.ok(own.body(own.find(instruments.readAccount(call), call.part("id"))));
    }

    private CompletionStage<Answer> amend(Call call) {
        OrderView order = known(call);
        Terms terms = instruments.terms(order.instrument());
        AmendForm form = AmendForm.of(call.form(), terms);
        return ingress.submit(call.origin(), form.command(order.account(), order.order()))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(
                                replies.amended(frame, latest(order, outcome), fillsBefore(order, outcome)))));
    }

    private CompletionStage<Answer> cancel(Call call) {
        OrderView order = known(call);
        Origin origin = call.origin();
        return ingress.cancel(origin, OrderCommands.cancel(order.account(), order.order()))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(own.body(latest(order, outcome)))));
    }

    /** The own order that the path names; what is not the key's own never reaches the line. */
    private OrderView known(Call call) {
        return own.find(call.tradeAccount(), call.part("id"));
    }

    private OrderView latest(OrderView order, Outcome outcome) {
        freshness.await(outcome.sequence());
        return own.find(order.account(), Long.toString(order.order()));
    }

    private List<Fill> fillsBefore(OrderView order, Outcome outcome) {
        return own.fillsUntil(latest(order, outcome), outcome.sequence() - 1);
    }
}
