package io.rialto.gateway.contracts;

import io.rialto.feeds.contracts.Funding;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.margin.Margins;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
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
import io.rialto.protocol.FundPositionsEncoder;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Let positions in a perpetual pay each other, and see what they paid: its last thousand fundings. */
final class FundingRoutes implements RouteGroup {
    private static final Fields FUND_FIELDS = Fields.of(Field.signed("rate"), Field.moment("plannedTime"));

    private final Ingress ingress;
    private final Margins margins;
    private final Listed listed;
    private final String ack;

    FundingRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        this.ingress = ingress;
        this.margins = margins;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/funding", Scope.ADMIN, this::fund)
                .says("Fund the positions of a perpetual")
                .takes(FUND_FIELDS)
                .answers(200, Begun.class);
        routes.open("/market/{symbol}/funding", this::fundings)
                .says("The fundings of a perpetual")
                .answers(200, Items.class);
    }

    private record Begun(String symbol, String rate, String plannedTime, long sequence, String ack) {}

    private record Item(
            String rate,
            String plannedTime,
            String time,
            String markPrice,
            String paid,
            String received,
            long sequence) {}

    private record Items(String symbol, List<Item> items, long sequence) {}

    /** With very many positions it may still be going on when it is answered. */
    private CompletionStage<Answer> fund(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Form form = call.form().knows(FUND_FIELDS);
        int rate = Terms.rate(form.at("rate"), form.text("rate"));
        long plannedNanos = Times.nanos(form.at("plannedTime"), form.text("plannedTime"));
        return ingress.submit(call.origin(), command(terms.instrument().number(), rate, plannedNanos))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Begun(
                                terms.instrument().symbol(),
                                Decimals.text(rate, Terms.RATE_SCALE),
                                Times.text(plannedNanos),
                                frame.sequence(),
                                ack))));
    }

    private static Command command(int instrument, int rate, long plannedNanos) {
        return frame -> {
            FundPositionsEncoder command = new FundPositionsEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .plannedNanos(plannedNanos)
                    .instrument(instrument)
                    .fundingRate(rate);
            frame.commandEncoded(FundPositionsEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Answer fundings(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Listing<Funding> all = margins.fundings(terms.instrument().number());
        List<Item> items = all.items().stream().map(this::item).toList();
        return Answer.ok(new Items(terms.instrument().symbol(), items, all.sequence()));
    }

    private Item item(Funding funding) {
        Terms terms = listed.terms(funding.instrument(), funding.sequence());
        return new Item(
                Decimals.text(funding.rate(), Terms.RATE_SCALE),
                Times.text(funding.plannedNanos()),
                Times.text(funding.doneNanos()),
                terms.price(funding.markTicks()),
                terms.quote(funding.paidMinor()),
                terms.quote(funding.receivedMinor()),
                funding.sequence());
    }
}
