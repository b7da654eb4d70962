package io.rialto.engine.batch;

import java.util.Arrays;

/** Fills, those at one price in a row together, and their sums. Allocates only to grow. */
final class FillsByPrice {
    private static final int COLUMNS = 4;
    private static final int TICKS = 0;
    private static final int LOTS = 1;
    private static final int VALUE = 2;
    private static final int FEE = 3;

    private long[] cells = new long[64 * COLUMNS];
    private int count;
    private long lots;
    private long valueMinor;
    private long feeMinor;

    void clear() {
        count = 0;
        lots = 0;
        valueMinor = 0;
        feeMinor = 0;
    }

    void add(long priceTicks, long addedLots, long addedValueMinor, long addedFeeMinor) {
        boolean isNew = count == 0 || priceTicks(count - 1) != priceTicks;
        if (isNew) begin(priceTicks);
        int row = (count - 1) * COLUMNS;
        cells[row + LOTS] += addedLots;
        cells[row + VALUE] += addedValueMinor;
        cells[row + FEE] += addedFeeMinor;
        lots += addedLots;
        valueMinor += addedValueMinor;
        feeMinor += addedFeeMinor;
    }

    int count() {
        return count;
    }

    long priceTicks(int at) {
        return cells[at * COLUMNS + TICKS];
    }

    long lots(int at) {
        return cells[at * COLUMNS + LOTS];
    }

    long valueMinor(int at) {
        return cells[at * COLUMNS + VALUE];
    }

    long feeMinor(int at) {
        return cells[at * COLUMNS + FEE];
    }

    long lots() {
        return lots;
    }

    long valueMinor() {
        return valueMinor;
    }

    long feeMinor() {
        return feeMinor;
    }

    private void begin(long priceTicks) {
        int row = count++ * COLUMNS;
        if (row == cells.length) cells = Arrays.copyOf(cells, row << 1);
        cells[row + TICKS] = priceTicks;
        Arrays.fill(cells, row + LOTS, row + COLUMNS, 0);
    }
}
