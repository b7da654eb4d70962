package io.rialto.engine.settlement;

import io.rialto.protocol.DaySettledEncoder;
import io.rialto.protocol.ObligationSettledEncoder;
import io.rialto.protocol.ObligationsNettedEncoder;
import io.rialto.protocol.SettlementOutcome;
import io.rialto.protocol.SettlementReservedEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of a settlement cycle. Amounts above zero are received, below zero delivered or paid. */
final class SettlementEvents {
    private final ObligationsNettedEncoder netted = new ObligationsNettedEncoder();
    private final SettlementReservedEncoder reserved = new SettlementReservedEncoder();
    private final ObligationSettledEncoder settled = new ObligationSettledEncoder();
    private final DaySettledEncoder daySettled = new DaySettledEncoder();

    void netted(Frame frame, NettingSet set, int day) {
        frame.claimEvent(netted)
                .grossBaseMinor(set.grossBase)
                .netBaseMinor(set.netBase)
                .grossQuoteMinor(set.grossQuote)
                .netQuoteMinor(set.netQuote)
                .day(day)
                .instrument(set.market().number())
                .members(set.count());
    }

    void reserved(Frame frame, Obligations obligations, int entry, int day, long baseChange, long quoteChange) {
        frame.claimEvent(reserved)
                .baseMinor(obligations.baseIn[entry] - obligations.baseOut[entry])
                .quoteMinor(obligations.quoteIn[entry] - obligations.quoteOut[entry])
                .baseHeldMinor(obligations.baseHeld[entry])
                .quoteHeldMinor(obligations.quoteHeld[entry])
                .baseHoldChangeMinor(baseChange)
                .quoteHoldChangeMinor(quoteChange)
                .day(day)
                .instrument(obligations.instrument(entry))
                .account(obligations.account(entry));
    }

    void settled(Frame frame, Obligations obligations, int entry, int day, long baseMinor, long quoteMinor) {
        boolean isWhole = obligations.isEmpty(entry);
        boolean isNothing = baseMinor == 0 && quoteMinor == 0;
        frame.claimEvent(settled)
                .baseMinor(baseMinor)
                .quoteMinor(quoteMinor)
                .openBaseMinor(obligations.baseIn[entry] - obligations.baseOut[entry])
                .openQuoteMinor(obligations.quoteIn[entry] - obligations.quoteOut[entry])
                .day(day)
                .instrument(obligations.instrument(entry))
                .account(obligations.account(entry))
                .cycles(obligations.cycles[entry])
                .outcome(
                        isWhole
                                ? SettlementOutcome.SETTLED
                                : isNothing ? SettlementOutcome.FAILED : SettlementOutcome.PARTIAL);
    }

    void daySettled(Frame frame, int day, int settledCount, int failedCount) {
        frame.claimEvent(daySettled).day(day).settled(settledCount).failed(failedCount);
    }
}
