package io.rialto.gateway.clearing;

import io.rialto.feeds.clearing.Clearing;
import io.rialto.feeds.clearing.SettlementTerms;
import io.rialto.feeds.listing.Listing;
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
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.SetSettlementTermsEncoder;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** When instruments settle. */
final class SettlementTermRoutes implements RouteGroup {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int MOST_BYTE = 254;
    private static final Fields SET_TERMS_FIELDS = Fields.of(
            Field.text("symbol"),
            Field.whole("days", 0, MOST_BYTE),
            Field.text("cutOff").optional(),
            Field.flag("owedIsFree").optional(),
            Field.whole("buyInCycles", 0, MOST_BYTE).optional());

    private final Ingress ingress;
    private final Clearing clearing;
    private final Listed listed;
    private final String ack;

    SettlementTermRoutes(Ingress ingress, Clearing clearing, Listed listed, String ack) {
        this.ingress = ingress;
        this.clearing = clearing;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/settlement/terms", Scope.READ, this::terms)
                .says("When trades of which instrument settle")
                .answers(200, Items.class);
        routes.write("POST", "/admin/settlement/terms", Scope.ADMIN, this::setTerms)
                .says("Set when trades of an instrument settle")
                .takes(SET_TERMS_FIELDS)
                .answers(200, TermsDone.class);
    }

    /** @param cutOff null for none @param calendar number of the one by which it settles */
    private record Item(
            String symbol, int days, String cutOff, boolean owedIsFree, int buyInCycles, int calendar, long sequence) {}

    /** @param holidays of the first calendar */
    private record Items(List<Item> items, List<String> holidays, long sequence) {}

    private record TermsDone(String symbol, int days, long sequence, String ack) {}

    private Answer terms(Call call) {
        Listing<SettlementTerms> all = clearing.terms();
        List<String> holidays = clearing.calendars().items().get(0).holidays().stream()
                .map(Days::text)
                .toList();
        return Answer.ok(new Items(all.items().stream().map(this::item).toList(), holidays, all.sequence()));
    }

    private Item item(SettlementTerms one) {
        return new Item(
                listed.terms(one.instrument()).instrument().symbol(),
                one.days(),
                one.cutOffNanos() == DAY_NANOS
                        ? null
                        : LocalTime.ofNanoOfDay(one.cutOffNanos()).toString(),
                one.owedIsFree(),
                one.buyInCycles(),
                clearing.calendar(one.instrument()),
                one.sequence());
    }

    private CompletionStage<Answer> setTerms(Call call) {
        Form form = call.form().knows(SET_TERMS_FIELDS);
        Terms terms = listed.terms(form.at("symbol"), form.text("symbol"));
        int days = (int) form.integer("days", 0, MOST_BYTE);
        long cutOff = form.has("cutOff") ? cutOff(form.at("cutOff"), form.text("cutOff")) : DAY_NANOS;
        boolean isFree = form.flag("owedIsFree", false);
        int cycles = (int) form.integer("buyInCycles", 0, MOST_BYTE, 0);
        Command command = frame -> {
            var encoder = new SetSettlementTermsEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .cutOffNanos(cutOff)
                    .instrument(terms.instrument().number())
                    .days((short) days)
                    .owedIsFree((short) (isFree ? 1 : 0))
                    .buyInCycles((short) cycles);
            frame.commandEncoded(SetSettlementTermsEncoder.TEMPLATE_ID, encoder.encodedLength());
        };
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new TermsDone(terms.instrument().symbol(), days, frame.sequence(), ack))));
    }

    private static long cutOff(String field, String text) {
        try {
            return LocalTime.parse(text).toNanoOfDay();
        } catch (DateTimeParseException unreadable) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be a time of day in UTC like 16:30", text);
        }
    }
}
