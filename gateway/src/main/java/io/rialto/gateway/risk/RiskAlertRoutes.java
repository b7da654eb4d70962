package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.risk.Risk;
import io.rialto.feeds.risk.RiskAlert;
import io.rialto.feeds.risk.RiskRule;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.RiskRuleType;
import java.util.List;

/** Breaches that were counted, newest first, and how an account stands to the rules that are asked of its orders. */
public final class RiskAlertRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;

    private final Risk risk;
    private final Listings listings;
    private final Listed listed;

    public RiskAlertRoutes(Risk risk, Listings listings, Listed listed) {
        this.risk = risk;
        this.listings = listings;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/risk/alerts", Scope.READ, this::alerts, "account", "limit", "cursor")
                .says("What went beyond risk rules, newest first")
                .answers(200, Alerts.class);
        routes.read("/risk/status", Scope.READ, this::status, "account")
                .says("The risk rules that concern the account, and how near it is")
                .answers(200, Status.class);
    }

    private record Alert(
            String rule,
            int version,
            String type,
            String account,
            String symbol,
            String measured,
            String limit,
            int count,
            String action,
            String severity,
            String time,
            long sequence) {}

    private record Alerts(List<Alert> items, String next, long sequence) {}

    private record Rule(
            String id, int version, String name, String type, String action, int count, String lastBreachAt) {}

    private record Status(String account, String state, List<Rule> rules, long sequence) {}

    /** An administrator without an account of his own sees everybody's. */
    private Answer alerts(Call call) {
        boolean isOfAll = call.caller().seesAll() && call.parameter("account").isEmpty();
        int account = isOfAll ? 0 : listed.readAccount(call);
        long before = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        int limit = (int) call.whole("limit", 1, MOST).orElse(USUAL_LIMIT);
        Listing<RiskAlert> found = risk.alerts(account, before, limit);
        List<RiskAlert> items = found.items();
        String next = items.size() < limit
                ? null
                : Cursors.text(items.get(items.size() - 1).number());
        return Answer.ok(new Alerts(items.stream().map(this::body).toList(), next, found.sequence()));
    }

    private Alert body(RiskAlert alert) {
        return new Alert(
                Integer.toString(alert.rule()),
                alert.version(),
                alert.type().name(),
                Integer.toString(alert.account()),
                alert.instrument() == 0
                        ? null
                        : listed.terms(alert.instrument()).instrument().symbol(),
                text(alert, alert.measured()),
                text(alert, alert.limit()),
                alert.count(),
                alert.action().name(),
                alert.severity().name(),
                Times.text(alert.timeNanos()),
                alert.sequence());
    }

    private String text(RiskAlert alert, long value) {
        if (alert.type() == RiskRuleType.ALLOWED_HOURS) return Hours.text(value);
        return LimitUnits.text(value, alert.type(), alert.instrument(), alert.asset(), listed, alert.sequence());
    }

    /** The rules in force for the account, and its own breaches of each as far as they are remembered. */
    private Answer status(Call call) {
        int account = listed.readAccount(call);
        int firm = listings.account(account).map(Account::firm).orElse(0);
        List<RiskAlert> own =
                risk.alerts(account, Long.MAX_VALUE, Integer.MAX_VALUE).items();
        Listing<RiskRule> rules = risk.rules();
        List<Rule> items = rules.items().stream()
                .filter(rule -> rule.isEnabled() && rule.concerns(account, firm))
                .map(rule -> standing(rule, own))
                .toList();
        return Answer.ok(
                new Status(Integer.toString(account), risk.state(account).name(), items, rules.sequence()));
    }

    private static Rule standing(RiskRule rule, List<RiskAlert> own) {
        List<RiskAlert> of = own.stream()
                .filter(alert -> alert.rule() == rule.number() && alert.version() == rule.version())
                .toList();
        return new Rule(
                Integer.toString(rule.number()),
                rule.version(),
                rule.name(),
                rule.type().name(),
                of.isEmpty() ? rule.action().name() : of.get(0).action().name(),
                of.isEmpty() ? 0 : of.get(0).count(),
                of.isEmpty() ? null : Times.text(of.get(0).timeNanos()));
    }
}
