package io.rialto.feeds.risk;

import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskSeverity;

/**
 * A breach that was counted.
 *
 * @param number counted from 1 over the venue
 * @param asset in which the value of its rule counts over all instruments; else 0
 * @param count the account's breaches of that version, this one included
 */
public record RiskAlert(
        long number,
        int rule,
        int version,
        RiskRuleType type,
        int account,
        int instrument,
        int asset,
        long measured,
        long limit,
        int count,
        RiskAction action,
        RiskSeverity severity,
        long timeNanos,
        long sequence) {}
