package io.rialto.engine.position;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Proportion;
import java.util.Arrays;

/** One account in one instrument: how much it bought less what it sold, in lots, and its open reduce-only orders. */
final class Position {
    private static final int FEW = 4;

    final Instrument market;
    final int account;
    long lots;

    /** What the lots of a contract were bought or sold for, in minor units; never below zero. */
    long costMinor;

    /** How far the account levers the contract; 0 for as far as it may. */
    int leverage;

    /** A margin of its own answers for it. */
    boolean isIsolated;

    /** It may have to be brought in line with its orders. */
    boolean isMarked;

    private int[] orders = new int[FEW]; // in no order that shows
    private int count;
    private long foreseenLots;
    private long foresight;

    Position(Instrument market, int account) {
        this.market = market;
        this.account = account;
    }

    /** How much an order of a side could take off it: nothing on the side of the position. */
    long reducibleLots(boolean sells) {
        return takenOff(lots, sells);
    }

    /** The same as it would be then. */
    long reducibleLots(boolean sells, long inForesight) {
        return takenOff(foresight == inForesight ? foreseenLots : lots, sells);
    }

    private static long takenOff(long lots, boolean sells) {
        return Math.max(0, sells ? lots : -lots);
    }

    void change(long byLots) {
        lots = sum(lots, byLots);
    }

    /** So many more or less of a contract at a price; answers what that realises, in minor units. */
    long trade(long byLots, long priceTicks) {
        boolean grows = lots == 0 || lots > 0 == byLots > 0;
        long reducedLots = grows ? 0 : Math.min(Math.abs(lots), Math.abs(byLots));
        long realised = reducedLots == 0 ? 0 : reduce(reducedLots, priceTicks);
        long grownLots = Math.abs(byLots) - reducedLots;
        if (grownLots > 0) costMinor = Math.addExact(costMinor, value(grownLots, priceTicks));
        change(byLots);
        return realised;
    }

    /** A share of the cost goes with the lots, rounded down; the last lots take all that is left of it. */
    private long reduce(long reducedLots, long priceTicks) {
        long size = Math.abs(lots);
        long taken = reducedLots == size ? costMinor : Proportion.of(costMinor, reducedLots, size);
        costMinor -= taken;
        long value = value(reducedLots, priceTicks);
        return lots > 0 ? value - taken : taken - value;
    }

    private long value(long ofLots, long priceTicks) {
        return market.lotValue().traded(priceTicks, ofLots);
    }

    /** As if it changed, and only for those who look along with this foresight. */
    void foresee(long byLots, long inForesight) {
        foreseenLots = sum(foresight == inForesight ? foreseenLots : lots, byLots);
        foresight = inForesight;
    }

    /** What does not fit is counted no further, the same either way. */
    private static long sum(long lots, long byLots) {
        long sum = lots + byLots;
        boolean overflows = ((lots ^ sum) & (byLots ^ sum)) < 0;
        if (overflows) return byLots > 0 ? Long.MAX_VALUE : -Long.MAX_VALUE;
        return Math.max(sum, -Long.MAX_VALUE);
    }

    boolean hasOrders() {
        return count > 0;
    }

    int orderCount() {
        return count;
    }

    int order(int index) {
        return orders[index];
    }

    void add(int slot) {
        if (count == orders.length) orders = Arrays.copyOf(orders, count << 1);
        orders[count++] = slot;
    }

    void remove(int slot) {
        for (int i = 0; i < count; i++) {
            if (orders[i] != slot) continue;
            orders[i] = orders[--count];
            return;
        }
    }
}
