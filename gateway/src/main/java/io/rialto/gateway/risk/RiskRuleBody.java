package io.rialto.gateway.risk;

import io.rialto.feeds.risk.RiskRule;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import java.util.List;

/** A risk rule as a client reads it; what does not concern its type is null. */
record RiskRuleBody(
        String id,
        int version,
        String name,
        String type,
        String limit,
        Long windowMillis,
        String from,
        String to,
        long coolDownMillis,
        Whose scope,
        String action,
        String severity,
        List<Step> escalate,
        boolean enabled,
        long breachCount,
        String lastBreachAt,
        long sequence) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    record Whose(String account, Integer firm, String symbol, String asset) {}

    record Step(int breaches, String action) {}

    static RiskRuleBody of(RiskRule rule, Listed listed) {
        boolean isHours = rule.type() == RiskRuleType.ALLOWED_HOURS;
        return new RiskRuleBody(
                Integer.toString(rule.number()),
                rule.version(),
                rule.name(),
                rule.type().name(),
                isHours
                        ? null
                        : LimitUnits.text(
                                rule.limit(), rule.type(), rule.instrument(), rule.asset(), listed, Long.MAX_VALUE),
                rule.type() == RiskRuleType.MAX_ORDER_RATE ? rule.windowNanos() / NANOS_PER_MILLI : null,
                isHours ? Hours.text(rule.limit()) : null,
                isHours ? Hours.end(rule.limit(), rule.windowNanos()) : null,
                rule.coolDownNanos() / NANOS_PER_MILLI,
                whose(rule, listed),
                rule.action().name(),
                rule.severity().name(),
                rule.steps().stream()
                        .map(step -> new Step(step.breaches(), step.action().name()))
                        .toList(),
                rule.isEnabled(),
                rule.breachCount(),
                rule.breachCount() == 0 ? null : Times.text(rule.lastBreachNanos()),
                rule.sequence());
    }

    private static Whose whose(RiskRule rule, Listed listed) {
        return new Whose(
                rule.scope() == RiskScope.ACCOUNT ? Integer.toString(rule.target()) : null,
                rule.scope() == RiskScope.FIRM ? rule.target() : null,
                rule.instrument() == 0
                        ? null
                        : listed.terms(rule.instrument()).instrument().symbol(),
                rule.asset() == 0 ? null : listed.asset(rule.asset()).code());
    }
}
