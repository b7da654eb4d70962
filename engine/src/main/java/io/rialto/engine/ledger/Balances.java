package io.rialto.engine.ledger;

import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;

/**
 * Double-entry balances: for each account and asset what it owns in total, and what of that is held.
 *
 * <p>Money only moves from one cell to another of the same asset, so the sum over all cells of an asset is always zero;
 * the outside world's cell mirrors what is inside. A cell is found once by account and asset and then known by its
 * number, which orders carry. Amounts in minor units. An opened cell stays open.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 * <p>Errors: a user's cell with held below zero or above total, {@link IllegalStateException}: the venue halts.
 */
public final class Balances {
    public static final int NONE = -1;

    /** Set in an asset's number, it names an account's margin in that asset: a second purse, that may owe. */
    public static final int MARGIN = 1 << 30;

    /** Set beside {@link #MARGIN} in an instrument's number, it names the margin of an account's isolated position there. */
    public static final int ISOLATED = 1 << 29;

    private static final int FIRST_USER = 100;

    private long[] places; // key, cell, key, cell, …; a key of 0 is a free place
    private long[] keys; // account in the high half, purse in the low half
    private int[] assets; // by cell
    private long[] amounts; // total, held, total, held, …
    private int count;
    private final ChangedMargins changed = new ChangedMargins();

    public Balances(int expectedCells) {
        int capacity = Math.max(expectedCells, 16);
        places = new long[Integer.highestOneBit(capacity - 1) << 3];
        keys = new long[capacity];
        assets = new int[capacity];
        amounts = new long[capacity << 1];
    }

    /** The cell of an account and an asset, opened when it is new. */
    public int cell(int account, int asset) {
        int cell = find(account, asset);
        return cell == NONE ? open(account, asset, asset & ~MARGIN) : cell;
    }

    /** The cell of a position's own margin in the asset that its contract is settled in, opened when it is new. */
    public int isolatedCell(int account, int instrument, int asset) {
        int purse = isolatedPurse(instrument);
        int cell = find(account, purse);
        return cell == NONE ? open(account, purse, asset) : cell;
    }

    /** What names the margin of an account's isolated position in a contract. */
    public static int isolatedPurse(int instrument) {
        return instrument | MARGIN | ISOLATED;
    }

    /** Whose position's margin an isolated purse is. */
    public static int instrument(int isolatedPurse) {
        return isolatedPurse & ~(MARGIN | ISOLATED);
    }

    public static boolean isIsolated(int purse) {
        return (purse & (MARGIN | ISOLATED)) == (MARGIN | ISOLATED);
    }

    /** The cell, or {@link #NONE}. */
    public int find(int account, int asset) {
        long key = key(account, asset);
        long[] p = places;
        int mask = p.length - 1;
        int at = Mixing.hash(key) << 1 & mask;
        while (p[at] != key) {
            if (p[at] == 0) return NONE;
            at = at + 2 & mask;
        }
        return (int) p[at + 1];
    }

    public int cellCount() {
        return count;
    }

    public int account(int cell) {
        return (int) (keys[cell] >>> 32);
    }

    public int asset(int cell) {
        return assets[cell];
    }

    /** The asset, and whether the cell is margin in it; or the instrument whose isolated position it is margin of. */
    public int purse(int cell) {
        return (int) keys[cell];
    }

    private boolean isMargin(int cell) {
        return (purse(cell) & MARGIN) != 0;
    }

    public long total(int cell) {
        return amounts[cell << 1];
    }

    public long held(int cell) {
        return amounts[(cell << 1) + 1];
    }

    public long available(int cell) {
        return amounts[cell << 1] - amounts[(cell << 1) + 1];
    }

    /** Posts an amount from one cell to another of the same asset. */
    public void post(int from, int to, long amountMinor) {
        amounts[from << 1] -= amountMinor;
        amounts[to << 1] += amountMinor;
    }

    /** Takes from what is available; the caller has looked that it is there. */
    public void hold(int cell, long amountMinor) {
        amounts[(cell << 1) + 1] += amountMinor;
    }

    public void release(int cell, long amountMinor) {
        amounts[(cell << 1) + 1] -= amountMinor;
    }

    /** The same from or to a margin, which may owe: what does not fit halts. */
    public void postMargin(int from, int to, long amountMinor) {
        amounts[from << 1] = Math.subtractExact(amounts[from << 1], amountMinor);
        amounts[to << 1] = Math.addExact(amounts[to << 1], amountMinor);
        marginChanged(from);
        marginChanged(to);
    }

    /** What the margin stands for is worth something else, or is gone: it has to be looked at; with a position's the account's. */
    public void marginChanged(int cell) {
        if (!isMargin(cell) || account(cell) < FIRST_USER) return;
        changed.add(cell, keys[cell]);
        if (!isIsolated(purse(cell))) return;
        int cross = cell(account(cell), assets[cell] | MARGIN);
        changed.add(cross, keys[cross]);
    }

    public ChangedMargins changedMargins() {
        return changed;
    }

    /** The first of the margins that have to be looked at, which then is looked at. */
    public int nextChangedMargin() {
        int cell = find((int) (changed.first() >>> 32), (int) changed.first());
        changed.removeFirst(cell);
        return cell;
    }

    /** Halts when a user's cell owes or holds what it does not own. */
    public void verify(int cell) {
        long total = amounts[cell << 1];
        long held = amounts[(cell << 1) + 1];
        if ((held < 0 || held > total) && (held != 0 || !isMargin(cell))) refuse(cell);
    }

    /** The same for every cell, and the sum of every asset. */
    public void verifyAll(int assets) {
        long[] sums = new long[assets + 1];
        for (int cell = 0; cell < count; cell++) {
            if (account(cell) >= FIRST_USER) verify(cell);
            sums[asset(cell)] += total(cell);
        }
        for (int asset = 1; asset <= assets; asset++) {
            if (sums[asset] == 0) continue;
            throw new IllegalStateException("the sum of an asset must be 0: asset=" + asset + " sum=" + sums[asset]);
        }
    }

    private void refuse(int cell) {
        throw new IllegalStateException("held must be 0..total: account=" + account(cell) + " asset=" + asset(cell)
                + " held=" + held(cell) + " total=" + total(cell));
    }

    private int open(int account, int purse, int asset) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count << 1);
            assets = Arrays.copyOf(assets, count << 1);
            amounts = Arrays.copyOf(amounts, count << 2);
        }
        keys[count] = key(account, purse);
        assets[count] = asset;
        if (count + 1 << 2 > places.length) rehash();
        else place(count);
        return count++;
    }

    private void rehash() {
        places = new long[places.length << 1];
        for (int cell = 0; cell <= count; cell++) place(cell);
    }

    private void place(int cell) {
        int mask = places.length - 1;
        int at = Mixing.hash(keys[cell]) << 1 & mask;
        while (places[at] != 0) at = at + 2 & mask;
        places[at] = keys[cell];
        places[at + 1] = cell;
    }

    private static long key(int account, int asset) {
        return (long) account << 32 | asset;
    }
}
