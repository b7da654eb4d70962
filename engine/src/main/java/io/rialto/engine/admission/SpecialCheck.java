package io.rialto.engine.admission;

import io.rialto.engine.orders.Special;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TriggerSource;

/**
 * Which terms of a special order can stand together: what no feature below knows is refused, so that nothing is taken in
 * that would then be ignored.
 */
final class SpecialCheck {
    private static final byte LAST_SOURCE = (byte) TriggerSource.BEST.value();
    private static final byte LAST_REFERENCE = (byte) PegReference.MID.value();

    private SpecialCheck() {}

    static Reason refusal(Ticket ticket) {
        Special terms = ticket.terms;
        boolean areCodes = isCode(terms.triggerSource, LAST_SOURCE) && isCode(terms.pegReference, LAST_REFERENCE);
        if (!areCodes) return Reason.INVALID_COMBINATION;
        Reason refusal = TriggerCheck.refusal(ticket);
        if (refusal == Reason.NONE && ticket.isMarketToLimit()) refusal = marketToLimit(ticket);
        if (refusal != Reason.NONE) return refusal;
        if (terms.isReduceOnly && ticket.isByAmount()) return Reason.REDUCE_ONLY_WITH_QUOTE_AMOUNT;
        boolean isKnown = displayStands(terms)
                && leastStands(ticket, terms)
                && pegStands(ticket, terms)
                && (terms.expireTimeNanos == 0 || ticket.isGoodTillTime());
        return isKnown ? Reason.NONE : Reason.INVALID_COMBINATION;
    }

    private static Reason marketToLimit(Ticket ticket) {
        if (ticket.isImmediate()) return Reason.MARKET_TO_LIMIT_MUST_REST;
        return ticket.isPostOnly() ? Reason.MARKET_TO_LIMIT_WITH_POST_ONLY : Reason.NONE;
    }

    private static boolean isCode(byte value, byte last) {
        return value >= 0 && value <= last;
    }

    /** An order shows a peak or nothing; only a peak has a range. */
    private static boolean displayStands(Special terms) {
        if (terms.isIceberg()) return !terms.isHidden;
        return terms.displayRangeLots == 0;
    }

    /** A least quantity is one of an ordinary limit order: FOK, peaks and what gets clipped have rules of their own. */
    private static boolean leastStands(Ticket ticket, Special terms) {
        if (terms.minQuantityLots == 0 && !terms.isAllOrNone) return true;
        boolean isOne = terms.minQuantityLots == 0 || !terms.isAllOrNone;
        return isOne && ticket.isLimit() && !ticket.isFillOrKill() && !terms.isIceberg() && !terms.isReduceOnly;
    }

    private static boolean pegStands(Ticket ticket, Special terms) {
        return ticket.isPegged() ? terms.pegReference != 0 : terms.pegReference == 0 && terms.pegOffsetTicks == 0;
    }
}
