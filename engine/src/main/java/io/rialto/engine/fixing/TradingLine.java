package io.rialto.engine.fixing;

import java.util.Arrays;

/** One side of an auction in the order in which it trades, and what is left of each. Allocates only to grow. */
final class TradingLine {
    private int[] slots = new int[64];
    private long[] lots = new long[64];
    private int first;
    private int size;

    void clear() {
        first = 0;
        size = 0;
    }

    void add(int slot, long openLots) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size << 1);
            lots = Arrays.copyOf(lots, size << 1);
        }
        slots[size] = slot;
        lots[size++] = openLots;
    }

    /** The place of the first of whom anything is left. */
    int first() {
        while (first < size && lots[first] == 0) first++;
        return first;
    }

    int size() {
        return size;
    }

    int slot(int place) {
        return slots[place];
    }

    long left(int place) {
        return lots[place];
    }

    /** The first is out. */
    void drop() {
        lots[first] = 0;
    }

    void take(int place, long tradedLots) {
        lots[place] -= tradedLots;
    }
}
