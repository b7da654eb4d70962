package io.rialto.engine.rules;

import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.RiskRuleRemovedDecoder;
import io.rialto.protocol.RiskRuleSetDecoder;
import org.agrona.DirectBuffer;

/** The events of risk rules, as a trader would say them. */
final class RiskText {
    private RiskText() {}

    static boolean tells(int type) {
        return type >= RiskRuleSetDecoder.TEMPLATE_ID && type <= RiskBreachedDecoder.TEMPLATE_ID;
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
            default -> {
                var event = new RiskBreachedDecoder().wrap(buffer, at, length, version);
                yield "breach " + event.count() + " of rule " + event.rule() + " version " + event.version() + " by "
                        + event.account() + ": " + event.measured() + " beyond " + event.ruleLimit() + ", "
                        + event.action();
            }
        };
    }
}
