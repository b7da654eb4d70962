package io.rialto.engine.position;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.protocol.Reason;

/** What a reduce-only order may be of what it asks for, before it comes in. Threading: the core's thread only. */
public final class Reduction {
    private final ReduceOnly rules;
    private long number = ReduceOnly.NEW_ORDER;

    public Reduction(ReduceOnly rules) {
        this.rules = rules;
    }

    /** The order that is settled next has this number already; 0 for a new one. */
    public void isOf(long order) {
        number = order == 0 ? ReduceOnly.NEW_ORDER : order;
    }

    /** It comes in with as much as there is to reduce for it, or not at all. */
    public Reason settle(Ticket ticket, Instrument market, Aggressor order) {
        if (!ticket.isReduceOnly()) return Reason.NONE;
        long lots = ticket.quantityLots;
        Reason refusal = ticket.isMarket()
                ? rules.settle(market, ticket.account, ticket.buys, number, lots)
                : rules.settle(market, ticket.account, ticket.buys, order.priceTicks(), number, lots);
        if (refusal == Reason.NONE) order.reducesBy(rules.lots());
        return refusal;
    }

    /** Of an order that waits for its price: whether there is anything to reduce for it. */
    public Reason admitWaiting(Ticket ticket, Instrument market) {
        return ticket.isReduceOnly() ? rules.admit(market, ticket.account, ticket.buys) : Reason.NONE;
    }

    /** Of an order that waits for another: whether there can ever be. */
    public static Reason admitPending(Ticket ticket, Instrument market) {
        boolean isInVain = ticket.isReduceOnly() && !market.tracksPositions();
        return isInVain ? Reason.REDUCE_ONLY_NOT_TRACKED : Reason.NONE;
    }

    /** How many events say that the order is accepted. */
    public static int eventsOfAcceptance(Ticket ticket, Aggressor order) {
        boolean isClipped = ticket.isReduceOnly() && order.openLots() < ticket.quantityLots;
        return isClipped ? 3 : ticket.isSpecial ? 2 : 1;
    }
}
