package io.rialto.engine.trailing;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;

/**
 * Orders that trail the same price by distances of one kind: the shortest first, then the lower election sequence. A
 * pairing heap whose links are in the orders: two of them become one in O(1), and each order leaves in O(log n).
 *
 * <p>A heap is known by the slot of its first order, or NONE. Allocates nothing.
 */
final class TrailHeap {
    private static final int NONE = OpenOrders.NONE;

    private final OpenOrders orders;
    private final boolean isInBps;

    TrailHeap(OpenOrders orders, boolean isInBps) {
        this.orders = orders;
        this.isInBps = isInBps;
    }

    /** Both are whole heaps; a single order is one. */
    int meld(int one, int other) {
        if (one == NONE) return other;
        if (other == NONE) return one;
        boolean isInOrder = isBefore(one, other);
        int first = isInOrder ? one : other;
        int second = isInOrder ? other : one;
        Special top = orders.special(first);
        Special below = orders.special(second);
        below.trailNext = top.trailChild;
        below.trailBefore = first;
        if (top.trailChild != NONE) orders.special(top.trailChild).trailBefore = second;
        top.trailChild = second;
        return first;
    }

    /** The first order leaves; answers what is left. */
    int pop(int first) {
        Special top = orders.special(first);
        int child = top.trailChild;
        top.trailChild = NONE;
        return paired(child);
    }

    int remove(int root, int slot) {
        if (root == slot) return pop(slot);
        cut(slot);
        return meld(root, pop(slot));
    }

    private void cut(int slot) {
        Special special = orders.special(slot);
        Special before = orders.special(special.trailBefore);
        if (before.trailChild == slot) before.trailChild = special.trailNext;
        else before.trailNext = special.trailNext;
        if (special.trailNext != NONE) orders.special(special.trailNext).trailBefore = special.trailBefore;
        alone(special);
    }

    /** Melds brothers two by two, and then, from the last pair on, all of them. */
    private int paired(int firstBrother) {
        int pairs = NONE;
        int next = firstBrother;
        while (next != NONE) {
            int one = next;
            int other = orders.special(one).trailNext;
            next = other == NONE ? NONE : orders.special(other).trailNext;
            alone(orders.special(one));
            if (other != NONE) alone(orders.special(other));
            int pair = meld(one, other);
            orders.special(pair).trailNext = pairs;
            pairs = pair;
        }
        int root = NONE;
        while (pairs != NONE) {
            int pair = pairs;
            pairs = orders.special(pair).trailNext;
            orders.special(pair).trailNext = NONE;
            root = meld(root, pair);
        }
        return root;
    }

    private static void alone(Special special) {
        special.trailNext = NONE;
        special.trailBefore = NONE;
    }

    private boolean isBefore(int slot, int other) {
        Special one = orders.special(slot);
        Special two = orders.special(other);
        long distance = isInBps ? one.trailingBps : one.trailingTicks;
        long otherDistance = isInBps ? two.trailingBps : two.trailingTicks;
        if (distance != otherDistance) return distance < otherDistance;
        return one.electionSequence < two.electionSequence;
    }
}
