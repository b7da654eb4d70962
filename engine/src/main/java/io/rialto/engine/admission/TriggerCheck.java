package io.rialto.engine.admission;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.orders.Special;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;

/** Whether an order's type, its trigger and the rest of it can stand together. */
final class TriggerCheck {
    private static final byte TRAILING_STOP = (byte) OrderType.TRAILING_STOP.value();

    private TriggerCheck() {}

    static Reason refusal(Ticket ticket) {
        Special terms = ticket.terms;
        if (!ticket.isTriggered()) {
            boolean isPlain = terms.triggerTicks == NO_PRICE && !hasTrail(terms) && terms.triggerSource == 0;
            return isPlain ? Reason.NONE : Reason.TRIGGER_NOT_EXPECTED;
        }
        if (ticket.isPostOnly()) return Reason.TRIGGER_WITH_POST_ONLY;
        if (ticket.isByAmount()) return Reason.TRIGGER_WITH_QUOTE_AMOUNT;
        if (terms.isUnusual()) return Reason.INVALID_COMBINATION;
        if (!terms.becomesLimit() && ticket.priceTicks != 0) return Reason.INVALID_COMBINATION;
        return ticket.type >= TRAILING_STOP ? Reason.INVALID_COMBINATION : fixed(terms);
    }

    private static Reason fixed(Special terms) {
        if (hasTrail(terms)) return Reason.TRIGGER_NOT_EXPECTED;
        return terms.triggerTicks <= 0 ? Reason.TRIGGER_MISSING : Reason.NONE;
    }

    private static boolean hasTrail(Special terms) {
        return terms.activationTicks != NO_PRICE || terms.trailingTicks != 0 || terms.trailingBps != 0;
    }
}
