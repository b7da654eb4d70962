package io.rialto.engine.trading;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Walk;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/**
 * The operations of trading as parts of a larger command: done, or rehearsed. A rehearsal makes every check but that of
 * funds and changes nothing; it answers with what would be held.
 *
 * <p>Money in minor units, prices in ticks. Threading: the core's thread only. Allocates nothing.
 */
public final class Operations {
    private final OrderEntry entry;
    private final OrderJudgement judgement;
    private final OrderCancellation cancellation;
    private final OrderAmendment amendment;
    private final Walk walk;

    Operations(
            OrderEntry entry,
            OrderJudgement judgement,
            OrderCancellation cancellation,
            OrderAmendment amendment,
            Walk walk) {
        this.entry = entry;
        this.judgement = judgement;
        this.cancellation = cancellation;
        this.amendment = amendment;
        this.walk = walk;
    }

    public Reason place(Frame frame, CommandParts part) {
        return entry.place(frame, part);
    }

    public Reason cancel(Frame frame, CommandParts part) {
        return cancellation.cancel(frame, part.blockOffset());
    }

    public Reason cancel(Frame frame, int account, long order) {
        return cancellation.cancel(frame, account, order);
    }

    public Reason amend(Frame frame, CommandParts part) {
        return amendment.amend(frame, part.blockOffset());
    }

    /** The order that was placed last, if it stands in the book; else 0. */
    public long leftOpen() {
        return entry.leftOpen();
    }

    /** @param ordersAhead orders of the same command that come before it and are not counted yet */
    public Reason rehearseOrder(Frame frame, CommandParts part, int ordersAhead) {
        return judgement.rehearse(frame, part, ordersAhead);
    }

    /** The order that was rehearsed last: its price and its hold. */
    public Aggressor rehearsedOrder() {
        return judgement.aggressor;
    }

    /** Whether there is enough for the order that was rehearsed last. */
    public Reason askForFunds() {
        return judgement.askForFunds();
    }

    /** As the order that was rehearsed last was asked for. */
    public Ticket rehearsedTicket() {
        return judgement.ticket;
    }

    /** Whether the order that was rehearsed last would wait for an auction outside of the book. */
    public boolean waitsForAuction(Instrument market) {
        return judgement.waitsForAuction(market);
    }

    /** Whether the order that was rehearsed last is a fill-or-kill that would be killed. */
    public boolean isRehearsedOrderKilled() {
        return judgement.isKilled();
    }

    /** The fills that the order rehearsed last would have. */
    public void showFills(Frame frame, Walk.Visitor visitor) {
        walk.show(frame, judgement.aggressor, visitor);
    }

    /** How much it would get at once. */
    public long fillableLots(Frame frame) {
        return walk.fillableLots(frame, judgement.aggressor);
    }

    /** @param isPending it will wait for another leg first; then only what no book and no funds can change is checked */
    public Reason rehearseLeg(Frame frame, CommandParts part, boolean isPending, int ordersAhead) {
        return judgement.rehearseLeg(frame, part, isPending, ordersAhead);
    }

    /** Lets a leg in that passed, under the number of this slot and with this hold; it may have ended when this returns. */
    public void placeLeg(
            Frame frame, CommandParts part, int slot, int list, int leg, boolean isPending, long holdMinor) {
        entry.placeLeg(frame, part, slot, list, (byte) leg, isPending, holdMinor);
    }

    /** Whether an order that waited for another could come in now, with so many lots; but for its funds. */
    public Reason rehearseRevival(Frame frame, int slot, long lots) {
        return judgement.rehearseRevival(frame, slot, lots);
    }

    /** The order whose revival was rehearsed last comes in, with this hold. */
    public void revive(Frame frame, int slot, long holdMinor) {
        entry.revive(frame, slot, holdMinor);
    }

    /** An open order gets larger, of whose hold another has this much. */
    public Reason growLeg(Frame frame, int slot, long lots, long sharedMinor) {
        return amendment.grow(frame, slot, lots, sharedMinor);
    }

    /** One side of a market maker's quote. */
    public Reason quote(Frame frame, int account, int instrument, boolean buys, long priceTicks, long lots) {
        return entry.quote(frame, account, instrument, buys, priceTicks, lots);
    }

    /** An open order stays in its place with less open of it than there is. */
    public Reason reduce(Frame frame, int slot, long openLots) {
        return amendment.reduce(frame, slot, openLots);
    }

    public Reason rehearseAmend(Frame frame, CommandParts part) {
        amendment.ticket.isRehearsal = true;
        Reason refusal = amendment.rehearse(frame, part.blockOffset());
        amendment.ticket.isRehearsal = false;
        return refusal;
    }

    /** The slot of the order whose amend was rehearsed last. */
    public int rehearsedAmend() {
        return amendment.slot();
    }

    public long rehearsedAmendTicks() {
        return amendment.priceTicks();
    }

    /** What that amend would hold in addition; below zero, what it would free. */
    public long rehearsedAmendHoldMinor() {
        return amendment.holdChangeMinor();
    }
}
