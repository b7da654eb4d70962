package io.rialto.gateway.orders;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderCommands;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Take out all own orders at once: as many commands as it takes, one answer. */
public final class MassCancelRoutes implements RouteGroup {
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
        routes.write("DELETE", "/orders", Scope.TRADE, this::cancelAll, "symbol", "side");
    }

    private record Cancelled(int cancelled, List<String> orders, long sequence, String ack) {}

    private CompletionStage<Answer> cancelAll(Call call) {
        int account = call.tradeAccount();
        int instrument = call.parameter("symbol")
                .map(symbol -> instruments.terms("symbol", symbol).instrument().number())
                .orElse(0);
        Command command = OrderCommands.cancelAll(account, instrument, call.choice("side", Side.class));
        return step(call.origin(), command, 0, new ArrayList<>());
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
