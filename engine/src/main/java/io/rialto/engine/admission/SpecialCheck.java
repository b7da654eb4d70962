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
                && displayStands(terms)
                && leastStands(ticket, terms)
                && hasNoPeg(terms)
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

    /** An order shows a peak or nothing; only a peak has a range. */
    private static boolean displayStands(Special terms) {
        if (terms.isIceberg()) return !terms.isHidden;
        return terms.displayRangeLots == 0;
    }

    /** A least quantity is one of an ordinary limit order: FOK and peaks have rules of their own. */
    private static boolean leastStands(Ticket ticket, Special terms) {
        if (terms.minQuantityLots == 0 && !terms.isAllOrNone) return true;
        boolean isOne = terms.minQuantityLots == 0 || !terms.isAllOrNone;
        return isOne && ticket.isLimit() && !ticket.isFillOrKill() && !terms.isIceberg();
    }

    private static boolean hasNoPeg(Special terms) {
        return terms.pegReference == 0 && terms.pegOffsetTicks == 0;
    }
}
