package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.risk.Risk;
import io.rialto.feeds.risk.RiskRule;
import io.rialto.feeds.risk.RiskStep;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskRuleRemovedDecoder;
import io.rialto.protocol.RiskRuleSetDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Risk rules: administrators make, change and remove them; an account sees those that are asked of its orders.
 */
public final class RiskRuleRoutes implements RouteGroup {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}");

    private final Ingress ingress;
    private final Risk risk;
    private final Listings listings;
    private final Listed listed;
    private final String ack;

    public RiskRuleRoutes(Ingress ingress, Risk risk, Listings listings, Listed listed, String ack) {
        this.ingress = ingress;
        this.risk = risk;
        this.listings = listings;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/risk-rules", Scope.ADMIN, this::make)
                .says("Make a risk rule")
                .takes(RiskRuleForm.FIELDS)
                .answers(201, RiskRuleBody.class);
        routes.read("/risk-rules", Scope.READ, this::rules)
                .says("The risk rules that concern the caller")
                .answers(200, Items.class);
        routes.read("/risk-rules/{id}", Scope.READ, this::rule)
                .says("One risk rule")
                .answers(200, RiskRuleBody.class);
        routes.read("/risk-rules/{id}/versions", Scope.ADMIN, this::versions)
                .says("Every version of a risk rule")
                .answers(200, Items.class);
        routes.write("PUT", "/risk-rules/{id}", Scope.ADMIN, this::change)
                .says("Change a risk rule")
                .takes(RiskRuleForm.FIELDS)
                .answers(200, RiskRuleBody.class);
        routes.write("DELETE", "/risk-rules/{id}", Scope.ADMIN, this::remove)
                .says("Remove a risk rule")
                .answers(200, Removed.class);
    }

    private record Items(List<RiskRuleBody> items, long sequence) {}

    private record Removed(String id, int version, long sequence, String ack) {}

    private CompletionStage<Answer> make(Call call) {
        RiskRuleForm form = RiskRuleForm.of(call.form(), listed);
        return ingress.submit(call.origin(), form.set(0))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.created(body(form, frame))));
    }

    private CompletionStage<Answer> change(Call call) {
        int number = number(call);
        RiskRuleForm form = RiskRuleForm.of(call.form(), listed);
        return ingress.submit(call.origin(), form.set(number))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(body(form, frame))));
    }

    private CompletionStage<Answer> remove(Call call) {
        int number = number(call);
        return ingress.submit(call.origin(), RiskRuleForm.remove(number))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(removed(frame))));
    }

    private Removed removed(KeptFrame frame) {
        FrameView view = frame.event(RiskRuleRemovedDecoder.TEMPLATE_ID).orElseThrow();
        RiskRuleRemovedDecoder event = new RiskRuleRemovedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return new Removed(Integer.toString(event.rule()), event.version(), frame.sequence(), ack);
    }

    private RiskRuleBody body(RiskRuleForm form, KeptFrame frame) {
        FrameView view = frame.event(RiskRuleSetDecoder.TEMPLATE_ID).orElseThrow();
        RiskRuleSetDecoder event = new RiskRuleSetDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        RiskRule rule = new RiskRule(
                event.rule(),
                event.version(),
                form.name(),
                form.type(),
                form.limit(),
                form.windowNanos(),
                form.coolDownNanos(),
                form.scope(),
                form.target(),
                form.instrument(),
                form.asset(),
                form.action(),
                form.severity(),
                form.steps().stream()
                        .map(step -> new RiskStep(step.breaches(), step.action()))
                        .toList(),
                form.isEnabled(),
                0,
                0,
                frame.sequence());
        return RiskRuleBody.of(rule, listed);
    }

    private Answer rules(Call call) {
        Listing<RiskRule> all = risk.rules();
        return bodies(new Listing<>(
                all.items().stream().filter(rule -> isSeen(rule, call)).toList(), all.sequence()));
    }

    private Answer rule(Call call) {
        return risk.rule(number(call))
                .filter(rule -> isSeen(rule, call))
                .map(rule -> Answer.ok(RiskRuleBody.of(rule, listed)))
                .orElseThrow(() -> unknown(call.part("id")));
    }

    /** Oldest first, those of a removed rule as well. */
    private Answer versions(Call call) {
        Listing<RiskRule> all = risk.versions(number(call));
        if (all.items().isEmpty()) throw unknown(call.part("id"));
        return bodies(all);
    }

    private Answer bodies(Listing<RiskRule> rules) {
        return Answer.ok(new Items(
                rules.items().stream()
                        .map(rule -> RiskRuleBody.of(rule, listed))
                        .toList(),
                rules.sequence()));
    }

    private boolean isSeen(RiskRule rule, Call call) {
        if (call.caller().seesAll()) return true;
        int account = call.caller().account();
        int firm = listings.account(account).map(Account::firm).orElse(0);
        return rule.concerns(account, firm);
    }

    private static int number(Call call) {
        String id = call.part("id");
        if (!NUMBERS.matcher(id).matches()) throw unknown(id);
        return Integer.parseInt(id);
    }

    private static Problem unknown(String id) {
        return Problem.at("id", ProblemCode.of(Reason.UNKNOWN_RISK_RULE), "must be a rule that was not removed", id);
    }
}
