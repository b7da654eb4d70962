package io.rialto.engine.margin;

import io.rialto.engine.ledger.Balances;
import java.util.Arrays;

/**
 * The margins whose positions need all of their equity to be kept: they are being liquidated. Their accounts ask for no
 * orders in the contracts that they answer for.
 *
 * <p>By cell, in no order that shows. Threading: the core's thread only. Allocates only to grow.
 */
public final class DistressedMargins {
    private final Balances balances;
    private int[] cells = new int[16];
    private int count;

    DistressedMargins(Balances balances) {
        this.balances = balances;
    }

    public int count() {
        return count;
    }

    public int cell(int index) {
        return cells[index];
    }

    /** @param purse of the account: its margin in an asset, or that of an isolated position */
    public boolean contains(int account, int purse) {
        if (count == 0) return false;
        int cell = balances.find(account, purse);
        for (int i = 0; i < count; i++) {
            if (cells[i] == cell) return true;
        }
        return false;
    }

    void add(int cell) {
        if (count == cells.length) cells = Arrays.copyOf(cells, count << 1);
        cells[count++] = cell;
    }

    void remove(int cell) {
        for (int i = 0; i < count; i++) {
            if (cells[i] != cell) continue;
            cells[i] = cells[--count];
            return;
        }
    }
}
