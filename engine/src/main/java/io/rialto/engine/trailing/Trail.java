package io.rialto.engine.trailing;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import java.util.Arrays;

/**
 * The active trailing stops of one side that watch one price, with the best price since each became active.
 *
 * <p>Those with the same best price stand together. A younger one's is never better than an older one's, so a price that
 * betters some betters the youngest: their groups become one, and nobody of them is looked at. Most prices better nobody
 * and come near no trigger: then two comparisons are all. A step of another price costs O(log n) for each order that it
 * elects, and a look at each group, of which there are as many as different best prices.
 *
 * <p>Prices in ticks. Threading: the core's thread only. Allocates only to grow.
 */
public final class Trail {
    private static final int FEW = 8;
    private static final int NONE = OpenOrders.NONE;

    private final OpenOrders orders;
    private final boolean sells;
    private final TrailHeap byTicks;
    private final TrailHeap byBps;

    // Groups, the oldest and best price first; an order is of the last group that does not begin after its stamp.
    private long[] extremes = new long[FEW];
    private long[] firstStamps = new long[FEW];
    private int[] tickRoots = new int[FEW];
    private int[] bpsRoots = new int[FEW];
    private int groups;
    private int size;
    private long lastStamp;
    private long closestTicks; // no trigger is closer to the price; who leaves may have been the one

    public Trail(OpenOrders orders, boolean sells) {
        this.orders = orders;
        this.sells = sells;
        byTicks = new TrailHeap(orders, false);
        byBps = new TrailHeap(orders, true);
        closestTicks = TrailPrices.never(sells);
    }

    /** It becomes active with this price, which all others here have seen. */
    public void begin(int slot, long priceTicks) {
        if (groups == 0 || extremes[groups - 1] != priceTicks) open(priceTicks);
        orders.special(slot).trailStamp = ++lastStamp;
        size++;
        add(slot, groups - 1);
    }

    /** It trails no more. */
    public void leave(int slot) {
        remove(slot, groupOf(orders.special(slot)));
        size--;
        if (size == 0) clear();
    }

    /** It goes behind all others with its trigger. */
    public void requeue(int slot, long electionSequence) {
        int group = groupOf(orders.special(slot));
        remove(slot, group);
        orders.special(slot).electionSequence = electionSequence;
        add(slot, group);
    }

    /** The best price since it became active. */
    public long extremeTicks(Special active) {
        return extremes[groupOf(active)];
    }

    /** How many orders trail here. */
    public int size() {
        return size;
    }

    /** Moves the triggers first and then lets go of those that the price has reached; they leave. */
    public void sees(long priceTicks, Reached reached) {
        if (groups == 0) return;
        if (isBetter(priceTicks, extremes[groups - 1])) move(priceTicks);
        else if (isReached(closestTicks, priceTicks)) release(priceTicks, reached);
    }

    /** Whoever was bettered stands together from now on; a price that moves triggers reaches none. */
    private void move(long priceTicks) {
        int into = groups - 1;
        while (into > 0 && !isBetter(extremes[into - 1], priceTicks)) into--;
        for (int group = into + 1; group < groups; group++) {
            tickRoots[into] = byTicks.meld(tickRoots[into], tickRoots[group]);
            bpsRoots[into] = byBps.meld(bpsRoots[into], bpsRoots[group]);
        }
        extremes[into] = priceTicks;
        groups = into + 1;
        comesCloser(into);
    }

    private void release(long priceTicks, Reached reached) {
        int kept = 0;
        closestTicks = TrailPrices.never(sells);
        for (int group = 0; group < groups; group++) {
            tickRoots[group] = release(byTicks, tickRoots[group], extremes[group], priceTicks, reached);
            bpsRoots[group] = release(byBps, bpsRoots[group], extremes[group], priceTicks, reached);
            if (tickRoots[group] == NONE && bpsRoots[group] == NONE) continue;
            extremes[kept] = extremes[group];
            firstStamps[kept] = firstStamps[group];
            tickRoots[kept] = tickRoots[group];
            bpsRoots[kept] = bpsRoots[group];
            comesCloser(kept++);
        }
        groups = kept;
    }

    /** Answers the root that is left. */
    private int release(TrailHeap heap, int from, long extremeTicks, long priceTicks, Reached reached) {
        int root = from;
        while (root != NONE) {
            long triggerTicks = TrailPrices.trigger(orders.special(root), sells, extremeTicks);
            if (!isReached(triggerTicks, priceTicks)) return root;
            int slot = root;
            root = heap.pop(slot);
            size--;
            reached.reached(slot, triggerTicks);
        }
        return root;
    }

    private void add(int slot, int group) {
        boolean isInBps = orders.special(slot).trailingBps != 0;
        if (isInBps) bpsRoots[group] = byBps.meld(bpsRoots[group], slot);
        else tickRoots[group] = byTicks.meld(tickRoots[group], slot);
        comesCloser(group);
    }

    private void remove(int slot, int group) {
        boolean isInBps = orders.special(slot).trailingBps != 0;
        if (isInBps) bpsRoots[group] = byBps.remove(bpsRoots[group], slot);
        else tickRoots[group] = byTicks.remove(tickRoots[group], slot);
    }

    private void comesCloser(int group) {
        comesCloser(tickRoots[group], extremes[group]);
        comesCloser(bpsRoots[group], extremes[group]);
    }

    private void comesCloser(int root, long extremeTicks) {
        if (root == NONE) return;
        long triggerTicks = TrailPrices.trigger(orders.special(root), sells, extremeTicks);
        if (isBetter(triggerTicks, closestTicks)) closestTicks = triggerTicks;
    }

    private void open(long priceTicks) {
        if (groups == extremes.length) grow();
        extremes[groups] = priceTicks;
        firstStamps[groups] = lastStamp + 1;
        tickRoots[groups] = NONE;
        bpsRoots[groups++] = NONE;
    }

    private void clear() {
        groups = 0;
        closestTicks = TrailPrices.never(sells);
    }

    private int groupOf(Special active) {
        long stamp = active.trailStamp;
        int low = 0;
        int high = groups - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (firstStamps[middle] <= stamp) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private boolean isBetter(long ticks, long than) {
        return sells ? ticks > than : ticks < than;
    }

    private boolean isReached(long triggerTicks, long priceTicks) {
        return sells ? priceTicks <= triggerTicks : priceTicks >= triggerTicks && triggerTicks != Long.MAX_VALUE;
    }

    private void grow() {
        int length = groups << 1;
        extremes = Arrays.copyOf(extremes, length);
        firstStamps = Arrays.copyOf(firstStamps, length);
        tickRoots = Arrays.copyOf(tickRoots, length);
        bpsRoots = Arrays.copyOf(bpsRoots, length);
    }

    /** Hears of each order that a price has reached; its trigger stays where it is from now on. */
    public interface Reached {
        void reached(int slot, long triggerTicks);
    }
}
