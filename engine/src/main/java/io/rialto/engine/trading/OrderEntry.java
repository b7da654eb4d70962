package io.rialto.engine.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.AuctionRoom;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.SpecialEvents;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/** Takes orders in that were judged: only then do they exist. */
final class OrderEntry {
    private final OpenOrders orders;
    private final Balances balances;
    private final OrderJudgement judgement;
    private final Arrival arrival;
    private final Caller caller;
    private final SpecialEvents specialEvents;
    private final Ticket ticket;
    private final Aggressor aggressor;
    private TriggerRoom triggers;
    private AuctionRoom auctions;
    private long leftOpen;

    OrderEntry(OpenOrders orders, Balances balances, OrderJudgement judgement, Arrival arrival, Caller caller) {
        this.orders = orders;
        this.balances = balances;
        this.judgement = judgement;
        this.arrival = arrival;
        this.caller = caller;
        this.ticket = judgement.ticket;
        this.aggressor = judgement.aggressor;
        this.specialEvents = new SpecialEvents(orders);
    }

    void triggeredOrdersGoTo(TriggerRoom room) {
        triggers = room;
        judgement.triggeredOrdersGoTo(room);
    }

    void auctionOrdersGoTo(AuctionRoom room) {
        auctions = room;
        judgement.auctionOrdersGoTo(room);
    }

    /** The order that the last command left open, in the book or outside of it; 0 for none. */
    long leftOpen() {
        return leftOpen;
    }

    Reason place(Frame frame) {
        ticket.read(frame.buffer(), frame.commandOffset() + PART_HEADER_LENGTH);
        return enter(frame, frame.eventsOffset());
    }

    Reason placeSpecial(Frame frame) {
        ticket.readSpecial(frame.buffer(), frame.commandOffset() + PART_HEADER_LENGTH);
        return enter(frame, frame.eventsOffset());
    }

    /** An order that is part of a larger command. */
    Reason place(Frame frame, CommandParts part) {
        ticket.read(frame.buffer(), part);
        return enter(frame, part.end());
    }

    /** Lets a leg in that passed its rehearsal, under the number of this slot and with this hold. */
    void placeLeg(Frame frame, CommandParts part, int slot, int list, byte leg, boolean isPending, long holdMinor) {
        leftOpen = 0;
        Reason refusal = judgement.judgeAgain(frame, part, isPending);
        if (refusal != Reason.NONE) throw new IllegalStateException("a leg that passed must pass again: " + refusal);
        aggressor.holds(holdMinor);
        balances.hold(aggressor.payingCell(), holdMinor);
        accept(frame, slot);
        orders.special(slot).list = list;
        orders.special(slot).leg = leg;
        if (isPending) park(frame, Parking.PARENT, 0);
        else goOn(frame);
    }

    /** The order whose revival was rehearsed last comes in, with this hold. */
    void revive(Frame frame, int slot, long holdMinor) {
        orders.unpark(slot);
        aggressor.accepted(slot, orders.pool().orderNumber(slot));
        aggressor.holds(holdMinor);
        balances.hold(aggressor.payingCell(), holdMinor);
        goOn(frame);
    }

    private Reason enter(Frame frame, int end) {
        leftOpen = 0;
        Reason refusal = judgement.admit(frame, end);
        if (refusal != Reason.NONE) return refusal;
        refusal = judgement.askForFunds();
        if (refusal == Reason.NONE) goIn(frame);
        return refusal;
    }

    /** One side of a market maker's quote: an order like any other, that is known as a quote. */
    Reason quote(Frame frame, int account, int instrument, boolean buys, long priceTicks, long lots) {
        ticket.quote(account, instrument, buys, priceTicks, lots);
        return enter(frame, 0);
    }

    private void park(Frame frame, Parking parking, long holdMinor) {
        int slot = aggressor.slot();
        byte mode = aggressor.selfTradePrevention();
        aggressor.restsIn(orders.pool());
        if (!orders.isEnlisted(slot)) orders.enlist(slot, mode, ticket.isPostOnly(), aggressor.quantityLots());
        orders.park(slot, (byte) parking.value(), holdMinor);
        if (parking == Parking.TRIGGER) triggers.await(slot);
        if (parking == Parking.AUCTION) auctions.await(slot);
        specialEvents.parked(frame, slot);
        leftOpen = aggressor.order();
    }

    /** It exists now; a fill-or-kill that cannot be had whole is accepted, never held anything and ends at once. */
    private void goIn(Frame frame) {
        balances.hold(aggressor.payingCell(), aggressor.holdMinor());
        accept(frame, orders.claim());
        goOn(frame);
    }

    private void goOn(Frame frame) {
        if (ticket.isReduceOnly()) arrival.clip(frame, aggressor, ticket.quantityLots);
        if (ticket.isTriggered()) park(frame, Parking.TRIGGER, aggressor.holdMinor());
        else if (ticket.isPegged() && aggressor.priceTicks() == 0) park(frame, Parking.PEG, aggressor.holdMinor());
        else if (judgement.waitsForAuction(aggressor.instrument())) park(frame, Parking.AUCTION, 0);
        else if (judgement.isKilled()) arrival.end(frame, aggressor, Reason.FILL_OR_KILL);
        else meetBook(frame);
    }

    private void meetBook(Frame frame) {
        boolean isMarket = ticket.isMarket();
        boolean mayRest = ticket.mayRest() && (!isMarket || judgement.restsAtLimit());
        Reason remainder = isMarket ? Reason.NONE : Reason.IMMEDIATE_OR_CANCEL;
        boolean rests = ticket.isMarketToLimit()
                ? arrival.becomesLimit(frame, aggressor)
                : arrival.meetsBook(frame, aggressor, mayRest, remainder, ticket.isPostOnly());
        if (rests) leftOpen = aggressor.order();
    }

    private void accept(Frame frame, int slot) {
        if (caller.isTagged()) orders.tag(slot, caller.trader(), caller.key(), caller.session());
        if (ticket.isSpecial) orders.specialize(slot, ticket.terms, aggressor.instrument());
        if (ticket.isQuote) orders.quotes(slot);
        if (ticket.isPegged() && ticket.priceTicks != 0) orders.special(slot).capTicks = ticket.priceTicks;
        aggressor.accepted(slot, orders.pool().orderNumber(slot));
        // Who counts what is filled of quotes asks the record whose it is, and its side, before it rests.
        if (ticket.isQuote) aggressor.restsIn(orders.pool());
        arrival.events().accepted(frame, aggressor, ticket.type, ticket.timeInForce, ticket.postOnly);
        if (ticket.isSpecial) specialEvents.termsAccepted(frame, slot);
    }
}
