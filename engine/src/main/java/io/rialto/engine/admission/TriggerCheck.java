package io.rialto.engine.admission;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.orders.Special;
import io.rialto.protocol.Reason;

/** Whether an order's type, its trigger and the rest of it can stand together. */
final class TriggerCheck {
    private static final int WHOLE_BPS = 10_000;

    private TriggerCheck() {}

    static Reason refusal(Ticket ticket) {
        Special terms = ticket.terms;
        if (!ticket.isTriggered()) {
            boolean isPlain = terms.triggerTicks == NO_PRICE && !hasTrail(terms) && terms.triggerSource == 0;
            return isPlain ? Reason.NONE : Reason.TRIGGER_NOT_EXPECTED;
        }
        if (ticket.isForAuction()) return Reason.TRIGGER_NOT_FOR_AUCTION;
        if (ticket.isPostOnly()) return Reason.TRIGGER_WITH_POST_ONLY;
        if (ticket.isByAmount()) return Reason.TRIGGER_WITH_QUOTE_AMOUNT;
        if (terms.pegReference != 0) return Reason.TRIGGER_WITH_OTHER_TERMS;
        if (!terms.becomesLimit() && ticket.priceTicks != 0) return Reason.PRICE_NOT_EXPECTED;
        return terms.isTrailing() ? trailing(terms) : fixed(terms);
    }

    private static Reason trailing(Special terms) {
        if (terms.triggerTicks != NO_PRICE) return Reason.TRIGGER_NOT_EXPECTED;
        if (terms.trailingTicks == 0 && terms.trailingBps == 0) return Reason.TRIGGER_MISSING;
        boolean isOne = terms.trailingTicks == 0 || terms.trailingBps == 0;
        boolean isDistance = terms.trailingTicks >= 0 && terms.trailingBps >= 0 && terms.trailingBps < WHOLE_BPS;
        if (!isOne || !isDistance) return Reason.TRAILING_DISTANCE_INVALID;
        boolean isActivation = terms.activationTicks == NO_PRICE || terms.activationTicks > 0;
        return isActivation ? Reason.NONE : Reason.PRICE_NOT_POSITIVE;
    }

    private static Reason fixed(Special terms) {
        if (hasTrail(terms)) return Reason.TRIGGER_NOT_EXPECTED;
        return terms.triggerTicks <= 0 ? Reason.TRIGGER_MISSING : Reason.NONE;
    }

    private static boolean hasTrail(Special terms) {
        return terms.activationTicks != NO_PRICE || terms.trailingTicks != 0 || terms.trailingBps != 0;
    }
}
