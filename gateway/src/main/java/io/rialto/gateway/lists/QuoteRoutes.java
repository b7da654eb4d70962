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
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.orders.OrderReplies;
import io.rialto.protocol.MassQuoteEncoder;
import io.rialto.protocol.MassQuotedDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Quotes of both sides in several instruments at once. */
public final class QuoteRoutes implements RouteGroup {
    private static final int MOST_QUOTES = 20;
    private static final Fields QUOTE_FIELDS = Fields.of(Field.forms("quotes", QuotePart.FIELDS, MOST_QUOTES));

    private final Ingress ingress;
    private final Listed instruments;
    private final OrderReplies replies;
    private final String ack;

    public QuoteRoutes(Ingress ingress, Listed instruments, OrderReplies replies, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/quotes", Scope.TRADE, this::quote)
                .says("Replace what the account quotes")
                .takes(QUOTE_FIELDS)
                .answers(200, Quoted.class);
    }

    private record Refused(int quote, String side, String reason) {}

    /** An order of before that stays in its place, with less of it. */
    private record Reduced(String id, String symbol, String side, String price, String remaining) {}

    /** @param accepted sides that stand or were taken, those without a change among them */
    private record Quoted(
            int accepted,
            List<OrderBody> orders,
            List<Reduced> reduced,
            List<Refused> refused,
            long sequence,
            String ack) {}

    private CompletionStage<Answer> quote(Call call) {
        int account = call.tradeAccount();
        List<QuotePart> quotes = new ArrayList<>();
        for (Form each : call.form().knows(QUOTE_FIELDS).forms("quotes", MOST_QUOTES)) {
            quotes.add(QuotePart.of(each, instruments));
        }
        Command command = Parts.command(
                MassQuoteEncoder.TEMPLATE_ID,
                frame -> new MassQuoteEncoder()
                        .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                        .account(account)
                        .encodedLength(),
                quotes);
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Quoted(
                                accepted(frame),
                                replies.made(frame),
                                reduced(frame, account, quotes),
                                refused(frame),
                                frame.sequence(),
                                ack))));
    }

    private static int accepted(KeptFrame frame) {
        FrameView view = frame.event(MassQuotedDecoder.TEMPLATE_ID).orElseThrow();
        return new MassQuotedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion())
                .accepted();
    }

    /** What else was amended in the frame follows from something else. */
    private List<Reduced> reduced(KeptFrame frame, int account, List<QuotePart> quotes) {
        List<Reduced> reduced = new ArrayList<>();
        OrderAmendedDecoder order = new OrderAmendedDecoder();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            if (view.eventType() != OrderAmendedDecoder.TEMPLATE_ID) continue;
            order.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            boolean isQuoted = order.account() == account && quotes.stream().anyMatch(quote -> quote.asksFor(order));
            if (isQuoted) reduced.add(reduced(order));
        }
        return reduced;
    }

    private Reduced reduced(OrderAmendedDecoder order) {
        Terms terms = instruments.terms(order.instrument());
        return new Reduced(
                Long.toString(order.order()),
                terms.instrument().symbol(),
                order.side().name(),
                terms.price(order.newPriceTicks()),
                terms.quantity(order.newOpenLots()));
    }

    /** A refusal's number is twice the quote's place, and one more for its ask. */
    private static List<Refused> refused(KeptFrame frame) {
        List<Refused> refusals = new ArrayList<>();
        OperationRefusedDecoder refused = new OperationRefusedDecoder();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            if (view.eventType() != OperationRefusedDecoder.TEMPLATE_ID) continue;
            refused.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            String side = refused.operation() % 2 == 0 ? "BUY" : "SELL";
            refusals.add(
                    new Refused(refused.operation() / 2, side, refused.reason().name()));
        }
        return refusals;
    }
}
