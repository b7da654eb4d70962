package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.admission.StaticChecks;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Reason;

/**
 * What an order that is to wait for a price must be, and by which price a buyer holds until then: his limit, or else his
 * trigger and the collar on top; without a collar the trigger alone.
 */
final class TriggerTerms {
    private long holdTicks;

    Reason settle(Ticket ticket, Instrument market) {
        Special terms = ticket.terms;
        return settle(market, terms, ticket.buys, terms.triggerTicks, ticket.priceTicks, ticket.quantityLots);
    }

    /** The numbers alone. */
    Reason settle(Instrument market, Special terms, boolean buys, long triggerTicks, long priceTicks, long lots) {
        if (terms.becomesLimit()) {
            holdTicks = priceTicks;
            return StaticChecks.limit(market, priceTicks, lots);
        }
        Reason refusal = StaticChecks.quantity(market, lots);
        if (refusal == Reason.NONE) refusal = StaticChecks.value(market, triggerTicks, lots);
        if (refusal != Reason.NONE) return refusal;
        long collarTicks = market.collarTicks();
        holdTicks = triggerTicks;
        if (!buys || collarTicks == Instrument.NONE) return Reason.NONE;
        if (collarTicks > Long.MAX_VALUE - triggerTicks) return Reason.VALUE_OVERFLOW;
        holdTicks = triggerTicks + collarTicks;
        return Reason.NONE;
    }

    long holdTicks() {
        return holdTicks;
    }

    static boolean isReached(long nowTicks, long triggerTicks, boolean waitsForRise) {
        if (nowTicks == NO_PRICE) return false;
        return waitsForRise ? nowTicks >= triggerTicks : nowTicks <= triggerTicks;
    }
}
