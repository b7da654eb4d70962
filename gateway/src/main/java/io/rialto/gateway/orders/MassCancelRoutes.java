package io.rialto.gateway.orders;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderCommands;
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
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.CancelAfterSetDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Take out all own orders at once: as many commands as it takes, one answer. */
public final class MassCancelRoutes implements RouteGroup {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MOST_SECONDS = 86_400;
    private static final Fields CANCEL_OF_ANYBODY_FIELDS = Fields.of(
            Field.text("account").optional(),
            Field.text("symbol").optional(),
            Field.choice("side", Side.class).optional(),
            Field.signed("lowest").optional(),
            Field.signed("highest").optional());
    private static final Fields CANCEL_AFTER_FIELDS = Fields.of(
            Field.whole("seconds", 0, MOST_SECONDS), Field.text("symbol").optional());

    private final Ingress ingress;
    private final Listed instruments;
    private final String ack;

    public MassCancelRoutes(Ingress ingress, Listed instruments, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("DELETE", "/orders", Scope.TRADE, this::cancelAll, "symbol", "side", "lowest", "highest")
                .says("Cancel the account's orders, all or those that fit")
                .with(Field.choice("side", Side.class).optional())
                .answers(200, Cancelled.class);
        routes.write("POST", "/orders/cancel-after", Scope.TRADE, this::cancelAfter)
                .says("Arm, rearm or disarm the dead man's switch")
                .takes(CANCEL_AFTER_FIELDS)
                .answers(200, Switch.class);
        routes.write("POST", "/admin/orders/cancel", Scope.ADMIN, this::cancelOfAnybody)
                .says("Cancel anybody's orders, all or those that fit")
                .takes(CANCEL_OF_ANYBODY_FIELDS)
                .answers(200, Cancelled.class);
    }

    private record Cancelled(int cancelled, List<String> orders, long sequence, String ack) {}

    /** @param dueAt null when the switch is off */
    private record Switch(String account, String symbol, long seconds, String dueAt, long sequence, String ack) {}

    private CompletionStage<Answer> cancelAll(Call call) {
        int account = call.tradeAccount();
        Optional<Terms> terms = call.parameter("symbol").map(symbol -> instruments.terms("symbol", symbol));
        int instrument = terms.map(each -> each.instrument().number()).orElse(0);
        Optional<Side> side = call.choice("side", Side.class);
        OptionalLong lowest = bound(call.parameter("lowest"), "lowest", terms);
        OptionalLong highest = bound(call.parameter("highest"), "highest", terms);
        boolean hasRange = lowest.isPresent() || highest.isPresent();
        return hasRange
                ? range(call.origin(), OrderCommands.cancelOrders(account, instrument, side, lowest, highest))
                : step(call.origin(), OrderCommands.cancelAll(account, instrument, side), 0, new ArrayList<>());
    }

    private CompletionStage<Answer> cancelOfAnybody(Call call) {
        Form form = call.form().knows(CANCEL_OF_ANYBODY_FIELDS);
        Optional<Terms> terms = form.optionalText("symbol").map(symbol -> instruments.terms("symbol", symbol));
        int account = form.optionalText("account")
                .map(number -> instruments.account("account", number).number())
                .orElse(0);
        return range(
                call.origin(),
                OrderCommands.cancelOrders(
                        account,
                        terms.map(each -> each.instrument().number()).orElse(0),
                        form.has("side") ? Optional.of(form.choice("side", Side.class)) : Optional.empty(),
                        bound(form.optionalText("lowest"), "lowest", terms),
                        bound(form.optionalText("highest"), "highest", terms)));
    }

    private static OptionalLong bound(Optional<String> text, String field, Optional<Terms> terms) {
        if (text.isEmpty()) return OptionalLong.empty();
        Terms known = terms.orElseThrow(
                () -> Problem.at("symbol", ProblemCode.MISSING_FIELD, "symbol is required with a price"));
        return OptionalLong.of(known.ticks(field, text.get()));
    }

    /** What a frame's cap leaves follows by itself. */
    private CompletionStage<Answer> range(Origin origin, Command command) {
        return ingress.cancel(origin, command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> {
                    List<String> orders = new ArrayList<>();
                    int remaining = collect(frame, orders);
                    return Answer.ok(new Cancelled(orders.size() + remaining, orders, outcome.sequence(), ack));
                }));
    }

    /** Each call starts the time anew; 0 seconds turn the switch off. */
    private CompletionStage<Answer> cancelAfter(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(CANCEL_AFTER_FIELDS);
        long seconds = form.integer("seconds", 0, MOST_SECONDS);
        int instrument = form.optionalText("symbol")
                .map(symbol -> instruments.terms("symbol", symbol).instrument().number())
                .orElse(0);
        return ingress.cancel(call.origin(), OrderCommands.cancelAfter(account, instrument, seconds * NANOS_PER_SECOND))
                .thenApply(
                        outcome -> Answer.decided(outcome, frame -> Answer.ok(armed(frame, account, form, seconds))));
    }

    private Switch armed(KeptFrame frame, int account, Form form, long seconds) {
        FrameView view = frame.event(CancelAfterSetDecoder.TEMPLATE_ID).orElseThrow();
        CancelAfterSetDecoder set = new CancelAfterSetDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return new Switch(
                Integer.toString(account),
                form.optionalText("symbol").orElse(null),
                seconds,
                set.dueNanos() == 0 ? null : Times.text(set.dueNanos()),
                frame.sequence(),
                ack);
    }

    private CompletableFuture<Answer> step(Origin origin, Command command, int number, List<String> orders) {
        Origin ofStep = number == 0 ? origin : origin.step(number);
        return ingress.cancel(ofStep, command).thenCompose(outcome -> {
            int remaining = collect(outcome.frame(), orders);
            if (remaining > 0) return step(origin, command, number + 1, orders);
            return CompletableFuture.completedFuture(Answer.decided(
                    outcome, frame -> Answer.ok(new Cancelled(orders.size(), orders, outcome.sequence(), ack))));
        });
    }

    /** Adds the frame's cancelled orders, and says how many are left. */
    private static int collect(KeptFrame frame, List<String> orders) {
        OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
        MassCancelledDecoder end = new MassCancelledDecoder();
        int remaining = 0;
        FrameView view = frame.view();
        while (view.nextEvent()) {
            int at = view.eventOffset();
            int length = view.eventBlockLength();
            int version = view.eventVersion();
            if (view.eventType() == OrderCancelledDecoder.TEMPLATE_ID) {
                cancelled.wrap(view.buffer(), at, length, version);
                orders.add(Long.toString(cancelled.order()));
            } else if (view.eventType() == MassCancelledDecoder.TEMPLATE_ID) {
                remaining = end.wrap(view.buffer(), at, length, version).remaining();
            }
        }
        return remaining;
    }
}
