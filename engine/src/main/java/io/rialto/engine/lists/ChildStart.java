package io.rialto.engine.lists;

import static io.rialto.engine.lists.OrderList.PARENT;
import static io.rialto.engine.orders.OpenOrders.NONE;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.Operations;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Starts the children of a parent that was executed, or lets them grow: judged as they would be if they came in now,
 * funds included. A pair starts together and shares one hold; when one of the two cannot start, the other starts alone.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class ChildStart {
    private final OrderLists lists;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Operations operations;
    private final ListEvents events;
    private final LegMoves moves;
    private final Reason[] refusals = new Reason[OrderList.MOST_LEGS];
    private final long[] holdsMinor = new long[OrderList.MOST_LEGS];

    ChildStart(
            OrderLists lists,
            OpenOrders orders,
            Balances balances,
            Operations operations,
            ListEvents events,
            LegMoves moves) {
        this.lists = lists;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.operations = operations;
        this.events = events;
        this.moves = moves;
    }

    /**
     * Starts what has not started and lets the rest grow.
     *
     * @return NONE, or why a child did not start, and so nothing holds the legs together any more
     */
    Reason goOn(Frame frame, OrderList list, long lots) {
        if (list.states[PARENT + 1] != OrderList.PENDING) {
            grow(frame, list, lots);
            return Reason.NONE;
        }
        for (int leg = PARENT + 1; leg < list.legs; leg++) judge(frame, list, leg, lots);
        share(list);
        Reason first = Reason.NONE;
        for (int leg = PARENT + 1; leg < list.legs; leg++) {
            if (refusals[leg] == Reason.NONE) continue;
            if (first == Reason.NONE) first = refusals[leg];
            refuse(frame, list, leg);
        }
        // Who waits outside of the book goes first: so nothing that trades can change what was judged.
        for (int leg = PARENT + 1; leg < list.legs; leg++) startIf(true, frame, list, leg, lots);
        for (int leg = PARENT + 1; leg < list.legs; leg++) startIf(false, frame, list, leg, lots);
        return first;
    }

    private void judge(Frame frame, OrderList list, int leg, long lots) {
        int slot = lists.slotOf(list, leg);
        refusals[leg] = operations.rehearseRevival(frame, slot, lots);
        if (refusals[leg] == Reason.NONE && isForContract()) refusals[leg] = operations.askForFunds();
        holdsMinor[leg] =
                refusals[leg] == Reason.NONE ? operations.rehearsedOrder().holdMinor() : 0;
    }

    /** One hold for a pair, the larger one: who waits for a trigger holds what it needs beyond the other. */
    private void share(OrderList list) {
        if (isForContract()) return; // asked one by one, and they hold nothing
        boolean isPair = list.legs == OrderList.MOST_LEGS
                && refusals[PARENT + 1] == Reason.NONE
                && refusals[PARENT + 2] == Reason.NONE;
        if (isPair) {
            int sharing = isTriggered(list, PARENT + 2) ? PARENT + 2 : PARENT + 1;
            int other = PARENT + 1 + PARENT + 2 - sharing;
            holdsMinor[sharing] = Math.max(0, holdsMinor[sharing] - holdsMinor[other]);
            Reason refusal = isFunded(list, holdsMinor[sharing] + holdsMinor[other]);
            refusals[sharing] = refusal;
            refusals[other] = refusal;
            return;
        }
        for (int leg = PARENT + 1; leg < list.legs; leg++) {
            if (refusals[leg] == Reason.NONE) refusals[leg] = isFunded(list, leg, holdsMinor[leg]);
        }
    }

    /** Of the child that was rehearsed last: all are for one market. */
    private boolean isForContract() {
        return operations.rehearsedOrder().instrument().isContract();
    }

    private Reason isFunded(OrderList list, long holdMinor) {
        return isFunded(list, PARENT + 1, holdMinor);
    }

    private Reason isFunded(OrderList list, int leg, long holdMinor) {
        int cell = orders.payingCell(lists.slotOf(list, leg));
        return holdMinor >= 0 && holdMinor <= balances.available(cell) ? Reason.NONE : Reason.INSUFFICIENT_FUNDS;
    }

    private void refuse(Frame frame, OrderList list, int leg) {
        int slot = lists.slotOf(list, leg);
        events.refused(frame, list, leg, slot, refusals[leg]);
        moves.expire(frame, slot, refusals[leg]);
    }

    private void startIf(boolean isWaiting, Frame frame, OrderList list, int leg, long lots) {
        if (refusals[leg] != Reason.NONE || isTriggered(list, leg) != isWaiting) return;
        refusals[leg] = Reason.NULL_VAL; // done, whatever becomes of it
        int slot = lists.slotOf(list, leg);
        operations.rehearseRevival(frame, slot, lots);
        Aggressor order = operations.rehearsedOrder();
        list.states[leg] = OrderList.WORKING;
        list.quantityLots[leg] = lots;
        pool.quantityLots(slot, lots);
        events.activated(frame, list, leg, slot, order.priceTicks(), lots, holdsMinor[leg]);
        operations.revive(frame, slot, holdsMinor[leg]);
    }

    private boolean isTriggered(OrderList list, int leg) {
        int slot = lists.slotOf(list, leg);
        return slot != NONE && orders.special(slot).isTriggered();
    }

    private void grow(Frame frame, OrderList list, long lots) {
        for (int leg = PARENT + 1; leg < list.legs; leg++) {
            int slot = lists.slotOf(list, leg);
            if (slot == NONE) continue;
            int other = list.legs == OrderList.MOST_LEGS ? lists.slotOf(list, PARENT + 1 + PARENT + 2 - leg) : NONE;
            boolean shares = other != NONE && orders.isParked(slot) && !orders.isParked(other);
            long sharedMinor = shares ? moves.heldMinor(other) : 0;
            Reason refusal = operations.growLeg(frame, slot, lots, sharedMinor);
            if (refusal == Reason.NONE) list.quantityLots[leg] += lots;
            else events.refused(frame, list, leg, slot, refusal);
        }
    }
}
