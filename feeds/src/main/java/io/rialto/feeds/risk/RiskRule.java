package io.rialto.feeds.risk;

import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import io.rialto.protocol.RiskSeverity;
import java.util.List;

/**
 * One version of a risk rule.
 *
 * @param limit in the unit of its type: lots, minor units of a quote asset, basis points, a number, or a minute of the day
 * @param target the account or firm; 0 for everybody
 * @param instrument 0 for all
 * @param asset in which value is counted over all instruments; else 0
 * @param breachCount of this version, of all accounts
 * @param lastBreachNanos 0 before the first
 * @param sequence of the frame that set it
 */
public record RiskRule(
        int number,
        int version,
        String name,
        RiskRuleType type,
        long limit,
        long windowNanos,
        long coolDownNanos,
        RiskScope scope,
        int target,
        int instrument,
        int asset,
        RiskAction action,
        RiskSeverity severity,
        List<RiskStep> steps,
        boolean isEnabled,
        long breachCount,
        long lastBreachNanos,
        long sequence) {
    public RiskRule {
        steps = List.copyOf(steps);
    }

    /** Whether it is asked of orders of an account of this firm. */
    public boolean concerns(int account, int firm) {
        return switch (scope) {
            case EVERYBODY -> true;
            case FIRM -> target == firm;
            default -> target == account;
        };
    }

    RiskRule breached(long timeNanos) {
        return new RiskRule(
                number,
                version,
                name,
                type,
                limit,
                windowNanos,
                coolDownNanos,
                scope,
                target,
                instrument,
                asset,
                action,
                severity,
                steps,
                isEnabled,
                breachCount + 1,
                timeNanos,
                sequence);
    }
}
