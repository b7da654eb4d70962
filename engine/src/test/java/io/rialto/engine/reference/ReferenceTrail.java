package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.Command.SpecialTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far a trailing stop has come: the first price it saw, then the best one since it became active. */
final class ReferenceTrail {
    private final boolean isBuy;
    private final SpecialTerms terms;
    private long firstTicks;
    long extreme; // 0 while it is not active

    ReferenceTrail(ReferenceOrder order) {
        isBuy = order.isBuy;
        terms = order.terms;
    }

    static void refuseImpossible(SpecialTerms terms) {
        refuseIf(terms.triggerTicks() != Command.NULL, TRIGGER_NOT_EXPECTED);
        refuseIf(terms.trailingTicks() == 0 && terms.trailingBps() == 0, TRIGGER_MISSING);
        boolean isTwo = terms.trailingTicks() != 0 && terms.trailingBps() != 0;
        boolean isBelow = terms.trailingTicks() < 0 || terms.trailingBps() < 0;
        refuseIf(isTwo || isBelow || terms.trailingBps() >= 10_000, TRAILING_DISTANCE_INVALID);
        refuseIf(terms.activationTicks() != Command.NULL && terms.activationTicks() <= 0, PRICE_NOT_POSITIVE);
    }

    private boolean isFree() {
        return terms.activationTicks() == Command.NULL;
    }

    boolean isActive() {
        return extreme != 0;
    }

    /** A trigger at the largest price of all is reached by none. */
    boolean canTrigger() {
        return isActive() && trigger() != ReferenceLedger.MOST.longValue();
    }

    void sees(long ticks) {
        if (isActive()) {
            extreme = isBuy ? Math.min(extreme, ticks) : Math.max(extreme, ticks);
            return;
        }
        if (firstTicks == 0) firstTicks = ticks;
        long from = terms.activationTicks();
        boolean isReached =
                isFree() || ticks == from || firstTicks < from && ticks > from || firstTicks > from && ticks < from;
        if (isReached) extreme = ticks;
    }

    /** Where it is elected now. */
    long trigger() {
        return triggerFrom(extreme);
    }

    /** Where it would be elected, as far as can be told: 0 for unknown. */
    long measure(long seenTicks, long referenceTicks) {
        long hoped = !isFree() ? terms.activationTicks() : seenTicks != 0 ? seenTicks : referenceTicks;
        long start = isActive() ? extreme : hoped;
        return start == 0 ? 0 : Math.max(1, triggerFrom(start));
    }

    private long triggerFrom(long ticks) {
        BigDecimal way = valueOf(terms.trailingTicks());
        if (terms.trailingBps() != 0) way = valueOf(ticks).multiply(valueOf(terms.trailingBps(), 4));
        BigDecimal trigger = isBuy ? valueOf(ticks).add(way) : valueOf(ticks).subtract(way);
        RoundingMode away = isBuy ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return trigger.setScale(0, away).min(ReferenceLedger.MOST).longValue();
    }
}
