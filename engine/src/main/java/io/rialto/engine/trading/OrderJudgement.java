package io.rialto.engine.trading;

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
import io.rialto.engine.margin.Margins;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Reduction;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/**
 * Judges an order that is asked for, in the rulebook's order: who and where, what kind, the numbers, post-only,
 * fill-or-kill; and, when it is asked, the funds. Nothing changes. What the order would be is in the aggressor then.
 */
final class OrderJudgement {
    final Ticket ticket = new Ticket();
    final Aggressor aggressor = new Aggressor();

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Balances balances;
    private final Gate gate;
    private final Gate limits;
    private final Walk walk;
    private final Margins margins;
    private final Reduction reduction;
    private final PegTerms pegTerms;
    private final MarketTerms marketTerms = new MarketTerms();
    private final PostOnlyTerms postOnlyTerms = new PostOnlyTerms();
    private TriggerRoom triggers;
    private AuctionRoom auctions;
    private boolean isKilled;
    private boolean hasPassedLimits;
    private boolean isJudged;
    private boolean isGuarded;

    OrderJudgement(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Gate gate,
            Gate limits,
            Walk walk,
            Reduction reduction,
            Margins margins) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.balances = balances;
        this.gate = gate;
        this.limits = limits;
        this.walk = walk;
        this.reduction = reduction;
        this.margins = margins;
        this.pegTerms = new PegTerms(orders);
    }

    void triggeredOrdersGoTo(TriggerRoom room) {
        triggers = room;
    }

    void auctionOrdersGoTo(AuctionRoom room) {
        auctions = room;
    }

    /** A leg that passed is counted now, as the order that it is; its fellows, judged before it, cannot be in its way. */
    Reason judgeAgain(Frame frame, CommandParts part, boolean isPending) {
        isJudged = true;
        Reason refusal = judgeLeg(frame, part, isPending);
        isJudged = false;
        return refusal;
    }

    /** Of a market order that was judged: whether what is left of it rests at its collar. */
    boolean restsAtLimit() {
        return marketTerms.restsAtLimit();
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

    /** Whether there is enough for the order that was admitted or rehearsed last. */
    Reason askForFunds() {
        if (aggressor.instrument().isContract()) return isAskedLater() ? Reason.NONE : cover();
        boolean isFunded = aggressor.holdMinor() <= balances.available(aggressor.payingCell());
        return isFunded ? Reason.NONE : Reason.INSUFFICIENT_FUNDS;
    }

    /** Or never: what waits for a trigger or a reference requires nothing until it could trade. */
    private boolean isAskedLater() {
        return isKilled || ticket.isTriggered() || ticket.isPegged() && aggressor.priceTicks() == 0;
    }

    private Reason cover() {
        return margins.cover(
                aggressor.instrument(),
                aggressor.account(),
                aggressor.buys(),
                aggressor.holdTicks(),
                aggressor.openLots(),
                OpenOrders.NONE);
    }

    /** All checks but the funds, in the rulebook's order. */
    Reason admit(Frame frame, int end) {
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
        if (market.isContract()) {
            Reason refusal = admitContract(market);
            if (refusal != Reason.NONE) return refusal;
        }
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

    private Reason admitContract(Instrument market) {
        return margins.admit(market, ticket.account, ticket.isByAmount(), ticket.becomesMarket());
    }

    private Reason passLimits(Instrument market) {
        if (hasPassedLimits) return Reason.NONE;
        Reason refusal = limits.admit(ticket, market);
        return isJudged ? Reason.NONE : refusal;
    }

    /** What can be said of an order that is to wait for another: all that neither book nor funds can change. */
    private Reason admitPending(Instrument market) {
        Reason refusal = market.isContract() ? admitContract(market) : Reason.NONE;
        if (refusal == Reason.NONE) refusal = gate.admit(ticket, market);
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

    private void arrive(Instrument market) {
        int account = ticket.account;
        byte mode = ticket.asksForAccountsPrevention() ? accounts.selfTradePrevention(account) : ticket.prevention;
        int baseCell = balances.cell(account, market.basePurse());
        int quoteCell = balances.cell(account, market.quotePurse());
        int group = accounts.ownerGroup(account);
        aggressor.arrives(market, ticket.buys, account, group, mode, baseCell, quoteCell);
    }

    private long holdMinor(Frame frame) {
        if (ticket.isByAmount()) {
            if (ticket.buys) return ticket.quoteAmountMinor;
            long lots = walk.lots(frame, aggressor);
            return lots == Holds.OVERFLOW ? lots : Holds.ofSeller(aggressor.instrument(), lots);
        }
        boolean hasPrice = aggressor.priceTicks() > 0
                || !ticket.buys
                || aggressor.instrument().isContract();
        return hasPrice ? aggressor.holdByPrice() : walk.cost(frame, aggressor);
    }

    /** Whether the order that was rehearsed last would end at once, having traded nothing. */
    boolean isKilled() {
        return isKilled;
    }

    boolean waitsForAuction(Instrument market) {
        return ticket.isForAuction() && auctions.waits(ticket, market);
    }
}
