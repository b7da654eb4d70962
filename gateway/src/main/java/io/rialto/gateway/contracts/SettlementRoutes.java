package io.rialto.gateway.contracts;

import io.rialto.feeds.contracts.Settlement;
import io.rialto.feeds.margin.Margins;
import io.rialto.feeds.position.Found;
import io.rialto.gateway.access.Scope;
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
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.SettleContractEncoder;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Settle an expired future at its final price, and see at which price one was settled. */
final class SettlementRoutes implements RouteGroup {
    private static final Fields SETTLE_FIELDS = Fields.of(Field.signed("price"));

    private final Ingress ingress;
    private final Margins margins;
    private final Listed listed;
    private final String ack;

    SettlementRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        this.ingress = ingress;
        this.margins = margins;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/settlement", Scope.ADMIN, this::settle)
                .says("Settle a contract at its last price")
                .takes(SETTLE_FIELDS)
                .answers(200, Begun.class);
        routes.open("/market/{symbol}/settlement", this::settlement)
                .says("How a contract was settled")
                .answers(200, Body.class);
    }

    private record Begun(String symbol, String price, long sequence, String ack) {}

    /** All but the symbol is null until it is settled. */
    private record Body(String symbol, String price, String closedQuantity, String time, long sequence) {}

    /** With very many positions it may still be going on when it is answered. */
    private CompletionStage<Answer> settle(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Form form = call.form().knows(SETTLE_FIELDS);
        long ticks = terms.ticks(form.at("price"), form.text("price"));
        return ingress.submit(call.origin(), command(terms.instrument().number(), ticks))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(
                                new Begun(terms.instrument().symbol(), terms.price(ticks), frame.sequence(), ack))));
    }

    private static Command command(int instrument, long ticks) {
        return frame -> {
            SettleContractEncoder command = new SettleContractEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .priceTicks(ticks)
                    .instrument(instrument);
            frame.commandEncoded(SettleContractEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Answer settlement(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Found<Settlement> found = margins.settlement(terms.instrument().number());
        Optional<Settlement> settled = found.item();
        return Answer.ok(new Body(
                terms.instrument().symbol(),
                settled.map(one -> terms.price(one.priceTicks())).orElse(null),
                settled.map(one -> terms.quantity(one.closedLots())).orElse(null),
                settled.map(one -> Times.text(one.timeNanos())).orElse(null),
                found.sequence()));
    }
}
