package io.rialto.gateway.clearing;

import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.busts.Busts;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.BustTradeEncoder;
import io.rialto.protocol.CorrectTradeEncoder;
import java.util.concurrent.CompletionStage;

/** Take a trade back: before its settlement, after it, or with another in its place; and see what became of one. */
final class BustRoutes implements RouteGroup {
    private static final Fields BUST_FIELDS =
            Fields.of(Field.flag("afterSettlement").optional());
    private static final Fields CORRECT_FIELDS =
            Fields.of(Field.text("symbol"), Field.signed("price"), Field.decimal("quantity"));

    private final Ingress ingress;
    private final Busts busts;
    private final Listed listed;
    private final String ack;

    BustRoutes(Ingress ingress, Busts busts, Listed listed, String ack) {
        this.ingress = ingress;
        this.busts = busts;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/trades/{id}/bust", Scope.ADMIN, this::bust)
                .says("Take a trade back")
                .takes(BUST_FIELDS)
                .answers(200, Done.class)
                .takesTwo();
        routes.write("POST", "/admin/trades/{id}/correction", Scope.ADMIN, this::correct)
                .says("Replace a trade by a corrected one")
                .takes(CORRECT_FIELDS)
                .answers(200, Done.class)
                .takesTwo();
        routes.open("/market/trades/{id}/bust", this::busted)
                .says("Whether and how a trade was taken back")
                .answers(200, Body.class);
    }

    private record Done(String tradeId, long sequence, String ack) {}

    /** @param replacement the trade in its place, or its opposite; or null */
    private record Body(String tradeId, String symbol, String kind, String replacement, String time, long sequence) {}

    private static long trade(Call call) {
        try {
            return Long.parseLong(call.part("id"));
        } catch (NumberFormatException unreadable) {
            throw Problem.of(ProblemCode.NOT_FOUND, "no such trade");
        }
    }

    private CompletionStage<Answer> bust(Call call) {
        long trade = trade(call);
        Form form = call.form().knows(BUST_FIELDS);
        boolean isSettled = form.flag("afterSettlement", false);
        return submit(call, trade, frame -> {
            var encoder = new BustTradeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .trade(trade)
                    .isSettled((short) (isSettled ? 1 : 0));
            frame.commandEncoded(BustTradeEncoder.TEMPLATE_ID, encoder.encodedLength());
        });
    }

    private CompletionStage<Answer> correct(Call call) {
        long trade = trade(call);
        Form form = call.form().knows(CORRECT_FIELDS);
        Terms terms = listed.terms(form.at("symbol"), form.text("symbol"));
        long ticks = terms.ticks(form.at("price"), form.text("price"));
        long lots = terms.lots(form.at("quantity"), form.text("quantity"));
        return submit(call, trade, frame -> {
            var encoder = new CorrectTradeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .trade(trade)
                    .priceTicks(ticks)
                    .quantityLots(lots);
            frame.commandEncoded(CorrectTradeEncoder.TEMPLATE_ID, encoder.encodedLength());
        });
    }

    private CompletionStage<Answer> submit(Call call, long trade, Command command) {
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome, frame -> Answer.ok(new Done(Long.toString(trade), frame.sequence(), ack))));
    }

    private Answer busted(Call call) {
        Bust bust = busts.bust(trade(call))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "the trade was not taken back"));
        return Answer.ok(new Body(
                Long.toString(bust.trade()),
                listed.terms(bust.instrument()).instrument().symbol(),
                bust.kind().name(),
                bust.replacement().map(each -> Long.toString(each.trade())).orElse(null),
                Times.text(bust.timeNanos()),
                bust.sequence()));
    }
}
