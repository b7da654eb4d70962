package io.rialto.engine.quotes;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * One account's quotes in one instrument, what protects them, and what was executed of them within the window.
 *
 * <p>Quantities in lots, money in minor units, time in nanoseconds. Allocates only to grow to the most fills that a window
 * ever held.
 */
final class QuotePlace {
    private static final int FEW = 16;

    final int account;
    final int instrument;
    /** The account's next place, or null. */
    QuotePlace next;

    long bid;
    long ask;
    long windowNanos;
    long maxLots;
    int maxFills;
    long maxValueMinor;
    private long[] times = new long[FEW]; // rings: their length is a power of two
    private long[] lots = new long[FEW];
    private long[] values = new long[FEW];
    private int head;
    private int tail;
    private long sumLots;
    private long sumValueMinor;

    QuotePlace(int account, int instrument) {
        this.account = account;
        this.instrument = instrument;
    }

    boolean isProtected() {
        return windowNanos != 0;
    }

    /** What was executed at a time; true when that is as much as the protection allows. */
    boolean isEnough(long nowNanos, long filledLots, long valueMinor) {
        while (head != tail && nowNanos - times[head & times.length - 1] >= windowNanos) forgetOldest();
        if (tail - head == times.length) grow();
        int at = tail++ & times.length - 1;
        times[at] = nowNanos;
        lots[at] = filledLots;
        values[at] = valueMinor;
        sumLots = added(sumLots, filledLots);
        sumValueMinor = added(sumValueMinor, valueMinor);
        return maxLots != 0 && sumLots >= maxLots
                || maxFills != 0 && tail - head >= maxFills
                || maxValueMinor != 0 && sumValueMinor >= maxValueMinor;
    }

    long executedLots() {
        return sumLots;
    }

    long executedMinor() {
        return sumValueMinor;
    }

    int fills() {
        return tail - head;
    }

    void forgetAll() {
        head = 0;
        tail = 0;
        sumLots = 0;
        sumValueMinor = 0;
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        state.accept((long) account << 32 | instrument);
        state.accept(bid);
        state.accept(ask);
        state.accept(windowNanos);
        state.accept(maxLots);
        state.accept(maxFills);
        state.accept(maxValueMinor);
        for (int i = head; i != tail; i++) {
            int at = i & times.length - 1;
            state.accept(times[at]);
            state.accept(lots[at]);
            state.accept(values[at]);
        }
        state.accept(-1);
    }

    private void forgetOldest() {
        int at = head++ & times.length - 1;
        sumLots -= lots[at];
        sumValueMinor -= values[at];
    }

    /** All that a venue holds fits 63 bits, but one unit may change hands again and again. */
    private static long added(long sum, long amount) {
        long added = sum + amount;
        return added < 0 ? Long.MAX_VALUE : added;
    }

    private void grow() {
        int length = times.length;
        long[][] rings = {times, lots, values};
        for (int ring = 0; ring < rings.length; ring++) {
            long[] longer = Arrays.copyOf(rings[ring], length << 1);
            for (int i = head; i != tail; i++) longer[i & longer.length - 1] = rings[ring][i & length - 1];
            rings[ring] = longer;
        }
        times = rings[0];
        lots = rings[1];
        values = rings[2];
    }
}
