package io.rialto.engine.lists;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;

/** What a list has to know of a leg that was judged: one object a leg, filled in again for every list. */
final class LegTerms {
    int instrument;
    boolean buys;
    boolean isTriggered;
    boolean waitsForRise;
    boolean mayRest;
    boolean isPossible;
    boolean isUnusual;
    boolean isLimit;
    long priceTicks;
    long triggerTicks;
    long quantityLots;
    long holdMinor;

    void take(Ticket ticket, Aggressor order) {
        instrument = ticket.instrument;
        buys = ticket.buys;
        isTriggered = ticket.isTriggered();
        waitsForRise = isTriggered && ticket.terms.waitsForRise(buys);
        mayRest = ticket.mayRest();
        isLimit = !isTriggered && !ticket.isMarket();
        isUnusual = ticket.terms.hasOwnSize();
        boolean mayWaitForAuction = ticket.isForAuction() && (ticket.isMarket() || ticket.isAtClose());
        isPossible = !ticket.isByAmount() && !ticket.slides() && ticket.terms.pegReference == 0 && !mayWaitForAuction;
        priceTicks = ticket.priceTicks;
        triggerTicks = ticket.terms.triggerTicks;
        quantityLots = ticket.quantityLots;
        holdMinor = order.holdMinor();
    }

    /** A leg that is open already: as much as its place beside another depends on. */
    void stands(OpenOrders orders, int slot) {
        Special special = orders.special(slot);
        buys = !orders.pool().sells(slot);
        isTriggered = special.isTriggered();
        waitsForRise = isTriggered && special.waitsForRise(buys);
        moves(orders.pool().priceTicks(slot), special.triggerTicks);
    }

    void moves(long toTicks, long toTriggerTicks) {
        priceTicks = toTicks;
        triggerTicks = toTriggerTicks;
    }

    /** Whether it can stand for as long as it takes: in the book, or until a price elects it. */
    boolean lasts() {
        return isTriggered || isLimit && mayRest;
    }

    /** Where it begins to trade: a limit order's price, a waiting order's trigger; NO_PRICE for a trail. */
    long startsAtTicks() {
        return isTriggered ? triggerTicks : priceTicks;
    }

    /** Whether it trades once the price has come up to it; else once it has come down. */
    boolean isAbove() {
        return isTriggered ? waitsForRise : !buys;
    }

    boolean hasStart() {
        return startsAtTicks() != Special.NO_PRICE;
    }
}
