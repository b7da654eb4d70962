package io.rialto.gateway.lists;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FeesTestedDecoder;
import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.OrderTestedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.TestOrderEncoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What would become of an order at this moment: it is decided against the live state, and nothing is changed. */
public final class TestRoutes implements RouteGroup {
    private final Ingress ingress;
    private final Listed instruments;

    public TestRoutes(Ingress ingress, Listed instruments) {
        this.ingress = ingress;
        this.instruments = instruments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/orders/test", Scope.TRADE, this::test)
                .says("What would become of an order now; nothing is changed")
                .takes(OrderForm.FIELDS)
                .answers(200, Tested.class);
    }

    private record Fill(String price, String quantity, String notional, String fee) {}

    private record Rates(
            String makerFeeRate,
            String takerFeeRate,
            String feePerLot,
            Integer schedule,
            Integer version,
            Integer tier) {}

    private record Tested(
            boolean accepted,
            String reason,
            String price,
            String fee,
            String feeAsset,
            String hold,
            String holdAsset,
            String filled,
            String notional,
            Rates rates,
            List<Fill> fills,
            long sequence) {}

    private CompletionStage<Answer> test(Call call) {
        int account = call.tradeAccount();
        OrderForm form = OrderForm.of(call.form().knows(OrderForm.FIELDS), instruments);
        Command command = Parts.command(
                TestOrderEncoder.TEMPLATE_ID,
                frame -> new TestOrderEncoder()
                        .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                        .account(account)
                        .encodedLength(),
                List.of(form.part(account)));
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(tested(frame, form))));
    }

    private static Tested tested(KeptFrame frame, OrderForm form) {
        Terms terms = form.terms();
        FrameView view = frame.event(OrderTestedDecoder.TEMPLATE_ID).orElseThrow();
        OrderTestedDecoder tested = new OrderTestedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        boolean buys = form.side() == Side.BUY;
        int base = terms.instrument().base().number();
        int quote = terms.instrument().quote().number();
        int feeAsset = buys && terms.instrument().feePolicy() == FeePolicy.RECEIVED ? base : quote;
        boolean holdsQuote = buys || terms.instrument().contract().isPresent();
        int holdAsset = holdsQuote ? quote : base;
        return new Tested(
                tested.reason() == Reason.NONE,
                tested.reason() == Reason.NONE ? null : tested.reason().name(),
                tested.priceTicks() == 0 ? null : terms.price(tested.priceTicks()),
                terms.amount(feeAsset, tested.feeMinor()),
                terms.assetCode(feeAsset),
                terms.amount(holdAsset, tested.holdMinor()),
                terms.assetCode(holdAsset),
                terms.quantity(tested.filledLots()),
                terms.quote(tested.notionalMinor()),
                rates(frame, terms),
                fills(frame.view(), terms, feeAsset),
                frame.sequence());
    }

    /** Null of an order that its terms do not allow. */
    private static Rates rates(KeptFrame frame, Terms terms) {
        return frame.event(FeesTestedDecoder.TEMPLATE_ID)
                .map(view -> rates(
                        new FeesTestedDecoder()
                                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion()),
                        terms))
                .orElse(null);
    }

    private static Rates rates(FeesTestedDecoder event, Terms terms) {
        boolean hasSchedule = event.schedule() != 0;
        return new Rates(
                Decimals.text(event.makerRate(), Terms.RATE_SCALE),
                Decimals.text(event.takerRate(), Terms.RATE_SCALE),
                terms.quote(event.feePerLotMinor()),
                hasSchedule ? event.schedule() : null,
                hasSchedule ? event.version() : null,
                hasSchedule ? (int) event.tier() : null);
    }

    private static List<Fill> fills(FrameView view, Terms terms, int feeAsset) {
        List<Fill> fills = new ArrayList<>();
        FillTestedDecoder fill = new FillTestedDecoder();
        while (view.nextEvent()) {
            if (view.eventType() != FillTestedDecoder.TEMPLATE_ID) continue;
            fill.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            fills.add(new Fill(
                    terms.price(fill.priceTicks()),
                    terms.quantity(fill.quantityLots()),
                    terms.quote(fill.notionalMinor()),
                    terms.amount(feeAsset, fill.feeMinor())));
        }
        return fills;
    }
}
