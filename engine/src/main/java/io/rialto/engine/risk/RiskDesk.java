package io.rialto.engine.risk;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.protocol.Reason;
import io.rialto.protocol.RemoveRiskRuleDecoder;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleRemovedEncoder;
import io.rialto.protocol.RiskRuleSetEncoder;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import io.rialto.protocol.RiskSeverity;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Makes rules, versions of rules, and takes them away. What a rule says counts from the next order on.
 *
 * <p>Threading: the core's thread only. Setting a rule allocates; it is rare.
 */
final class RiskDesk {
    private static final byte SPACE = ' ';
    private static final byte LAST_PRINTABLE = '~';

    private static final RiskRuleType[] TYPES = {
        RiskRuleType.MAX_POSITION_SIZE,
        RiskRuleType.POSITION_LIMIT,
        RiskRuleType.MAX_ORDER_VALUE,
        RiskRuleType.MAX_ORDER_RATE,
        RiskRuleType.MAX_OPEN_ORDERS,
        RiskRuleType.PRICE_DEVIATION,
        RiskRuleType.ALLOWED_HOURS,
        RiskRuleType.MAX_DAILY_LOSS,
        RiskRuleType.MAX_DRAWDOWN,
        RiskRuleType.MAX_LEVERAGE,
        RiskRuleType.CONCENTRATION,
        RiskRuleType.LOSS_STREAK
    };

    private final RiskRules rules;
    private RiskRule last;
    private final RuleCheck check;
    private final RiskRuleSetEncoder ruleSet = new RiskRuleSetEncoder();
    private final RiskRuleRemovedEncoder removed = new RiskRuleRemovedEncoder();

    RiskDesk(RiskRules rules, RuleCheck check) {
        this.rules = rules;
        this.check = check;
    }

    Reason set(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        RiskRule rule = new RiskRule();
        Reason refusal = readCodes(rule, frame.buffer(), at);
        if (refusal != Reason.NONE) return refusal;
        rule.number = frame.buffer().getInt(at + SetRiskRuleDecoder.ruleEncodingOffset());
        boolean isNew = rule.number == 0;
        if (!isNew && rules.find(rule.number) == null) return Reason.UNKNOWN_RISK_RULE;
        if (isNew && rules.count() == RiskRules.MOST) return Reason.TOO_MANY_RISK_RULES;
        refusal = readTerms(rule, frame.buffer(), at);
        if (refusal != Reason.NONE) return refusal;
        if (isNew) rules.add(rule);
        else rules.replace(rule);
        last = rule;
        frame.claimEvent(ruleSet).rule(rule.number).version(rule.version);
        return Reason.NONE;
    }

    /** The one that was set last. */
    RiskRule last() {
        return last;
    }

    /** The rule at this place, whatever its number; whether it could be. */
    Reason read(RiskRule rule, DirectBuffer buffer, int at) {
        Reason refusal = readCodes(rule, buffer, at);
        return refusal == Reason.NONE ? readTerms(rule, buffer, at) : refusal;
    }

    Reason remove(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int number = frame.buffer().getInt(at + RemoveRiskRuleDecoder.ruleEncodingOffset());
        RiskRule rule = rules.find(number);
        if (rule == null) return Reason.UNKNOWN_RISK_RULE;
        rules.remove(number);
        frame.claimEvent(removed).rule(number).version(rule.version);
        return Reason.NONE;
    }

    private static Reason readCodes(RiskRule rule, DirectBuffer buffer, int at) {
        boolean areSound = areCodes(rule, buffer, at) && isPrintable(buffer, at);
        return areSound ? Reason.NONE : Reason.INVALID_RISK_RULE;
    }

    private static boolean areCodes(RiskRule rule, DirectBuffer buffer, int at) {
        int type = buffer.getByte(at + SetRiskRuleDecoder.ruleTypeEncodingOffset()) & 0xFF;
        int scope = buffer.getByte(at + SetRiskRuleDecoder.scopeEncodingOffset()) & 0xFF;
        int action = buffer.getByte(at + SetRiskRuleDecoder.actionEncodingOffset()) & 0xFF;
        int severity = buffer.getByte(at + SetRiskRuleDecoder.severityEncodingOffset()) & 0xFF;
        int enabled = buffer.getByte(at + SetRiskRuleDecoder.enabledEncodingOffset()) & 0xFF;
        for (RiskRuleType one : TYPES) if (one.value() == type) rule.type = one;
        boolean areCodes = rule.type != null
                && scope >= RiskScope.EVERYBODY.value()
                && scope <= RiskScope.ACCOUNT.value()
                && isAction(action)
                && severity >= RiskSeverity.LOW.value()
                && severity <= RiskSeverity.CRITICAL.value()
                && enabled <= 1;
        if (!areCodes) return false;
        rule.scope = RiskScope.get((short) scope);
        rule.action = RiskAction.get((short) action);
        rule.severity = RiskSeverity.get((short) severity);
        rule.isEnabled = enabled == 1;
        return true;
    }

    private static boolean isAction(int action) {
        return action >= RiskAction.ALERT.value() && action <= RiskAction.CLOSE_ALL.value();
    }

    /** Nothing but zeros behind the last character. */
    private static boolean isPrintable(DirectBuffer buffer, int at) {
        int from = at + SetRiskRuleDecoder.nameEncodingOffset();
        boolean isOver = false;
        for (int i = 0; i < SetRiskRuleDecoder.nameEncodingLength(); i++) {
            byte character = buffer.getByte(from + i);
            isOver |= character == 0;
            boolean isSound = isOver ? character == 0 : character >= SPACE && character <= LAST_PRINTABLE;
            if (!isSound) return false;
        }
        return true;
    }

    private Reason readTerms(RiskRule rule, DirectBuffer buffer, int at) {
        rule.limit = buffer.getLong(at + SetRiskRuleDecoder.ruleLimitEncodingOffset());
        rule.windowNanos = buffer.getLong(at + SetRiskRuleDecoder.windowNanosEncodingOffset());
        rule.coolDownNanos = buffer.getLong(at + SetRiskRuleDecoder.coolDownNanosEncodingOffset());
        rule.target = buffer.getInt(at + SetRiskRuleDecoder.targetEncodingOffset());
        rule.instrument = buffer.getInt(at + SetRiskRuleDecoder.instrumentEncodingOffset());
        rule.asset = buffer.getInt(at + SetRiskRuleDecoder.assetEncodingOffset());
        int nameAt = at + SetRiskRuleDecoder.nameEncodingOffset();
        for (int word = 0; word < RiskRule.NAME_WORDS; word++) {
            rule.name[word] = buffer.getLong(nameAt + word * Long.BYTES);
        }
        boolean areSteps = readSteps(rule, buffer, at);
        return areSteps ? check.refusal(rule) : Reason.RISK_ESCALATION_NOT_POSSIBLE;
    }

    /** False for a step that is none, or behind a gap. */
    private static boolean readSteps(RiskRule rule, DirectBuffer buffer, int at) {
        boolean areOver = false;
        for (int i = 0; i < RiskRule.MOST_STEPS; i++) {
            int breaches = buffer.getInt(at + SetRiskRuleDecoder.step1BreachesEncodingOffset() + i * Integer.BYTES);
            int action = buffer.getByte(at + SetRiskRuleDecoder.step1ActionEncodingOffset() + i) & 0xFF;
            areOver |= breaches == 0;
            boolean isSound = areOver ? breaches == 0 && action == 0 : isAction(action);
            if (!isSound) return false;
            if (areOver) continue;
            rule.stepBreaches[i] = breaches;
            rule.stepActions[i] = RiskAction.get((short) action);
            rule.steps = i + 1;
        }
        return true;
    }
}
