package io.rialto.engine.fixing;

import java.util.Arrays;

/**
 * What orders of one side would trade at each price: lots by price, lowest price first.
 *
 * <p>Sums are kept in two halves of 32 bits each, so that no number of orders can overflow them; {@link #lots} says a sum
 * that is beyond 63 bits as the greatest long. Threading: the core's thread only. Allocates only to grow.
 */
final class Curve {
    private static final int HALF = 32;
    private static final long LOW_HALF = (1L << HALF) - 1;

    private long[] ticks = new long[16];
    private long[] high = new long[16];
    private long[] low = new long[16];
    private int size;

    /** Of two halves of a sum. */
    static long lots(long highSum, long lowSum) {
        long whole = highSum + (lowSum >>> HALF);
        return whole >>> HALF - 1 != 0 ? Long.MAX_VALUE : whole << HALF | lowSum & LOW_HALF;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long ticks(int level) {
        return ticks[level];
    }

    long high(int level) {
        return high[level];
    }

    long low(int level) {
        return low[level];
    }

    /** Of a curve that is not empty. */
    long lowest() {
        return ticks[0];
    }

    long highest() {
        return ticks[size - 1];
    }

    /** The first level at this price or above. */
    int from(long priceTicks) {
        int found = Arrays.binarySearch(ticks, 0, size, priceTicks);
        return found >= 0 ? found : ~found;
    }

    void add(long priceTicks, long lots) {
        int level = from(priceTicks);
        if (level == size || ticks[level] != priceTicks) insert(level, priceTicks);
        high[level] += lots >>> HALF;
        low[level] += lots & LOW_HALF;
    }

    void take(long priceTicks, long lots) {
        int level = from(priceTicks);
        high[level] -= lots >>> HALF;
        low[level] -= lots & LOW_HALF;
        if (lots(high[level], low[level]) == 0) remove(level);
    }

    private void insert(int level, long priceTicks) {
        if (size == ticks.length) grow();
        shift(level, level + 1, size - level);
        size++;
        ticks[level] = priceTicks;
        high[level] = 0;
        low[level] = 0;
    }

    private void remove(int level) {
        size--;
        shift(level + 1, level, size - level);
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(ticks, from, ticks, to, count);
        System.arraycopy(high, from, high, to, count);
        System.arraycopy(low, from, low, to, count);
    }

    private void grow() {
        ticks = Arrays.copyOf(ticks, size << 1);
        high = Arrays.copyOf(high, size << 1);
        low = Arrays.copyOf(low, size << 1);
    }
}
