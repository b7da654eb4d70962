package io.rialto.gateway.margin;

import io.rialto.feeds.margin.Margins;
import io.rialto.feeds.requirement.MarginTiers;
import io.rialto.feeds.requirement.MarginTiers.Tier;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.Reason;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What positions in a contract require, by their value: set by administrators, read by all. */
public final class TierRoutes implements RouteGroup {
    private static final int MOST_TIERS = 16;
    private static final Fields TIER_FIELDS =
            Fields.of(Field.decimal("upTo"), Field.decimal("initialRate"), Field.decimal("maintenanceRate"));
    private static final Fields SET_FIELDS = Fields.of(Field.forms("tiers", TIER_FIELDS, MOST_TIERS));

    private final Ingress ingress;
    private final Margins margins;
    private final Listed listed;
    private final String ack;

    public TierRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        this.ingress = ingress;
        this.margins = margins;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/margin-tiers", Scope.ADMIN, this::set)
                .says("Set how margin grows with a position")
                .takes(SET_FIELDS)
                .answers(200, Body.class)
                .takesTwo();
        routes.read("/admin/instruments/{symbol}/margin-tiers", Scope.ADMIN, this::show)
                .says("The margin tiers of a contract")
                .answers(200, Body.class);
        routes.open("/instruments/{symbol}/margin-tiers", this::show)
                .says("The margin tiers of a contract")
                .answers(200, Body.class);
    }

    private record Line(String upTo, String initialRate, String maintenanceRate) {}

    /** @param sequence of the frame that set them; 0 before any were set */
    private record Body(String symbol, List<Line> tiers, long sequence, String ack) {}

    private Answer show(Call call) {
        Terms terms = contract(call);
        return Answer.ok(body(terms, margins.tiers(terms.instrument().number())));
    }

    private CompletionStage<Answer> set(Call call) {
        Terms terms = contract(call);
        int instrument = terms.instrument().number();
        List<Tier> tiers = call.form().knows(SET_FIELDS).forms("tiers", MOST_TIERS).stream()
                .map(tier -> tier(tier, terms))
                .toList();
        return ingress.submit(call.origin(), MarginCommands.setTiers(instrument, tiers))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(body(terms, new MarginTiers(instrument, tiers, frame.sequence())))));
    }

    private static Tier tier(Form form, Terms terms) {
        form.knows(TIER_FIELDS);
        return new Tier(
                terms.quoteMinor(form.at("upTo"), form.text("upTo")),
                rate(form, "initialRate"),
                rate(form, "maintenanceRate"));
    }

    /** What is beyond the whole is for the venue to refuse. */
    private static int rate(Form form, String name) {
        return (int) Math.min(Decimals.minor(form.at(name), form.text(name), Terms.RATE_SCALE), Integer.MAX_VALUE);
    }

    private Terms contract(Call call) {
        String symbol = call.part("symbol");
        Terms terms = listed.terms("symbol", symbol);
        if (terms.instrument().contract().isPresent()) return terms;
        throw Problem.at("symbol", ProblemCode.of(Reason.NOT_A_CONTRACT), "must be a contract", symbol);
    }

    private Body body(Terms terms, MarginTiers tiers) {
        return new Body(
                terms.instrument().symbol(),
                tiers.tiers().stream()
                        .map(tier -> new Line(
                                terms.quote(tier.upToMinor()),
                                Decimals.text(tier.initialRate(), Terms.RATE_SCALE),
                                Decimals.text(tier.maintenanceRate(), Terms.RATE_SCALE)))
                        .toList(),
                tiers.sequence(),
                ack);
    }
}
