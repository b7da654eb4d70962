package io.rialto.engine.triggers;

import io.rialto.engine.admission.MarketTerms;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.engine.trading.Arrival;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;

/**
 * Lets an elected order arrive: its terms of this moment, fill-or-kill, its hold, and then the book, as if it had just
 * come in.
 */
final class Elections {
    private static final byte FOK = (byte) TimeInForce.FOK.value();

    private final OpenOrders orders;
    private final Balances balances;
    private final Arrival arrival;
    private final Walk walk;
    private final Margins margins;
    private final TriggerEvents events;
    private final MarketTerms marketTerms = new MarketTerms();
    private final Aggressor order = new Aggressor();
    private boolean isLimit;
    private long needMinor;

    Elections(OpenOrders orders, Balances balances, Arrival arrival, Walk walk, Margins margins, TriggerEvents events) {
        this.margins = margins;
        this.orders = orders;
        this.balances = balances;
        this.arrival = arrival;
        this.walk = walk;
        this.events = events;
    }

    /** The order stands in no line any more; its record still says that it waits. */
    void arrive(Frame frame, Instrument market, int slot) {
        Special special = orders.special(slot);
        long heldMinor = special.parkedHoldMinor;
        isLimit = special.becomesLimit();
        order.returns(orders.pool(), slot, market, orders.selfTradePrevention(slot));
        order.holds(heldMinor);
        orders.unpark(slot);
        Reason end = settle(market, slot);
        if (end == Reason.NONE && special.isReduceOnly) end = reduce(market);
        if (end == Reason.NONE && special.timeInForce == FOK && !walk.fillsAll(frame, order, 1))
            end = Reason.FILL_OR_KILL;
        if (end == Reason.NONE) end = checkFunds(frame, heldMinor);
        long askedLots = orders.pool().openLots(slot);
        events.triggered(frame, order, special, askedLots, end == Reason.NONE ? needMinor - heldMinor : 0);
        if (end != Reason.NONE) {
            order.reducesBy(askedLots);
            arrival.end(frame, order, end);
            return;
        }
        balances.hold(order.payingCell(), needMinor - heldMinor);
        order.holds(needMinor);
        if (special.isReduceOnly) arrival.clip(frame, order, askedLots);
        boolean mayRest = Ticket.mayRest(special.timeInForce) && (isLimit || marketTerms.restsAtLimit());
        arrival.meetsBook(frame, order, mayRest, isLimit ? Reason.IMMEDIATE_OR_CANCEL : Reason.NONE, false);
    }

    private Reason settle(Instrument market, int slot) {
        long openLots = orders.pool().openLots(slot);
        if (isLimit) {
            order.limits(orders.pool().priceTicks(slot), openLots);
            return Reason.NONE;
        }
        Reason refusal = marketTerms.settle(market, order.buys());
        if (refusal == Reason.NONE && marketTerms.hasLimit()) order.limits(marketTerms.limitTicks(), openLots);
        else order.takesAnyPrice(openLots);
        return refusal;
    }

    /** It goes on with as much as there is to reduce for it. */
    private Reason reduce(Instrument market) {
        ReduceOnly rules = arrival.reductions();
        long lots = order.openLots();
        Reason refusal = isLimit
                ? rules.settle(market, order.account(), order.buys(), order.priceTicks(), order.order(), lots)
                : rules.settle(market, order.account(), order.buys(), order.order(), lots);
        if (refusal == Reason.NONE) order.reducesBy(rules.lots());
        return refusal;
    }

    private Reason checkFunds(Frame frame, long heldMinor) {
        boolean hasPrice =
                order.priceTicks() > 0 || !order.buys() || order.instrument().isContract();
        needMinor = hasPrice ? order.holdByPrice() : walk.cost(frame, order);
        if (needMinor == Holds.OVERFLOW) return Reason.VALUE_OVERFLOW;
        if (order.instrument().isContract()) return cover();
        long missingMinor = needMinor - heldMinor;
        return missingMinor > balances.available(order.payingCell()) ? Reason.INSUFFICIENT_FUNDS : Reason.NONE;
    }

    private Reason cover() {
        return margins.cover(
                order.instrument(), order.account(), order.buys(), order.holdTicks(), order.openLots(), order.slot());
    }
}
