package io.rialto.engine.rules;

import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import io.rialto.protocol.RiskSeverity;
import java.util.ArrayList;
import java.util.List;

/** A risk rule as its maker says it: {@code alerts(MAX_OPEN_ORDERS, 3).of(ALICE)}; for everybody in the one market unless said. */
final class RiskRuleBook {
    private final RiskRuleType type;
    private final RiskAction action;
    private final long limit;
    private final List<List<Integer>> steps = new ArrayList<>();
    private int rule;
    private long windowNanos;
    private long coolDownNanos;
    private RiskScope scope = RiskScope.EVERYBODY;
    private int target;
    private int instrument = 1;
    private int asset;
    private int enabled = 1;

    private RiskRuleBook(RiskRuleType type, RiskAction action, long limit) {
        this.type = type;
        this.action = action;
        this.limit = limit;
        if (type == RiskRuleType.POSITION_LIMIT) instrument = 0;
    }

    static RiskRuleBook alerts(RiskRuleType type, long limit) {
        return new RiskRuleBook(type, RiskAction.ALERT, limit);
    }

    static RiskRuleBook blocks(RiskRuleType type, long limit) {
        return new RiskRuleBook(type, RiskAction.BLOCK, limit);
    }

    static RiskRuleBook does(RiskAction action, RiskRuleType type, long limit) {
        return new RiskRuleBook(type, action, limit);
    }

    RiskRuleBook of(int account) {
        scope = RiskScope.ACCOUNT;
        target = account;
        return this;
    }

    RiskRuleBook ofFirm(int firm) {
        scope = RiskScope.FIRM;
        target = firm;
        return this;
    }

    RiskRuleBook in(int market) {
        instrument = market;
        return this;
    }

    RiskRuleBook quotedIn(int code) {
        instrument = 0;
        asset = code;
        return this;
    }

    RiskRuleBook within(long nanos) {
        windowNanos = nanos;
        return this;
    }

    RiskRuleBook cools(long nanos) {
        coolDownNanos = nanos;
        return this;
    }

    RiskRuleBook from(int breaches, RiskAction other) {
        steps.add(List.of(breaches, other == null ? 0 : (int) other.value()));
        return this;
    }

    RiskRuleBook anew(int number) {
        rule = number;
        return this;
    }

    RiskRuleBook disabled() {
        enabled = 0;
        return this;
    }

    SetRiskRule set() {
        return new SetRiskRule(
                rule,
                type.value(),
                limit,
                windowNanos,
                scope.value(),
                target,
                instrument,
                asset,
                action.value(),
                RiskSeverity.HIGH.value(),
                steps,
                coolDownNanos,
                enabled,
                "a rule of the desk");
    }
}
