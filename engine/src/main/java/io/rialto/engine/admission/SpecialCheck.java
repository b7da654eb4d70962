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
        if (refusal != Reason.NONE) return refusal;
        if (ticket.isMarketToLimit() && ticket.isImmediate()) return Reason.MARKET_TO_LIMIT_MUST_REST;
        if (terms.isReduceOnly && ticket.isByAmount()) return Reason.REDUCE_ONLY_WITH_QUOTE_AMOUNT;
        refusal = display(terms);
        if (refusal == Reason.NONE && !leastStands(ticket, terms)) refusal = Reason.LEAST_QUANTITY_NOT_POSSIBLE;
        if (refusal == Reason.NONE) refusal = peg(ticket, terms);
        if (refusal != Reason.NONE) return refusal;
        boolean hasTime = terms.expireTimeNanos != 0 && !ticket.isGoodTillTime();
        return hasTime ? Reason.EXPIRE_TIME_NOT_EXPECTED : Reason.NONE;
    }

    private static boolean isCode(byte value, byte last) {
        return value >= 0 && value <= last;
    }

    /** An order shows a peak or nothing; only a peak has a range. */
    private static Reason display(Special terms) {
        if (terms.isIceberg()) return terms.isHidden ? Reason.HIDDEN_WITH_PEAK : Reason.NONE;
        return terms.displayRangeLots == 0 ? Reason.NONE : Reason.PEAK_MISSING;
    }

    /** A least quantity is one of what is, or becomes, a limit order: FOK, peaks and what gets clipped have rules of their own. */
    private static boolean leastStands(Ticket ticket, Special terms) {
        if (terms.minQuantityLots == 0 && !terms.isAllOrNone) return true;
        boolean isOne = terms.minQuantityLots == 0 || !terms.isAllOrNone;
        boolean isLimit = ticket.isLimit() || ticket.isTriggered() && terms.becomesLimit();
        return isOne && isLimit && !ticket.isFillOrKill() && !terms.isIceberg() && !terms.isReduceOnly;
    }

    private static Reason peg(Ticket ticket, Special terms) {
        if (ticket.isPegged()) return terms.pegReference == 0 ? Reason.PEG_REFERENCE_MISSING : Reason.NONE;
        boolean hasTerms = terms.pegReference != 0 || terms.pegOffsetTicks != 0;
        return hasTerms ? Reason.PEG_NOT_EXPECTED : Reason.NONE;
    }
}
