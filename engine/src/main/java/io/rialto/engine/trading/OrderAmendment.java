package io.rialto.engine.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Gate;
import io.rialto.engine.admission.StaticChecks;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.phases.PhaseRules;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.AmendOrderDecoder;
import io.rialto.protocol.AmendTriggerDecoder;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Changes price or total quantity of a resting order. Less quantity keeps its place; everything else sends it to the
 * back, by way of the other side if the new price crosses.
 */
final class OrderAmendment {
    private static final int PARKINGS = 8;
    private static final byte TRIGGER = (byte) Parking.TRIGGER.value();

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Gate gate;
    private final Gate limits;
    private final Arrival arrival;
    private final Margins margins;
    final Ticket ticket = new Ticket();
    private final Aggressor returning = new Aggressor();

    private final ParkedAmendment[] parked = new ParkedAmendment[PARKINGS];
    private OrderAmendment fellow;

    // The amend at hand.
    private int slot;
    private ParkedAmendment waiting;
    private long triggerTicks;
    private Instrument market;
    private long priceTicks;
    private long quantityLots;
    private long openLots;
    private long clippedLots;
    private long heldMinor;
    private long heldByOtherMinor;
    private boolean isOwners = true;
    private long holdMinor;
    private boolean isGuarded;

    OrderAmendment(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Gate gate,
            Gate limits,
            Arrival arrival,
            Margins margins) {
        this.margins = margins;
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.gate = gate;
        this.limits = limits;
        this.arrival = arrival;
    }

    /** An amendment of its own for the other leg of a pair. */
    void amendsFellowsBy(OrderAmendment another) {
        fellow = another;
    }

    void amendsParked(byte parking, ParkedAmendment amendments) {
        parked[parking] = amendments;
    }

    /** The same for an order that waits for its trigger, and the trigger with it. */
    Reason amendTrigger(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        Reason refusal = find(
                buffer.getInt(at + AmendTriggerDecoder.accountEncodingOffset()),
                buffer.getLong(at + AmendTriggerDecoder.orderEncodingOffset()));
        if (refusal != Reason.NONE) return refusal;
        boolean waits = orders.isParked(slot) && orders.special(slot).parking == TRIGGER;
        if (!waits) return Reason.NOT_WAITING_FOR_TRIGGER;
        priceTicks = buffer.getLong(at + AmendTriggerDecoder.priceTicksEncodingOffset());
        quantityLots = buffer.getLong(at + AmendTriggerDecoder.quantityLotsEncodingOffset());
        refusal = takeOver(buffer.getLong(at + AmendTriggerDecoder.triggerTicksEncodingOffset()));
        if (refusal == Reason.NONE) refusal = checkTerms();
        if (refusal == Reason.NONE) refusal = settleHold();
        return refusal == Reason.NONE ? decide(frame) : refusal;
    }

    Reason amend(Frame frame) {
        return amend(frame, frame.commandOffset() + PART_HEADER_LENGTH);
    }

    /** As the command at this place says. */
    Reason amend(Frame frame, int at) {
        Reason refusal = rehearse(frame, at);
        return refusal == Reason.NONE ? decide(frame) : refusal;
    }

    private Reason decide(Frame frame) {
        int fellowSlot = isOwners ? orders.bondOf(slot).fellowOf(slot) : OpenOrders.NONE;
        if (fellowSlot != OpenOrders.NONE) return decideBoth(frame, fellowSlot);
        Reason refusal = checkFunds(0);
        if (refusal == Reason.NONE) apply(frame);
        return refusal;
    }

    /** Another quantity is for both legs, another price for this one; and both still share one hold, the larger one. */
    private Reason decideBoth(Frame frame, int fellowSlot) {
        boolean isResized = quantityLots != pool.quantityLots(slot);
        boolean isFellowsToo = isResized && quantityLots != pool.quantityLots(fellowSlot);
        Reason refusal = isFellowsToo ? fellow.rehearse(fellowSlot, quantityLots) : fellow.remain(fellowSlot);
        if (refusal != Reason.NONE) return refusal;
        OpenOrders.Bond pair = orders.bondOf(slot);
        if (pair.sharesHold(slot)) holdMinor = Math.max(0, holdMinor - fellow.holdMinor);
        else fellow.holdMinor = Math.max(0, fellow.holdMinor - holdMinor);
        long fellowsMinor = fellow.holdChangeMinor();
        refusal = checkFunds(fellowsMinor);
        if (refusal == Reason.NONE && market.isContract() && isFellowsToo) refusal = fellow.cover();
        if (refusal != Reason.NONE) return refusal;
        if (isResized) {
            pair.resized(slot, quantityLots);
            pair.resized(fellowSlot, quantityLots);
        }
        // What one gives the other takes; and whatever this leg may trade, its fellow is as it has to be before.
        boolean isFirst = holdChangeMinor() < 0 && fellowsMinor > 0;
        if (isFirst) apply(frame);
        if (isFellowsToo) fellow.apply(frame);
        else fellow.applyHold(frame);
        if (!isFirst) apply(frame);
        return Reason.NONE;
    }

    /** An order of another total because of its fellow: all checks but the funds; nothing changes. */
    private Reason rehearse(int ofSlot, long lots) {
        slot = ofSlot;
        priceTicks = pool.priceTicks(slot);
        quantityLots = lots;
        isOwners = false;
        return rehearse();
    }

    /** The order as it is, with what it would hold for itself alone. */
    private Reason remain(int ofSlot) {
        slot = ofSlot;
        market = instruments.get(pool.instrument(slot));
        priceTicks = pool.priceTicks(slot);
        quantityLots = pool.quantityLots(slot);
        openLots = pool.openLots(slot);
        heldMinor = orders.heldMinor(market, slot);
        long holdTicks = orders.isParked(slot) ? orders.special(slot).waitingHoldTicks : orders.holdTicks(slot);
        holdMinor = Holds.of(market, !pool.sells(slot), holdTicks, openLots, pool.feePrepaid(slot));
        return holdMinor == Holds.OVERFLOW ? Reason.VALUE_OVERFLOW : Reason.NONE;
    }

    /**
     * The order gets larger because of another.
     *
     * @param sharedMinor what that other holds for both
     */
    Reason grow(Frame frame, int ofSlot, long lots, long sharedMinor) {
        slot = ofSlot;
        priceTicks = pool.priceTicks(slot);
        quantityLots = pool.quantityLots(slot) + lots;
        heldByOtherMinor = sharedMinor;
        isOwners = false;
        Reason refusal = rehearse();
        if (refusal == Reason.NONE) refusal = decide(frame);
        isOwners = true;
        heldByOtherMinor = 0;
        return refusal;
    }

    /** The order stays in its place with so much open of it, less than there is. */
    Reason reduce(Frame frame, int ofSlot, long lots) {
        slot = ofSlot;
        priceTicks = pool.priceTicks(slot);
        quantityLots = pool.quantityLots(slot) - pool.openLots(slot) + lots;
        Reason refusal = rehearse();
        return refusal == Reason.NONE ? decide(frame) : refusal;
    }

    /** All checks but the funds; nothing changes. */
    Reason rehearse(Frame frame, int at) {
        DirectBuffer buffer = frame.buffer();
        Reason refusal = find(
                buffer.getInt(at + AmendOrderDecoder.accountEncodingOffset()),
                buffer.getLong(at + AmendOrderDecoder.orderEncodingOffset()));
        if (refusal != Reason.NONE) return refusal;
        priceTicks = buffer.getLong(at + AmendOrderDecoder.priceTicksEncodingOffset());
        quantityLots = buffer.getLong(at + AmendOrderDecoder.quantityLotsEncodingOffset());
        return rehearse();
    }

    private Reason rehearse() {
        Reason refusal = takeOver(AmendOrderDecoder.priceTicksNullValue());
        if (refusal == Reason.NONE) refusal = checkTerms();
        return refusal == Reason.NONE ? settleHold() : refusal;
    }

    /** The order that was rehearsed last. */
    int slot() {
        return slot;
    }

    /** Where it would stand. */
    long priceTicks() {
        return priceTicks;
    }

    /** What it would hold in addition; below zero, what would be free. */
    long holdChangeMinor() {
        return holdMinor - heldMinor;
    }

    private Reason find(int account, long order) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        slot = pool.slotOf(order);
        return slot == OrderPool.NONE || pool.account(slot) != account ? Reason.UNKNOWN_ORDER : Reason.NONE;
    }

    /** What was not given stays. */
    private Reason takeOver(long newTriggerTicks) {
        market = instruments.get(pool.instrument(slot));
        triggerTicks = newTriggerTicks;
        boolean isParked = orders.isParked(slot);
        waiting = isParked ? parked[orders.special(slot).parking] : null;
        if (isParked && waiting == null)
            return orders.special(slot).list == 0 ? whyItStays() : Reason.LEG_CANNOT_CHANGE_SO;
        if (priceTicks == AmendOrderDecoder.priceTicksNullValue()) priceTicks = pool.priceTicks(slot);
        if (quantityLots == AmendOrderDecoder.quantityLotsNullValue()) quantityLots = pool.quantityLots(slot);
        boolean isSame = priceTicks == pool.priceTicks(slot) && quantityLots == pool.quantityLots(slot);
        if (isSame && !isMoved()) return Reason.WOULD_CHANGE_NOTHING;
        boolean isOwnPrice = priceTicks == pool.priceTicks(slot) || !orders.isPegged(slot);
        if (!isOwnPrice) return Reason.PEG_PRICE_FOLLOWS;
        if (isOwners) {
            Reason refusal = orders.bondOf(slot).mayAmend(slot, triggerTicks, priceTicks, quantityLots);
            if (refusal != Reason.NONE) return refusal;
        }
        int account = pool.account(slot);
        isGuarded = orders.isSpecial(slot) || market.isGuarded() || accounts.isGuarded(account) || gate.isOnAlert();
        if (!isGuarded) return Reason.NONE;
        ticket.readAmended(orders, slot, priceTicks, quantityLots);
        Reason refusal = gate.admitAmend(ticket, market, isSmaller());
        return refusal == Reason.NONE ? PhaseRules.reprice(market, pool.priceTicks(slot), priceTicks) : refusal;
    }

    private Reason whyItStays() {
        return orders.isPegged(slot) ? Reason.PEG_PRICE_FOLLOWS : Reason.NOT_FOR_AUCTION;
    }

    /** Whether the owner gives it another trigger. */
    private boolean isMoved() {
        return triggerTicks != Special.NO_PRICE && triggerTicks != orders.special(slot).triggerTicks;
    }

    private boolean isSmaller() {
        return !isMoved() && priceTicks == pool.priceTicks(slot) && quantityLots < pool.quantityLots(slot);
    }

    private Reason checkTerms() {
        long goneLots = pool.quantityLots(slot) - pool.openLots(slot);
        if (quantityLots <= goneLots) return Reason.QUANTITY_NOT_ABOVE_EXECUTED;
        openLots = quantityLots - goneLots;
        clippedLots = 0;
        Reason refusal = waiting == null
                ? StaticChecks.limit(market, priceTicks, quantityLots)
                : waiting.check(slot, triggerTicks, priceTicks, quantityLots);
        if (waiting != null) ticket.terms.stopTicks = waiting.valueTicks();
        if (refusal == Reason.NONE && isGuarded) refusal = limits.admitAmend(ticket, market, isSmaller());
        if (refusal != Reason.NONE) return refusal;
        if (waiting != null) return waiting.isReached(slot) ? Reason.WOULD_TRIGGER_AT_ONCE : Reason.NONE;
        if (wouldTakeAgainstItsWill()) return Reason.POST_ONLY_WOULD_TAKE;
        return orders.isReduceOnly(slot) ? reduce() : Reason.NONE;
    }

    private Reason reduce() {
        ReduceOnly rules = arrival.reductions();
        boolean buys = !pool.sells(slot);
        Reason refusal = rules.settle(market, pool.account(slot), buys, priceTicks, pool.orderNumber(slot), openLots);
        clippedLots = openLots - rules.lots();
        return refusal;
    }

    private Reason settleHold() {
        boolean buys = !pool.sells(slot);
        int prepaid = pool.feePrepaid(slot);
        heldMinor = orders.heldMinor(market, slot);
        holdMinor = Holds.of(
                market,
                buys,
                waiting == null ? orders.holdTicks(slot, priceTicks) : waiting.holdTicks(),
                openLots - clippedLots,
                prepaid);
        if (holdMinor == Holds.OVERFLOW) return Reason.VALUE_OVERFLOW;
        if (heldByOtherMinor != 0) holdMinor = Math.max(0, holdMinor - heldByOtherMinor);
        return Reason.NONE;
    }

    /** The order's own hold counts toward what is available. */
    private Reason checkFunds(long fellowsMinor) {
        if (market.isContract()) return cover();
        boolean isFunded = holdChangeMinor() <= balances.available(orders.payingCell(slot)) - fellowsMinor;
        return isFunded ? Reason.NONE : Reason.INSUFFICIENT_FUNDS;
    }

    /** What waits for a trigger is asked when it is elected. */
    private Reason cover() {
        if (waiting != null && !orders.special(slot).holdsByPrice()) return Reason.NONE;
        long limitTicks = waiting == null ? orders.holdTicks(slot, priceTicks) : waiting.holdTicks();
        return margins.coverAnew(
                market, pool.account(slot), !pool.sells(slot), limitTicks, openLots - clippedLots, slot);
    }

    private boolean wouldTakeAgainstItsWill() {
        return orders.isPostOnly(slot) && market.book().crosses(pool.side(slot), priceTicks);
    }

    private void apply(Frame frame) {
        boolean keepsPlace = isSmaller();
        tell(frame, keepsPlace);
        pool.quantityLots(slot, quantityLots);
        if (clippedLots > 0) clip(frame);
        if (waiting != null) {
            orders.special(slot).parkedHoldMinor = holdMinor;
            waiting.apply(frame, slot, priceTicks, openLots, keepsPlace);
        } else if (keepsPlace) getSmaller();
        else comeAnew(frame);
    }

    /** Nothing but the hold of an order that waits. */
    private void applyHold(Frame frame) {
        if (holdMinor == heldMinor) return;
        tell(frame, true);
        orders.special(slot).parkedHoldMinor = holdMinor;
    }

    private void tell(Frame frame, boolean keepsPlace) {
        int version = pool.version(slot) + 1;
        arrival.events()
                .amended(frame, slot)
                .newPriceTicks(priceTicks)
                .newOpenLots(openLots)
                .newQuantityLots(quantityLots)
                .holdChangeMinor(holdMinor - heldMinor)
                .version(version)
                .priorityKept((byte) (keepsPlace ? 1 : 0));
        int cell = orders.payingCell(slot);
        balances.hold(cell, holdMinor - heldMinor);
        balances.verify(cell);
        pool.version(slot, version);
    }

    private void clip(Frame frame) {
        long askedLots = openLots;
        openLots -= clippedLots;
        returning.returns(pool, slot, market, orders.selfTradePrevention(slot));
        returning.limits(priceTicks, openLots);
        arrival.clip(frame, returning, askedLots);
    }

    private void getSmaller() {
        market.book().reduce(slot, pool.openLots(slot) - openLots);
        arrival.displays().reduced(slot);
    }

    private void comeAnew(Frame frame) {
        market.book().remove(slot);
        returning.returns(pool, slot, market, orders.selfTradePrevention(slot));
        returning.limits(priceTicks, openLots);
        returning.holdsUpTo(orders.holdTicks(slot, priceTicks));
        returning.holds(holdMinor);
        arrival.meetsBook(frame, returning, true, Reason.NONE, orders.isPostOnly(slot));
    }
}
