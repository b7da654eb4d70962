package io.rialto.gateway.margin;

import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.MarginMode;
import java.util.concurrent.CompletionStage;

/** Whether a margin of its own answers for a position in a contract, and money into that margin and out of it. */
public final class IsolatedRoutes implements RouteGroup {
    private static final Fields SET_MODE_FIELDS = Fields.of(Field.text("symbol"), Field.choice("mode", Mode.class));
    private static final Fields ASSIGN_FIELDS =
            Fields.of(Field.text("symbol"), Field.decimal("amount"), Field.choice("direction", Direction.class));

    private final Ingress ingress;
    private final Listed listed;
    private final String ack;

    public IsolatedRoutes(Ingress ingress, Listed listed, String ack) {
        this.ingress = ingress;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/margin/mode", Scope.TRADE, this::setMode)
                .says("Choose cross or isolated margin for a contract")
                .takes(SET_MODE_FIELDS)
                .answers(200, ModeSet.class);
        routes.write("POST", "/margin/assignments", Scope.TRADE, this::assign)
                .says("Assign margin to an isolated position, or take it back")
                .takes(ASSIGN_FIELDS)
                .answers(201, Assigned.class);
    }

    private enum Mode {
        CROSS,
        ISOLATED
    }

    private enum Direction {
        IN,
        OUT
    }

    private record ModeSet(String account, String symbol, String mode, long sequence, String ack) {}

    private record Assigned(
            String account, String symbol, String amount, String direction, long sequence, String ack) {}

    private CompletionStage<Answer> setMode(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(SET_MODE_FIELDS);
        Terms terms = listed.terms("symbol", form.text("symbol"));
        Mode mode = form.choice("mode", Mode.class);
        MarginMode coded = mode == Mode.CROSS ? MarginMode.CROSS : MarginMode.ISOLATED;
        return ingress.submit(
                        call.origin(),
                        MarginCommands.setMode(account, terms.instrument().number(), coded))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new ModeSet(
                                Integer.toString(account),
                                terms.instrument().symbol(),
                                mode.name(),
                                frame.sequence(),
                                ack))));
    }

    private CompletionStage<Answer> assign(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(ASSIGN_FIELDS);
        Terms terms = listed.terms("symbol", form.text("symbol"));
        Asset asset = terms.instrument().quote();
        long amountMinor = Decimals.minor("amount", form.text("amount"), asset.scale());
        Direction direction = form.choice("direction", Direction.class);
        long moved = direction == Direction.IN ? amountMinor : -amountMinor;
        return ingress.submit(
                        call.origin(),
                        MarginCommands.assign(account, terms.instrument().number(), moved))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.created(new Assigned(
                                Integer.toString(account),
                                terms.instrument().symbol(),
                                Decimals.text(amountMinor, asset.scale()),
                                direction.name(),
                                frame.sequence(),
                                ack))));
    }
}
