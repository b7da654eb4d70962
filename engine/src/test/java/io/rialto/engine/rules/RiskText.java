package io.rialto.engine.rules;

import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.RiskRuleRemovedDecoder;
import io.rialto.protocol.RiskRuleSetDecoder;
import io.rialto.protocol.RiskRuleTestedDecoder;
import org.agrona.DirectBuffer;

/** The events of risk rules, as a trader would say them. */
final class RiskText {
    private RiskText() {}

    static boolean tells(int type) {
        return type >= RiskRuleSetDecoder.TEMPLATE_ID && type <= RiskRuleTestedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case RiskRuleSetDecoder.TEMPLATE_ID -> {
                var event = new RiskRuleSetDecoder().wrap(buffer, at, length, version);
                yield "rule " + event.rule() + " version " + event.version();
            }
            case RiskRuleRemovedDecoder.TEMPLATE_ID -> {
                var event = new RiskRuleRemovedDecoder().wrap(buffer, at, length, version);
                yield "rule " + event.rule() + " removed at version " + event.version();
            }
            case RiskRuleTestedDecoder.TEMPLATE_ID -> {
                var event = new RiskRuleTestedDecoder().wrap(buffer, at, length, version);
                yield (event.asked() == 1 ? "asked: " : "not asked: ") + event.measured()
                        + (event.beyond() == 1 ? " beyond " : " within ") + event.ruleLimit() + ", " + event.reason();
            }
            default -> {
                var event = new RiskBreachedDecoder().wrap(buffer, at, length, version);
                yield "breach " + event.count() + " of rule " + event.rule() + " version " + event.version() + " by "
                        + event.account() + ": " + event.measured() + " beyond " + event.ruleLimit() + ", "
                        + event.action();
            }
        };
    }
}
