package io.rialto.engine.risk;

import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import io.rialto.protocol.RiskSeverity;
import java.util.function.LongConsumer;

/** One version of a rule, as it was asked for, and what each account has made of it. Its terms never change. */
final class RiskRule {
    static final int MOST_STEPS = 4;
    static final int NAME_WORDS = 4;

    int number;
    int version;
    int target;
    int instrument;
    int asset;
    long limit;
    long windowNanos;
    long coolDownNanos;
    boolean isEnabled;
    RiskRuleType type;
    RiskScope scope;
    RiskAction action;
    RiskSeverity severity;
    int steps;
    final int[] stepBreaches = new int[MOST_STEPS];
    final RiskAction[] stepActions = new RiskAction[MOST_STEPS];
    final long[] name = new long[NAME_WORDS];
    final Breaches breaches = new Breaches();

    /** After so many breaches of one account. */
    RiskAction action(int count) {
        RiskAction last = action;
        for (int i = 0; i < steps && stepBreaches[i] <= count; i++) last = stepActions[i];
        return last;
    }

    /** Whether it is asked of what accounts have, and not of their orders. */
    boolean isOfHoldings() {
        switch (type) {
            case MAX_DAILY_LOSS:
            case MAX_DRAWDOWN:
            case MAX_LEVERAGE:
            case CONCENTRATION:
            case LOSS_STREAK:
                return true;
            default:
                return false;
        }
    }

    /** Whether it is asked of what an account has in contracts settled in this. */
    boolean concerns(int account, int firm, int settlementAsset) {
        return isOfHoldings() && isEnabled && asset == settlementAsset && isFor(account, firm);
    }

    /** Whether it is asked of the orders of an account in a market that is quoted in this. */
    boolean concerns(int account, int firm, int market, int quoteAsset) {
        if (!isEnabled || instrument != 0 && instrument != market || asset != 0 && asset != quoteAsset) return false;
        return isFor(account, firm);
    }

    private boolean isFor(int account, int firm) {
        return scope == RiskScope.EVERYBODY || target == (scope == RiskScope.FIRM ? firm : account);
    }

    void visit(LongConsumer state) {
        state.accept((long) number << 32 | version);
        state.accept((long) target << 32 | instrument);
        state.accept((long) asset << 32 | (isEnabled ? 1 : 0));
        state.accept(limit);
        state.accept(windowNanos);
        state.accept(coolDownNanos);
        state.accept(type.value() << 24 | scope.value() << 16 | action.value() << 8 | severity.value());
        for (int i = 0; i < steps; i++) state.accept((long) stepBreaches[i] << 32 | stepActions[i].value());
        for (long word : name) state.accept(word);
        breaches.visit(state);
    }
}
