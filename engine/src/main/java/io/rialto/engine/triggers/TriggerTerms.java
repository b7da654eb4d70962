package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.admission.StaticChecks;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Reason;

/**
 * What an order that is to wait for a price must be, and by which price a buyer holds until then: his limit, or else his
 * trigger and the collar on top; without a collar the trigger alone.
 */
final class TriggerTerms {
    private long holdTicks;

    /** The numbers alone; a trigger that nobody can tell yet is NO_PRICE, and nothing is held for it. */
    Reason settle(Instrument market, Special terms, boolean buys, long triggerTicks, long priceTicks, long lots) {
        if (terms.becomesLimit()) {
            holdTicks = priceTicks;
            return StaticChecks.limit(market, priceTicks, lots);
        }
        Reason refusal = StaticChecks.quantity(market, lots);
        if (refusal != Reason.NONE) return refusal;
        if (triggerTicks == NO_PRICE) {
            holdTicks = 0;
            return StaticChecks.base(market, lots);
        }
        refusal = StaticChecks.value(market, triggerTicks, lots);
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
