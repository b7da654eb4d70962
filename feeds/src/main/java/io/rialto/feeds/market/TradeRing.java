package io.rialto.feeds.market;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The newest trades of one instrument; the oldest makes room for the newest.
 *
 * <p>Kept in parallel arrays that grow up to the capacity and are then used round and round.
 */
final class TradeRing {
    private static final int INITIAL_TRADES = 64;
    private static final int COLUMNS = 6;
    /** Set beside the side. */
    private static final long LIQUIDATION = 1L << 8;

    private final int instrument;
    private final int capacity;
    private long[] rows;
    private int allocated;
    private long added;

    TradeRing(int instrument, int capacity) {
        this.instrument = instrument;
        this.capacity = capacity;
        allocated = Math.min(INITIAL_TRADES, capacity);
        rows = new long[allocated * COLUMNS];
    }

    void add(
            long number,
            long priceTicks,
            long quantityLots,
            Side takerSide,
            boolean isLiquidation,
            long timeNanos,
            long sequence) {
        if (added == allocated && allocated < capacity) grow();
        int at = rowOf(added);
        rows[at] = number;
        rows[at + 1] = priceTicks;
        rows[at + 2] = quantityLots;
        rows[at + 3] = takerSide.value() | (isLiquidation ? LIQUIDATION : 0);
        rows[at + 4] = timeNanos;
        rows[at + 5] = sequence;
        added++;
    }

    boolean isEmpty() {
        return added == 0;
    }

    Trade newest() {
        return at(added - 1);
    }

    long oldestNumber() {
        return rows[rowOf(oldest())];
    }

    boolean hasDropped() {
        return oldest() > 0;
    }

    /** Newest first, of those with a number below the given one. */
    List<Trade> before(long number, int limit) {
        List<Trade> page = new ArrayList<>();
        for (long i = firstNotBelow(number) - 1; i >= oldest() && page.size() < limit; i--) page.add(at(i));
        return page;
    }

    private long firstNotBelow(long number) {
        long low = oldest();
        long high = added;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (rows[rowOf(middle)] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private long oldest() {
        return Math.max(0, added - allocated);
    }

    private int rowOf(long index) {
        return (int) (index % allocated) * COLUMNS;
    }

    private Trade at(long index) {
        int at = rowOf(index);
        return new Trade(
                rows[at],
                instrument,
                rows[at + 1],
                rows[at + 2],
                Side.get((short) (rows[at + 3] & ~LIQUIDATION)),
                (rows[at + 3] & LIQUIDATION) != 0,
                rows[at + 4],
                rows[at + 5]);
    }

    private void grow() {
        allocated = (int) Math.min(capacity, allocated * 2L);
        rows = Arrays.copyOf(rows, allocated * COLUMNS);
    }
}
