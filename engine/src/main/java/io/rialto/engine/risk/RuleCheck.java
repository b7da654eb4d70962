package io.rialto.engine.risk;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;

/** Whether a rule whose codes are sound can be: whom it concerns, what it measures there, its limit, its times, its steps. */
final class RuleCheck {
    static final long DAY_NANOS = 86_400_000_000_000L;
    static final int MOST_ORDERS = 1_000;

    private static final long LONGEST_COOL_DOWN = 7 * DAY_NANOS;
    private static final int DAY_MINUTES = 24 * 60;
    private static final long MOST_BPS = 10_000_000;
    private static final long WHOLE_BPS = 10_000;
    private static final long MOST_LEVERAGE = 100_000;

    private final Assets assets;
    private final Accounts accounts;
    private final Instruments instruments;

    RuleCheck(Assets assets, Accounts accounts, Instruments instruments) {
        this.assets = assets;
        this.accounts = accounts;
        this.instruments = instruments;
    }

    Reason refusal(RiskRule rule) {
        boolean isOfAccount = rule.scope == RiskScope.ACCOUNT;
        if (isOfAccount && !accounts.isOpen(rule.target)) return Reason.UNKNOWN_ACCOUNT;
        if (rule.instrument != 0 && !instruments.isListed(rule.instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (rule.asset != 0 && !assets.isListed(rule.asset)) return Reason.UNKNOWN_ASSET;
        boolean isTarget = isOfAccount || (rule.scope == RiskScope.FIRM ? rule.target > 0 : rule.target == 0);
        if (!isTarget || !isPlace(rule)) return Reason.RISK_SCOPE_NOT_POSSIBLE;
        if (!areActions(rule)) return Reason.RISK_ACTION_NOT_POSSIBLE;
        if (!isLimit(rule)) return Reason.RISK_LIMIT_NOT_POSSIBLE;
        boolean isCoolDown = rule.coolDownNanos >= 0 && rule.coolDownNanos <= LONGEST_COOL_DOWN;
        if (!isCoolDown || !isWindow(rule)) return Reason.RISK_WINDOW_NOT_POSSIBLE;
        return doStepsRise(rule) ? Reason.NONE : Reason.RISK_ESCALATION_NOT_POSSIBLE;
    }

    private static boolean areActions(RiskRule rule) {
        boolean arePossible = isAction(rule, rule.action);
        for (int i = 0; i < rule.steps; i++) arePossible &= isAction(rule, rule.stepActions[i]);
        return arePossible;
    }

    private static boolean isAction(RiskRule rule, RiskAction action) {
        if (action == RiskAction.REDUCE_SIZE)
            return rule.type == RiskRuleType.MAX_LEVERAGE || rule.type == RiskRuleType.CONCENTRATION;
        return rule.isOfHoldings() || action.value() <= RiskAction.BLOCK.value();
    }

    /** Lots are those of one instrument, value is in one asset, and a number of instruments is of all. */
    private static boolean isPlace(RiskRule rule) {
        boolean isAll = rule.instrument == 0;
        if (rule.isOfHoldings()) return isAll && rule.asset != 0;
        switch (rule.type) {
            case MAX_POSITION_SIZE:
                return !isAll && rule.asset == 0;
            case POSITION_LIMIT:
                return isAll && rule.asset == 0;
            case MAX_ORDER_VALUE:
                return isAll == (rule.asset != 0);
            default:
                return rule.asset == 0;
        }
    }

    private static boolean isLimit(RiskRule rule) {
        switch (rule.type) {
            case MAX_ORDER_RATE:
                return rule.limit >= 1 && rule.limit <= MOST_ORDERS;
            case PRICE_DEVIATION:
                return rule.limit >= 0 && rule.limit <= MOST_BPS;
            case MAX_DRAWDOWN, CONCENTRATION:
                return rule.limit >= 0 && rule.limit < WHOLE_BPS;
            case MAX_LEVERAGE:
                return rule.limit >= 0 && rule.limit <= MOST_LEVERAGE;
            case LOSS_STREAK:
                return rule.limit >= 0 && rule.limit <= MOST_ORDERS;
            case ALLOWED_HOURS:
                return rule.limit >= 0 && rule.limit < DAY_MINUTES;
            default:
                return rule.limit >= 0;
        }
    }

    private static boolean isWindow(RiskRule rule) {
        switch (rule.type) {
            case MAX_ORDER_RATE:
                return rule.windowNanos >= 1 && rule.windowNanos <= DAY_NANOS;
            case ALLOWED_HOURS:
                return rule.windowNanos >= 1 && rule.windowNanos < DAY_NANOS;
            default:
                return rule.windowNanos == 0;
        }
    }

    private static boolean doStepsRise(RiskRule rule) {
        int breaches = 1;
        int action = rule.action.value();
        for (int i = 0; i < rule.steps; i++) {
            if (rule.stepBreaches[i] <= breaches || rule.stepActions[i].value() <= action) return false;
            breaches = rule.stepBreaches[i];
            action = rule.stepActions[i].value();
        }
        return true;
    }
}
