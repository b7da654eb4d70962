package io.rialto.engine.allocation;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.InstrumentParameter;
import java.util.Arrays;

/**
 * One price of a market that shares by more than time: who is met there, and for how much. First the aggressor's own
 * orders, which it must not trade with; then the displayed orders by their shares, and icebergs' next peaks by shares
 * again; then, by time, reduce-only orders, hidden ones and those of a least quantity.
 *
 * <p>All that stands at the price is taken down before the first is met, so the book may change under way. Quantities in
 * lots. Threading: the core's thread only. Allocates only to grow.
 */
public final class SharedPrice {
    /** In place of an owner when own orders trade like any other. */
    public static final int NOBODY = Integer.MIN_VALUE;

    private static final int FEW = 64;

    private final OpenOrders orders;
    private final OrderPool pool;
    private final Allocations allocations;
    private final Allocation allocation = new Allocation();
    private final Queue own = new Queue();
    private final Queue behind = new Queue();
    private Queue sharing = new Queue();
    private Queue again = new Queue();

    private Instrument market;
    private boolean isShared;
    private Queue met;
    private int current;
    private long plannedLots;

    public SharedPrice(OpenOrders orders, Allocations allocations) {
        this.orders = orders;
        this.pool = orders.pool();
        this.allocations = allocations;
    }

    /**
     * Takes down what stands at the first order's price.
     *
     * @param ownGroup whose orders the aggressor must not trade with, or {@link #NOBODY}
     * @return the first order at the next price, or {@link OrderPool#NONE}
     */
    public int gather(Instrument of, int first, int ownGroup) {
        market = of;
        Book book = of.book();
        long priceTicks = pool.priceTicks(first);
        own.clear();
        sharing.clear();
        again.clear();
        behind.clear();
        isShared = false;
        int slot = first;
        while (slot != OrderPool.NONE && pool.priceTicks(slot) == priceTicks) {
            queueOf(slot, ownGroup).add(slot, standingLots(slot), pool.openLots(slot));
            slot = book.next(slot);
        }
        return slot;
    }

    /** The next order to be met by an aggressor that wants so many lots here, or {@link OrderPool#NONE}. */
    public int next(long wantedLots) {
        while (true) {
            if (own.hasNext()) return meet(own, own.next());
            if (!isShared) shareOut(wantedLots);
            while (sharing.hasNext()) {
                int order = sharing.next();
                plannedLots = allocation.share(order);
                // Who wants nothing any more still meets somebody, to learn it.
                if (plannedLots > 0 || wantedLots == 0) return meetFor(sharing, order);
            }
            if (allocation.isShort()) return OrderPool.NONE;
            if (again.isEmpty()) return behind.hasNext() ? meet(behind, behind.next()) : OrderPool.NONE;
            Queue over = sharing;
            sharing = again;
            again = over;
            again.clear();
            isShared = false;
        }
    }

    /** Whether the aggressor was to have less than all that shares here: then it meets nobody behind. */
    public boolean isShort() {
        return isShared && allocation.isShort();
    }

    /** For how many lots the order is met. */
    public long lots() {
        return plannedLots;
    }

    /** All of the order, its reserve included. */
    public long openLots() {
        return met.openLots[current];
    }

    /** So much will be taken of it; what was shown of it is then negative or nothing when a new peak is due. */
    public long takes(long lots) {
        met.openLots[current] -= lots;
        met.lots[current] -= lots;
        return met.lots[current];
    }

    /** The order that is being met shows a new peak: it is met again once the others have had theirs. */
    public void standsAgain(int slot, long peakLots, long openLots) {
        if (met != behind) {
            again.add(slot, peakLots, openLots);
            return;
        }
        behind.add(slot, peakLots, openLots);
        for (int i = behind.count - 1; i > behind.next && orders.isHidden(behind.slots[i - 1]); i--)
            behind.swap(i, i - 1);
    }

    private Queue queueOf(int slot, int ownGroup) {
        if (orders.isHidden(slot) || orders.leastLots(slot) > 0 || orders.isReduceOnly(slot)) return behind;
        return pool.tradeGroup(slot) == ownGroup ? own : sharing;
    }

    private long standingLots(int slot) {
        return orders.isIceberg(slot) ? orders.special(slot).shownLots : pool.openLots(slot);
    }

    private int meet(Queue queue, int order) {
        plannedLots = queue.lots[order];
        return meetFor(queue, order);
    }

    private int meetFor(Queue queue, int order) {
        met = queue;
        current = order;
        return queue.slots[order];
    }

    private void shareOut(long wantedLots) {
        isShared = true;
        allocation.clear();
        int top = Allocation.NO_TOP;
        for (int i = 0; i < sharing.count; i++) {
            int slot = sharing.slots[i];
            allocation.add(sharing.lots[i], pool.account(slot));
            if (pool.orderNumber(slot) == market.topOrder(pool.sells(slot))) top = i;
        }
        long topMax = market.parameter(InstrumentParameter.TOP_MAX_LOTS);
        long topMostLots = topMax == Instrument.NONE ? Long.MAX_VALUE : topMax;
        int fifoBps = (int) Math.max(0, market.parameter(InstrumentParameter.FIFO_SHARE_BPS));
        long minLots = market.parameter(InstrumentParameter.PRO_RATA_MIN_LOTS);
        allocation.shareOut(wantedLots, top, topMostLots, allocations.leads(market.number()), fifoBps, minLots);
    }

    /** Orders in the sequence in which they are met, and what is left of each. */
    private static final class Queue {
        private int[] slots = new int[FEW];
        private long[] lots = new long[FEW];
        private long[] openLots = new long[FEW];
        private int count;
        private int next;

        void clear() {
            count = 0;
            next = 0;
        }

        void add(int slot, long standingLots, long open) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, count << 1);
                lots = Arrays.copyOf(lots, count << 1);
                openLots = Arrays.copyOf(openLots, count << 1);
            }
            slots[count] = slot;
            lots[count] = standingLots;
            openLots[count++] = open;
        }

        void swap(int one, int other) {
            int slot = slots[one];
            long standing = lots[one];
            long open = openLots[one];
            slots[one] = slots[other];
            lots[one] = lots[other];
            openLots[one] = openLots[other];
            slots[other] = slot;
            lots[other] = standing;
            openLots[other] = open;
        }

        boolean isEmpty() {
            return count == 0;
        }

        boolean hasNext() {
            return next < count;
        }

        int next() {
            return next++;
        }
    }
}
