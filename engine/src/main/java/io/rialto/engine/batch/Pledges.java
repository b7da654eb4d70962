package io.rialto.engine.batch;

/**
 * What the operations before would hold, or free, of each balance: at most two balances an operation. Amounts in minor
 * units.
 */
final class Pledges {
    private final int[] cells;
    private final long[] amounts;
    private int count;

    Pledges(int mostOperations) {
        cells = new int[mostOperations];
        amounts = new long[mostOperations];
    }

    void clear() {
        count = 0;
    }

    /** Of the balance, together; below zero when more would be free. */
    long of(int cell) {
        for (int i = 0; i < count; i++) if (cells[i] == cell) return amounts[i];
        return 0;
    }

    /** Below zero frees. */
    void add(int cell, long amountMinor) {
        for (int i = 0; i < count; i++) {
            if (cells[i] == cell) {
                amounts[i] += amountMinor;
                return;
            }
        }
        cells[count] = cell;
        amounts[count++] = amountMinor;
    }
}
