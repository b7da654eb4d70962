package io.rialto.engine.admission;

import io.rialto.engine.orders.Special;

/**
 * Which terms of a special order can stand together: what no feature below knows is refused, so that nothing is taken in
 * that would then be ignored.
 */
public final class SpecialCheck {
    private SpecialCheck() {}

    public static boolean standTogether(Ticket ticket) {
        Special terms = ticket.terms;
        return hasNoTrigger(terms)
                && hasNoDisplay(terms)
                && hasNoPeg(terms)
                && terms.minQuantityLots == 0
                && !terms.isAllOrNone
                && !terms.isReduceOnly
                && terms.expireTimeNanos == 0;
    }

    private static boolean hasNoTrigger(Special terms) {
        return terms.triggerTicks == Special.NO_PRICE
                && terms.activationTicks == Special.NO_PRICE
                && terms.trailingTicks == 0
                && terms.trailingBps == 0
                && terms.triggerSource == 0;
    }

    private static boolean hasNoDisplay(Special terms) {
        return terms.displayLots == 0 && terms.displayRangeLots == 0 && !terms.isHidden;
    }

    private static boolean hasNoPeg(Special terms) {
        return terms.pegReference == 0 && terms.pegOffsetTicks == 0;
    }
}
