package io.rialto.gateway.margin;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.margin.Margins;
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
import java.util.concurrent.CompletionStage;

/** An account's margin: what it has and requires, money into it and out of it, and how far a contract is levered. */
public final class MarginRoutes implements RouteGroup {
    private static final Fields MOVE_FIELDS =
            Fields.of(Field.text("asset"), Field.decimal("amount"), Field.choice("direction", Direction.class));
    private static final Fields LEVER_FIELDS = Fields.of(
            Field.text("symbol"), Field.whole("leverage", 1, Integer.MAX_VALUE).orNull());

    private final Ingress ingress;
    private final Margins margins;
    private final Listed listed;
    private final String ack;

    public MarginRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        this.ingress = ingress;
        this.margins = margins;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/margin", Scope.READ, this::margin)
                .says("The account's margin: purses, positions, what is at risk")
                .answers(200, MarginBody.class);
        routes.write("POST", "/margin/transfers", Scope.TRADE, this::move)
                .says("Move money into or out of the margin purse")
                .takes(MOVE_FIELDS)
                .answers(201, Moved.class);
        routes.write("POST", "/margin/leverage", Scope.TRADE, this::lever)
                .says("Choose the leverage of a contract's position")
                .takes(LEVER_FIELDS)
                .answers(200, Levered.class);
    }

    private enum Direction {
        IN,
        OUT
    }

    private record Moved(String account, String asset, String amount, String direction, long sequence, String ack) {}

    private record Levered(String account, String symbol, Integer leverage, long sequence, String ack) {}

    private Answer margin(Call call) {
        return Answer.ok(MarginBody.of(margins.of(listed.readAccount(call)), listed));
    }

    private CompletionStage<Answer> move(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(MOVE_FIELDS);
        Asset asset = listed.asset("asset", form.text("asset"));
        long amountMinor = Decimals.minor("amount", form.text("amount"), asset.scale());
        Direction direction = form.choice("direction", Direction.class);
        long moved = direction == Direction.IN ? amountMinor : -amountMinor;
        return ingress.submit(call.origin(), MarginCommands.move(account, asset.number(), moved))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.created(new Moved(
                                Integer.toString(account),
                                asset.code(),
                                Decimals.text(amountMinor, asset.scale()),
                                direction.name(),
                                frame.sequence(),
                                ack))));
    }

    private CompletionStage<Answer> lever(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(LEVER_FIELDS);
        Terms terms = listed.terms("symbol", form.text("symbol"));
        int leverage = form.isNull("leverage") ? 0 : (int) form.integer("leverage", 1, Integer.MAX_VALUE);
        return ingress.submit(
                        call.origin(),
                        MarginCommands.lever(account, terms.instrument().number(), leverage))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Levered(
                                Integer.toString(account),
                                terms.instrument().symbol(),
                                leverage == 0 ? null : leverage,
                                frame.sequence(),
                                ack))));
    }
}
