package io.rialto.engine.lists;

import static io.rialto.engine.lists.OrderList.PARENT;
import static io.rialto.engine.orders.OpenOrders.NONE;

import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * What follows for a list from what its legs did: a pair decides between its legs, a parent starts its children.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class Following {
    private final OrderLists lists;
    private final LegMoves moves;
    private final ChildStart children;
    private final ListEvents events;

    Following(OrderLists lists, LegMoves moves, ChildStart children, ListEvents events) {
        this.lists = lists;
        this.moves = moves;
        this.children = children;
        this.events = events;
    }

    void follow(Frame frame, int place, OrderList list) {
        boolean hasParent = OrderList.hasParent(list.kind);
        boolean isLost = list.isBroken || hasLostLeg(list, hasParent ? PARENT + 1 : 0);
        if (isLost) endAll(frame, place, list, Reason.OTHER_LEG_DONE);
        else if (!hasParent) followPair(frame, place, list, 0, 1);
        else followParent(frame, place, list);
    }

    private static boolean hasLostLeg(OrderList list, int from) {
        for (int leg = from; leg < list.legs; leg++) if (list.isLost(leg)) return true;
        return false;
    }

    /** True when the pair is decided, and with it the list at its end. */
    private boolean followPair(Frame frame, int place, OrderList list, int one, int other) {
        if (list.areElected[one] || list.areElected[other]) {
            int first = list.hasActed(one) ? one : other;
            goOnAlone(frame, list, first, first == one ? other : one);
            endAll(frame, place, list, Reason.NONE);
            return true;
        }
        boolean reduces = list.kind != OrderList.OCO;
        boolean isDecided = isDecided(frame, list, one, other, reduces) | isDecided(frame, list, other, one, reduces);
        if (isDecided) endAll(frame, place, list, Reason.NONE);
        return isDecided;
    }

    /** What one leg executed ends the other, or makes it smaller. */
    private boolean isDecided(Frame frame, OrderList list, int acted, int follower, boolean reduces) {
        long lots = list.unfollowedLots(acted);
        if (lots == 0) return false;
        list.followedLots[acted] = list.executedLots[acted];
        int slot = lists.slotOf(list, follower);
        if (slot == NONE) return true;
        if (!reduces) {
            moves.cancel(frame, slot);
            return true;
        }
        list.quantityLots[follower] -= lots;
        moves.shrink(frame, slot, lots, lists.slotOf(list, acted));
        return list.states[follower] == OrderList.GONE;
    }

    /** One leg of a pair was chosen: it keeps what it can of the quantity and the hold that both shared. */
    private void goOnAlone(Frame frame, OrderList list, int chosen, int other) {
        int slot = lists.slotOf(list, chosen);
        int otherSlot = lists.slotOf(list, other);
        long doneLots = list.unfollowedLots(other);
        if (slot != NONE && doneLots > 0) moves.shrink(frame, slot, doneLots, otherSlot);
        if (otherSlot == NONE) return;
        long freedMinor = moves.heldMinor(otherSlot);
        moves.cancel(frame, otherSlot);
        slot = lists.slotOf(list, chosen);
        if (slot != NONE && moves.waitsForTrigger(slot)) moves.takeOver(frame, slot, freedMinor);
    }

    private void followParent(Frame frame, int place, OrderList list) {
        boolean hasStarted = list.states[PARENT + 1] != OrderList.PENDING;
        if (hasStarted && list.kind == OrderList.OTOCO && followPair(frame, place, list, 1, 2)) return;
        if (hasStarted && list.kind == OrderList.OTO && list.states[1] == OrderList.GONE) {
            endAll(frame, place, list, Reason.NONE);
            return;
        }
        boolean isOver = list.states[PARENT] == OrderList.GONE;
        long dueLots = dueLots(list, isOver);
        if (dueLots > 0) {
            list.followedLots[PARENT] = list.executedLots[PARENT];
            Reason refusal = children.goOn(frame, list, dueLots);
            if (refusal != Reason.NONE) {
                finish(frame, place, list, refusal);
                return;
            }
            hasStarted = true;
        }
        if (!isOver) return;
        if (!hasStarted) endUnborn(frame, place, list);
        else if (list.kind == OrderList.OTO) finish(frame, place, list, Reason.NONE);
    }

    /** For how many lots children are to start, or to grow. */
    private static long dueLots(OrderList list, boolean isOver) {
        long executedLots = list.executedLots[PARENT];
        if (list.policy == OrderList.PARTIAL) return list.unfollowedLots(PARENT);
        if (!isOver || list.followedLots[PARENT] == executedLots) return 0;
        if (list.isFilled(PARENT)) return list.quantityLots[PARENT + 1];
        return list.startsOnPartialCancel ? Math.min(executedLots, list.quantityLots[PARENT + 1]) : 0;
    }

    private void endUnborn(Frame frame, int place, OrderList list) {
        for (int leg = PARENT + 1; leg < list.legs; leg++) {
            int slot = lists.slotOf(list, leg);
            if (slot != NONE) moves.expire(frame, slot, Reason.PARENT_NOT_FILLED);
        }
        finish(frame, place, list, Reason.PARENT_NOT_FILLED);
    }

    /** One is done and all the others go, but who goes on alone; the parent of a pair that is decided among them. */
    private void endAll(Frame frame, int place, OrderList list, Reason reason) {
        boolean isDecided = reason == Reason.NONE;
        boolean hasParent = OrderList.hasParent(list.kind);
        for (int leg = 0; leg < list.legs; leg++) {
            int slot = lists.slotOf(list, leg);
            boolean stays = isDecided && (!hasParent || leg != PARENT);
            if (slot != NONE && !stays) moves.cancel(frame, slot);
        }
        finish(frame, place, list, reason);
    }

    private void finish(Frame frame, int place, OrderList list, Reason reason) {
        events.ended(frame, list, reason);
        lists.end(place);
    }
}
