package io.rialto.engine.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.AuctionRoom;
import io.rialto.engine.admission.Gate;
import io.rialto.engine.admission.MarketTerms;
import io.rialto.engine.admission.PostOnlyTerms;
import io.rialto.engine.admission.StaticChecks;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.display.PegTerms;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.SpecialEvents;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/**
 * Takes new orders in. The order of its checks is the rulebook's: who and where, what kind, the numbers, post-only,
 * fill-or-kill, funds. Only then does the order exist.
 */
final class OrderEntry {
    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Balances balances;
    private final Gate gate;
    private final Gate limits;
    private final Walk walk;
    private final Arrival arrival;
    private final Caller caller;
    private final SpecialEvents specialEvents;
    private final Ticket ticket = new Ticket();
    private final PegTerms pegTerms;
    private final MarketTerms marketTerms = new MarketTerms();
    private final Aggressor aggressor = new Aggressor();
    private boolean isKilled;
    private boolean hasPassedLimits;
    private boolean isJudged;
    private TriggerRoom triggers;
    private AuctionRoom auctions;
    private long leftOpen;
    private boolean isGuarded;
    private final Reduction reduction;
    private final PostOnlyTerms postOnlyTerms = new PostOnlyTerms();

    OrderEntry(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Gate gate,
            Gate limits,
            Walk walk,
            Arrival arrival,
            Caller caller) {
        this.caller = caller;
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.balances = balances;
        this.gate = gate;
        this.limits = limits;
        this.walk = walk;
        this.arrival = arrival;
        this.reduction = new Reduction(arrival.reductions());
        this.pegTerms = new PegTerms(orders);
        this.specialEvents = new SpecialEvents(orders);
    }

    void triggeredOrdersGoTo(TriggerRoom room) {
        triggers = room;
    }

    void auctionOrdersGoTo(AuctionRoom room) {
        auctions = room;
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

    /** All that an order must pass but its funds; nothing changes. What it would hold is in the aggressor then. */
    Reason rehearse(Frame frame, CommandParts part, int ordersAhead) {
        ticket.read(frame.buffer(), part);
        ticket.isRehearsal = true;
        ticket.ordersAhead = ordersAhead;
        Reason refusal = admit(frame, part.end());
        ticket.isRehearsal = false;
        ticket.ordersAhead = 0;
        return refusal;
    }

    /** The same for a leg of a list, which is a special order in any case, and may have to wait for another leg first. */
    Reason rehearseLeg(Frame frame, CommandParts part, boolean isPending, int ordersAhead) {
        ticket.isRehearsal = true;
        ticket.ordersAhead = ordersAhead;
        Reason refusal = judgeLeg(frame, part, isPending);
        ticket.isRehearsal = false;
        ticket.ordersAhead = 0;
        return refusal;
    }

    private Reason judgeLeg(Frame frame, CommandParts part, boolean isPending) {
        ticket.readLeg(frame.buffer(), part);
        Reason refusal = checkFields(frame, part.end());
        if (refusal != Reason.NONE) return refusal;
        Instrument market = instruments.get(ticket.instrument);
        return isPending ? admitPending(market) : admit(frame, market);
    }

    /** Lets a leg in that passed its rehearsal, under the number of this slot and with this hold. */
    void placeLeg(Frame frame, CommandParts part, int slot, int list, byte leg, boolean isPending, long holdMinor) {
        leftOpen = 0;
        // It is counted now, as the order that it is; its fellows, judged before it, cannot be in its way any more.
        isJudged = true;
        Reason refusal = judgeLeg(frame, part, isPending);
        isJudged = false;
        if (refusal != Reason.NONE) throw new IllegalStateException("a leg that passed must pass again: " + refusal);
        aggressor.holds(holdMinor);
        balances.hold(aggressor.payingCell(), holdMinor);
        accept(frame, slot);
        orders.special(slot).list = list;
        orders.special(slot).leg = leg;
        if (isPending) park(frame, Parking.PARENT, 0);
        else goOn(frame);
    }

    /** Whether an order that waited for another could come in now, with so many lots; but for its funds. */
    Reason rehearseRevival(Frame frame, int slot, long lots) {
        ticket.readAmended(orders, slot, orders.pool().priceTicks(slot), lots);
        reduction.isOf(orders.pool().orderNumber(slot));
        // It was counted, and held against its account's limits, when it was asked for.
        hasPassedLimits = true;
        Reason refusal = admit(frame, instruments.get(ticket.instrument));
        hasPassedLimits = false;
        reduction.isOf(0);
        return refusal;
    }

    /** The order whose revival was rehearsed last comes in, with this hold. */
    void revive(Frame frame, int slot, long holdMinor) {
        orders.unpark(slot);
        aggressor.accepted(slot, orders.pool().orderNumber(slot));
        aggressor.holds(holdMinor);
        balances.hold(aggressor.payingCell(), holdMinor);
        goOn(frame);
    }

    /** The order that was rehearsed last, with its price and its hold. */
    Aggressor rehearsed() {
        return aggressor;
    }

    /** The terms of the order that was read last, as they were asked for. */
    Ticket ticket() {
        return ticket;
    }

    /** Whether the order that was rehearsed last would end at once, having traded nothing. */
    boolean isKilled() {
        return isKilled;
    }

    private Reason enter(Frame frame, int end) {
        leftOpen = 0;
        Reason refusal = admit(frame, end);
        if (refusal != Reason.NONE) return refusal;
        if (aggressor.holdMinor() > balances.available(aggressor.payingCell())) return Reason.INSUFFICIENT_FUNDS;
        goIn(frame);
        return Reason.NONE;
    }

    /** One side of a market maker's quote: an order like any other, that is known as a quote. */
    Reason quote(Frame frame, int account, int instrument, boolean buys, long priceTicks, long lots) {
        ticket.quote(account, instrument, buys, priceTicks, lots);
        return enter(frame, 0);
    }

    /** All checks but the funds, in the rulebook's order. */
    private Reason admit(Frame frame, int end) {
        Reason refusal = checkFields(frame, end);
        return refusal == Reason.NONE ? admit(frame, instruments.get(ticket.instrument)) : refusal;
    }

    private Reason checkFields(Frame frame, int end) {
        if (!accounts.isOpen(ticket.account)) return Reason.UNKNOWN_ACCOUNT;
        if (!instruments.isListed(ticket.instrument)) return Reason.UNKNOWN_INSTRUMENT;
        boolean isNameSound = ticket.isQuote ? orders.readNoClientId() : readName(frame, end);
        if (orders.isClientIdTaken(ticket.account)) return Reason.DUPLICATE_CLIENT_ORDER_ID;
        if (!isNameSound) return Reason.INVALID_COMBINATION;
        Reason refusal = ticket.fieldsRefusal();
        return refusal == Reason.NONE && ticket.isSpecial ? ticket.termsRefusal() : refusal;
    }

    private boolean readName(Frame frame, int end) {
        return orders.readClientId(frame.buffer(), ticket.clientIdOffset, end);
    }

    /** Whether the market takes it, in which its account, its name and its fields were found sound. */
    private Reason admit(Frame frame, Instrument market) {
        isGuarded = ticket.isSpecial || market.isGuarded() || accounts.isGuarded(ticket.account) || gate.isOnAlert();
        if (isGuarded) {
            Reason refusal = gate.admit(ticket, market);
            if (refusal != Reason.NONE) return refusal;
        }
        if (ticket.isTriggered()) return triggeredOrder(market);
        if (ticket.isPegged()) return pegOrder(market);
        Reason refusal = ticket.isMarket() ? marketOrder(market) : limitOrder(market);
        if (refusal == Reason.NONE) refusal = reduction.settle(ticket, market, aggressor);
        if (refusal == Reason.NONE && ticket.isMarketToLimit()) walk.boundBuyer(frame, aggressor);
        if (refusal != Reason.NONE) return refusal;
        isKilled = ticket.isFillOrKill()
                && !walk.fillsAll(frame, aggressor, Reduction.eventsOfAcceptance(ticket, aggressor));
        long holdMinor = isKilled ? 0 : holdMinor(frame);
        if (holdMinor == Holds.OVERFLOW) return Reason.VALUE_OVERFLOW;
        aggressor.holds(holdMinor);
        return Reason.NONE;
    }

    private Reason passLimits(Instrument market) {
        if (hasPassedLimits) return Reason.NONE;
        Reason refusal = limits.admit(ticket, market);
        return isJudged ? Reason.NONE : refusal;
    }

    /** What can be said of an order that is to wait for another: all that neither book nor funds can change. */
    private Reason admitPending(Instrument market) {
        Reason refusal = gate.admit(ticket, market);
        if (refusal == Reason.NONE) refusal = checkNumbers(market);
        if (refusal == Reason.NONE) refusal = passLimits(market);
        if (refusal == Reason.NONE) refusal = Reduction.admitPending(ticket, market);
        if (refusal != Reason.NONE) return refusal;
        arrive(market);
        aggressor.limits(ticket.priceTicks, ticket.quantityLots);
        aggressor.holds(0);
        isKilled = false;
        return Reason.NONE;
    }

    private Reason checkNumbers(Instrument market) {
        if (ticket.isTriggered()) return triggers.admit(ticket, market);
        if (!ticket.isMarket()) return StaticChecks.limit(market, ticket.priceTicks, ticket.quantityLots);
        Reason refusal = StaticChecks.quantity(market, ticket.quantityLots);
        return refusal == Reason.NONE ? StaticChecks.base(market, ticket.quantityLots) : refusal;
    }

    private Reason limitOrder(Instrument market) {
        Reason refusal = StaticChecks.limit(market, ticket.priceTicks, ticket.quantityLots);
        if (refusal == Reason.NONE && isGuarded) refusal = passLimits(market);
        if (refusal != Reason.NONE) return refusal;
        refusal = postOnlyTerms.settle(market, ticket, isGuarded);
        if (refusal != Reason.NONE) return refusal;
        arrive(market);
        aggressor.limits(postOnlyTerms.ticks(), ticket.quantityLots);
        return Reason.NONE;
    }

    private Reason marketOrder(Instrument market) {
        Reason refusal = marketTerms.settle(market, ticket);
        if (refusal == Reason.NONE && isGuarded) refusal = passLimits(market);
        if (refusal != Reason.NONE) return refusal;
        arrive(market);
        if (marketTerms.hasLimit()) aggressor.limits(marketTerms.limitTicks(), ticket.quantityLots);
        else aggressor.takesAnyPrice(ticket.quantityLots);
        if (ticket.isByAmount()) aggressor.spendsOrRaises(ticket.quoteAmountMinor);
        return Reason.NONE;
    }

    /** It will be parked with its hold, and go on once a price elects it. */
    private Reason triggeredOrder(Instrument market) {
        Reason refusal = triggers.admit(ticket, market);
        if (refusal == Reason.NONE) refusal = passLimits(market);
        if (refusal == Reason.NONE && triggers.isReached(ticket, market)) refusal = Reason.WOULD_TRIGGER_AT_ONCE;
        if (refusal == Reason.NONE) refusal = reduction.admitWaiting(ticket, market);
        if (refusal != Reason.NONE) return refusal;
        arrive(market);
        aggressor.limits(ticket.priceTicks, ticket.quantityLots);
        isKilled = false;
        aggressor.holds(Holds.of(market, ticket.buys, triggers.holdTicks(), ticket.quantityLots, 0));
        return aggressor.holdMinor() == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : Reason.NONE;
    }

    /** It works where its reference puts it, and holds by its limit when it has one. */
    private Reason pegOrder(Instrument market) {
        Reason refusal = pegTerms.settle(ticket, market);
        if (refusal == Reason.NONE) refusal = limits.admit(ticket, market);
        if (refusal != Reason.NONE) return refusal;
        arrive(market);
        aggressor.limits(pegTerms.ticks(), ticket.quantityLots);
        if (ticket.priceTicks != 0) aggressor.holdsUpTo(ticket.priceTicks);
        refusal = reduction.settle(ticket, market, aggressor);
        if (refusal != Reason.NONE) return refusal;
        isKilled = false;
        aggressor.holds(aggressor.holdByPrice());
        return aggressor.holdMinor() == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : Reason.NONE;
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

    boolean waitsForAuction(Instrument market) {
        return ticket.isForAuction() && auctions.waits(ticket, market);
    }

    private void arrive(Instrument market) {
        int account = ticket.account;
        byte mode = ticket.asksForAccountsPrevention() ? accounts.selfTradePrevention(account) : ticket.prevention;
        int baseCell = balances.cell(account, market.baseAsset());
        int quoteCell = balances.cell(account, market.quoteAsset());
        int group = accounts.ownerGroup(account);
        aggressor.arrives(market, ticket.buys, account, group, mode, baseCell, quoteCell);
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
        else if (waitsForAuction(aggressor.instrument())) park(frame, Parking.AUCTION, 0);
        else if (isKilled) arrival.end(frame, aggressor, Reason.FILL_OR_KILL);
        else meetBook(frame);
    }

    private void meetBook(Frame frame) {
        boolean isMarket = ticket.isMarket();
        boolean mayRest = ticket.mayRest() && (!isMarket || marketTerms.restsAtLimit());
        Reason remainder = isMarket ? Reason.NONE : Reason.IMMEDIATE_OR_CANCEL;
        boolean rests = ticket.isMarketToLimit()
                ? arrival.becomesLimit(frame, aggressor)
                : arrival.meetsBook(frame, aggressor, mayRest, remainder, ticket.isPostOnly());
        if (rests) leftOpen = aggressor.order();
    }

    private long holdMinor(Frame frame) {
        if (ticket.isByAmount()) {
            if (ticket.buys) return ticket.quoteAmountMinor;
            long lots = walk.lots(frame, aggressor);
            return lots == Holds.OVERFLOW ? lots : Holds.ofSeller(aggressor.instrument(), lots);
        }
        boolean hasPrice = aggressor.priceTicks() > 0 || !ticket.buys;
        return hasPrice ? aggressor.holdByPrice() : walk.cost(frame, aggressor);
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
