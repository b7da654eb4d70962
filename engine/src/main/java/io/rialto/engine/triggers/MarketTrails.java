package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trailing.Trail;
import io.rialto.engine.trailing.TrailState;

/**
 * The trailing stops of one market, for each price to look at and each side: those that a price has yet to activate, and
 * those that trail.
 */
final class MarketTrails {
    private static final int SIDES = 2;

    private final OpenOrders orders;
    private final Trail.Reached reached;
    private final Trail[] trails = new Trail[TriggerMarket.SOURCES * SIDES];
    private final WaitingHeap[] above = new WaitingHeap[trails.length];
    private final WaitingHeap[] below = new WaitingHeap[trails.length];
    private int size;

    MarketTrails(OpenOrders orders, Trail.Reached reached) {
        this.orders = orders;
        this.reached = reached;
        for (int kind = 0; kind < trails.length; kind++) {
            trails[kind] = new Trail(orders, (kind & 1) != 0);
            above[kind] = new WaitingHeap(orders, true);
            below[kind] = new WaitingHeap(orders, false);
        }
    }

    boolean areEmpty() {
        return size == 0;
    }

    /** Whether it stands here, and not among those whose trigger does not move. */
    static boolean holds(Special special) {
        return special.isTrailing() && special.trailState != TrailState.REACHED;
    }

    /** It waits from now on, with the price that it sees first, or NO_PRICE. */
    void await(int slot, long priceTicks) {
        size++;
        Special special = orders.special(slot);
        if (priceTicks != NO_PRICE) {
            begin(slot, special, priceTicks);
            return;
        }
        special.trailState = TrailState.FRESH;
        special.stopTicks = 0; // any price is above
        above[kindOf(slot, special)].add(slot, special);
    }

    void leave(int slot) {
        size--;
        Special special = orders.special(slot);
        if (special.trailState == TrailState.ACTIVE) trails[kindOf(slot, special)].leave(slot);
        else activations(slot, special).remove(special.triggerPlace);
    }

    void requeue(int slot, long electionSequence) {
        Special special = orders.special(slot);
        if (special.trailState == TrailState.ACTIVE) {
            trails[kindOf(slot, special)].requeue(slot, electionSequence);
        } else {
            activations(slot, special).requeue(special, electionSequence);
        }
    }

    /** The best price since it became active, or NO_PRICE. */
    long extremeTicks(Special special, boolean sells) {
        boolean isActive = special.isTrailing() && special.trailState == TrailState.ACTIVE;
        return isActive ? trails[kindOf(special, sells)].extremeTicks(special) : NO_PRICE;
    }

    /** What buyers and sellers look at, NO_PRICE for nothing. */
    void see(byte source, long buyersTicks, long sellersTicks) {
        if (buyersTicks != NO_PRICE) see((source - 1) * SIDES, buyersTicks);
        if (sellersTicks != NO_PRICE) see((source - 1) * SIDES + 1, sellersTicks);
    }

    private void see(int kind, long priceTicks) {
        int before = trails[kind].size();
        trails[kind].sees(priceTicks, reached);
        size -= before - trails[kind].size();
        activate(above[kind], kind, priceTicks);
        activate(below[kind], kind, priceTicks);
    }

    private void activate(WaitingHeap activations, int kind, long priceTicks) {
        while (activations.isElectedBy(priceTicks)) {
            int slot = activations.first();
            activations.remove(0);
            Special special = orders.special(slot);
            if (special.trailState == TrailState.FRESH) begin(slot, special, priceTicks);
            else start(slot, special, kind, priceTicks);
        }
    }

    /** The first price that it sees says from which side its activation price will be reached. */
    private void begin(int slot, Special special, long priceTicks) {
        int kind = kindOf(slot, special);
        if (special.activationTicks == NO_PRICE || special.activationTicks == priceTicks) {
            start(slot, special, kind, priceTicks);
            return;
        }
        boolean isAbove = special.activationTicks > priceTicks;
        special.trailState = isAbove ? TrailState.ACTIVE_ABOVE : TrailState.ACTIVE_BELOW;
        special.stopTicks = special.activationTicks;
        (isAbove ? above : below)[kind].add(slot, special);
    }

    private void start(int slot, Special special, int kind, long priceTicks) {
        special.trailState = TrailState.ACTIVE;
        special.stopTicks = 0;
        trails[kind].begin(slot, priceTicks);
    }

    private WaitingHeap activations(int slot, Special special) {
        boolean isBelow = special.trailState == TrailState.ACTIVE_BELOW;
        return (isBelow ? below : above)[kindOf(slot, special)];
    }

    private int kindOf(int slot, Special special) {
        return kindOf(special, orders.pool().sells(slot));
    }

    private static int kindOf(Special special, boolean sells) {
        return (special.triggerSource - 1) * SIDES + (sells ? 1 : 0);
    }
}
