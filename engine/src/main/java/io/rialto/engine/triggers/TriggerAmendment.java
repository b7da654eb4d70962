package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trading.ParkedAmendment;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Changes trigger, limit or total quantity of an order that waits for its trigger. Less quantity alone keeps its turn;
 * everything else gives it a new election sequence.
 */
final class TriggerAmendment implements ParkedAmendment {
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final TriggerEvents events;
    private final Triggers triggers;
    private final TriggerTerms terms = new TriggerTerms();
    private long triggerTicks;

    TriggerAmendment(Instruments instruments, OpenOrders orders, TriggerEvents events, Triggers triggers) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.events = events;
        this.triggers = triggers;
    }

    @Override
    public Reason check(int slot, long newTriggerTicks, long priceTicks, long quantityLots) {
        Special special = orders.special(slot);
        if (special.isElected) return Reason.NOT_WAITING_FOR_TRIGGER;
        boolean isGiven = newTriggerTicks != NO_PRICE;
        if (isGiven && special.triggerTicks == NO_PRICE) return Reason.TRIGGER_NOT_EXPECTED;
        if (isGiven && newTriggerTicks <= 0) return Reason.TRIGGER_MISSING;
        if (priceTicks != 0 && !special.becomesLimit()) return Reason.PRICE_NOT_EXPECTED;
        Instrument market = instruments.get(pool.instrument(slot));
        boolean buys = !pool.sells(slot);
        triggerTicks = isGiven ? newTriggerTicks : triggers.triggerTicks(special, market, buys);
        return terms.settle(market, special, buys, triggerTicks, priceTicks, quantityLots);
    }

    /** One that stays where it is was not reached so far. */
    @Override
    public boolean isReached(int slot) {
        Special special = orders.special(slot);
        if (special.isTrailing() || triggerTicks == special.triggerTicks) return false;
        boolean buys = !pool.sells(slot);
        long nowTicks = triggers.of(pool.instrument(slot)).priceTicks(special.triggerSource, buys);
        return TriggerTerms.isReached(nowTicks, triggerTicks, special.waitsForRise(buys));
    }

    @Override
    public long valueTicks() {
        return triggerTicks == NO_PRICE ? 0 : triggerTicks;
    }

    @Override
    public long holdTicks() {
        return terms.holdTicks();
    }

    @Override
    public void apply(Frame frame, int slot, long priceTicks, long openLots, boolean keepsPlace) {
        Special special = orders.special(slot);
        boolean isMoved = !special.isTrailing() && triggerTicks != special.triggerTicks;
        if (isMoved) events.triggerMoved(frame, slot, special.triggerTicks, triggerTicks);
        special.waitingHoldTicks = terms.holdTicks();
        pool.openLots(slot, openLots);
        pool.priceTicks(slot, priceTicks);
        if (keepsPlace) return;
        if (isMoved) {
            special.triggerTicks = triggerTicks;
            special.stopTicks = triggerTicks;
        }
        triggers.awaitAnew(slot);
    }
}
