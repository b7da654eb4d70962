package io.rialto.gateway.parameters;

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
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarkSource;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What else an operator tells an instrument: its mark price, its lead market makers, its way out of the venue. */
public final class InstrumentDeskRoutes implements RouteGroup {
    private static final int WHOLE_BPS = 10_000;
    private static final Fields MARK_PRICE_FIELDS = Fields.of(
            Field.signed("price"), Field.choice("source", MarkSource.class).optional());
    private static final Fields LEAD_MARKET_MAKER_FIELDS =
            Fields.of(Field.text("account"), Field.whole("shareBps", 0, WHOLE_BPS));
    private static final Fields LISTING_FIELDS = Fields.of(Field.choice("step", ListingStep.class));

    private final Ingress ingress;
    private final Listed instruments;
    private final String ack;

    public InstrumentDeskRoutes(Ingress ingress, Listed instruments, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/mark-price", Scope.ADMIN, this::markPrice)
                .says("Set the mark price")
                .takes(MARK_PRICE_FIELDS)
                .answers(200, Mark.class);
        routes.write("POST", "/admin/instruments/{symbol}/lead-market-makers", Scope.ADMIN, this::leadMarketMaker)
                .says("Give a lead market maker his share")
                .takes(LEAD_MARKET_MAKER_FIELDS)
                .answers(200, LeadMarketMaker.class);
        routes.write("POST", "/admin/instruments/{symbol}/listing", Scope.ADMIN, this::listing)
                .says("Take an instrument out, step by step")
                .takes(LISTING_FIELDS)
                .answers(200, Step.class)
                .takesTwo();
    }

    private record Mark(String symbol, String price, String source, long sequence, String ack) {}

    private record LeadMarketMaker(String symbol, String account, long shareBps, long sequence, String ack) {}

    private record Step(String symbol, String step, List<String> cancelled, long sequence, String ack) {}

    private CompletionStage<Answer> markPrice(Call call) {
        Terms terms = terms(call);
        Form form = call.form().knows(MARK_PRICE_FIELDS);
        long ticks = terms.ticks("price", form.text("price"));
        MarkSource source = form.choice("source", MarkSource.class, MarkSource.OPERATOR);
        return submit(
                call,
                ParameterCommands.markPrice(terms.instrument().number(), ticks, source),
                frame -> new Mark(
                        terms.instrument().symbol(), terms.price(ticks), source.name(), frame.sequence(), ack));
    }

    private CompletionStage<Answer> leadMarketMaker(Call call) {
        Terms terms = terms(call);
        Form form = call.form().knows(LEAD_MARKET_MAKER_FIELDS);
        int account = instruments.account("account", form.text("account")).number();
        long share = form.integer("shareBps", 0, WHOLE_BPS);
        return submit(
                call,
                ParameterCommands.leadMarketMaker(terms.instrument().number(), account, (int) share),
                frame -> new LeadMarketMaker(
                        terms.instrument().symbol(), Integer.toString(account), share, frame.sequence(), ack));
    }

    private CompletionStage<Answer> listing(Call call) {
        Terms terms = terms(call);
        ListingStep step = call.form().knows(LISTING_FIELDS).choice("step", ListingStep.class);
        return submit(
                call,
                ParameterCommands.listing(terms.instrument().number(), step),
                frame -> new Step(terms.instrument().symbol(), step.name(), cancelled(frame), frame.sequence(), ack));
    }

    private static List<String> cancelled(KeptFrame frame) {
        List<String> orders = new ArrayList<>();
        OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            if (view.eventType() != OrderCancelledDecoder.TEMPLATE_ID) continue;
            cancelled.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            orders.add(Long.toString(cancelled.order()));
        }
        return orders;
    }

    private interface Told {
        Object body(KeptFrame frame);
    }

    private CompletionStage<Answer> submit(Call call, Command command, Told told) {
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(told.body(frame))));
    }

    private Terms terms(Call call) {
        return instruments.terms("symbol", call.part("symbol"));
    }
}
