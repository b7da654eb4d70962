package io.rialto.engine.position;

import io.rialto.engine.listing.Instrument;
import java.util.Arrays;

/** One account in one instrument: how much it bought less what it sold, in lots, and its open reduce-only orders. */
final class Position {
    private static final int FEW = 4;

    final Instrument market;
    final int account;
    long lots;

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
