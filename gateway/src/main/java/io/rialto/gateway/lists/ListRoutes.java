package io.rialto.gateway.lists;

import io.rialto.feeds.lists.FrameLists;
import io.rialto.feeds.lists.ListView;
import io.rialto.feeds.lists.Lists;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.NewOrderListEncoder;
import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Orders that hang together: what one does ends, feeds or wakes the others. */
public final class ListRoutes implements RouteGroup {
    private static final int MOST_LEGS = 3;

    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Fields PLACE_FIELDS = Fields.of(
            Field.choice("kind", ListKind.class),
            Field.forms("orders", OrderForm.FIELDS, MOST_LEGS),
            Field.choice("childPolicy", ChildPolicy.class).optional(),
            Field.flag("childOnPartialCancel").optional());

    private final Ingress ingress;
    private final Lists lists;
    private final Listed instruments;
    private final OwnOrders own;
    private final OrderReplies replies;
    private final String ack;

    public ListRoutes(
            Ingress ingress, Lists lists, Listed instruments, OwnOrders own, OrderReplies replies, String ack) {
        this.ingress = ingress;
        this.lists = lists;
        this.instruments = instruments;
        this.own = own;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders/lists", Scope.TRADE, this::place)
                .says("Place orders that depend on each other")
                .takes(PLACE_FIELDS)
                .answers(201, Body.class);
        routes.read("/orders/lists/{id}", Scope.READ, this::one)
                .says("An order list and how its legs stand")
                .answers(200, Body.class);
    }

    /**
     * @param status OPEN while its legs hang together, then ENDED; what is left of a leg afterwards is on its own
     * @param reason why it ended; null when it is open or did what it is for
     */
    private record Body(
            String id,
            String kind,
            String childPolicy,
            boolean childOnPartialCancel,
            String status,
            String reason,
            List<OrderBody> orders,
            long sequence,
            String ack,
            String createdAt,
            String updatedAt) {}

    /** Another's list is answered like an absent one. */
    private Answer one(Call call) {
        int account = instruments.readAccount(call);
        String id = call.part("id");
        ListView list = Optional.of(id)
                .filter(text -> NUMBERS.matcher(text).matches())
                .flatMap(text -> lists.list(Long.parseLong(text)).item())
                .filter(found -> found.account() == account)
                .orElseThrow(() -> Problem.at("id", ProblemCode.UNKNOWN_LIST, "the order list does not exist"));
        return Answer.ok(body(list, own.bodies(list.orders())));
    }

    private Body body(ListView list, List<OrderBody> legs) {
        return new Body(
                Long.toString(list.list()),
                list.kind().name(),
                list.childPolicy().name(),
                list.startsOnPartialCancel(),
                list.isOpen() ? "OPEN" : "ENDED",
                list.reason() == Reason.NONE ? null : list.reason().name(),
                legs,
                list.sequence(),
                ack,
                Times.text(list.createdNanos()),
                Times.text(list.updatedNanos()));
    }

    private CompletionStage<Answer> place(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(PLACE_FIELDS);
        ListKind kind = form.choice("kind", ListKind.class);
        boolean hasChildren = kind == ListKind.OTO || kind == ListKind.OTOCO;
        ChildPolicy policy =
                form.choice("childPolicy", ChildPolicy.class, hasChildren ? ChildPolicy.FULL : ChildPolicy.NONE);
        boolean startsPartly = form.flag("childOnPartialCancel", false);
        List<Part> legs = new ArrayList<>();
        for (Form leg : form.forms("orders", MOST_LEGS)) {
            legs.add(OrderForm.of(leg.knows(OrderForm.FIELDS), instruments).part(account));
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

    /** As its own frame left it: the answer is the same whenever it is asked for again. */
    private Body body(KeptFrame frame) {
        ListView list = FrameLists.made(frame.view()).orElseThrow();
        return body(list, legs(frame, list));
    }

    /** As the client wrote them: who waits outside of the book is accepted first. */
    private List<OrderBody> legs(KeptFrame frame, ListView list) {
        List<String> order = list.orders().stream().map(String::valueOf).toList();
        return replies.made(frame).stream()
                .filter(leg -> order.contains(leg.id()))
                .sorted(Comparator.comparingInt(leg -> order.indexOf(leg.id())))
                .toList();
    }
}
