package io.rialto.feeds.tickers;

import io.rialto.feeds.prints.PrintLog;

/**
 * The trades that are, or may yet become, the highest (or lowest) of a window: each higher (lower) than all behind it. The
 * first of them is the extreme. Every trade comes in once and goes out once.
 */
final class Extreme {
    private static final int INITIAL_ROOM = 16;

    private final int sign;
    private long[] indexes = new long[INITIAL_ROOM];
    private int first;
    private int size;

    /** @param isHighest or the lowest */
    Extreme(boolean isHighest) {
        sign = isHighest ? 1 : -1;
    }

    void add(PrintLog log, long index) {
        long price = sign * log.price(index);
        while (size > 0 && sign * log.price(at(size - 1)) <= price) size--;
        if (size == indexes.length) grow();
        indexes[(first + size++) & (indexes.length - 1)] = index;
    }

    /** What lies below the window now goes out. */
    void dropBelow(long head) {
        while (size > 0 && at(0) < head) {
            first = (first + 1) & (indexes.length - 1);
            size--;
        }
    }

    /** Whether taking a trade out may let another come up. */
    boolean holds(long index) {
        for (int i = 0; i < size; i++) if (at(i) == index) return true;
        return false;
    }

    void clear() {
        first = 0;
        size = 0;
    }

    /** Of a window in which something stands. */
    long price(PrintLog log) {
        return log.price(at(0));
    }

    private long at(int place) {
        return indexes[(first + place) & (indexes.length - 1)];
    }

    private void grow() {
        long[] grown = new long[indexes.length * 2];
        for (int i = 0; i < size; i++) grown[i] = at(i);
        indexes = grown;
        first = 0;
    }
}
