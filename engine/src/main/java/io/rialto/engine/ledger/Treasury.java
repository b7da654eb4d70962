package io.rialto.engine.ledger;

import io.rialto.engine.listing.Accounts;
import java.util.Arrays;

/**
 * The venue's own two cells of each asset, and how far each may go.
 *
 * <p>What users own together is what the outside world and fee income lack together; that must fit 63 bits, so that no
 * single balance can ever overflow.
 */
public final class Treasury {
    private final Balances balances;
    private int[] outsideCells = new int[0]; // by asset - 1
    private int[] incomeCells = new int[0];
    private long[] promised = new long[0];

    public Treasury(Balances balances) {
        this.balances = balances;
    }

    public int outsideCell(int asset) {
        if (asset > outsideCells.length) openUpTo(asset);
        return outsideCells[asset - 1];
    }

    public int incomeCell(int asset) {
        if (asset > incomeCells.length) openUpTo(asset);
        return incomeCells[asset - 1];
    }

    /** Whether this much more can come in, or be promised, or be paid by the clearing account before it is paid. */
    public boolean hasRoomFor(int asset, long amountMinor) {
        long room = roomBesideIncome(asset) + Math.min(0, balances.total(incomeCell(asset)));
        return amountMinor <= room;
    }

    /** What all users may own more, as far as it is not fee income that owes it. */
    private long roomBesideIncome(int asset) {
        int clearing = balances.find(Accounts.CLEARING, asset);
        long fronted = clearing == Balances.NONE ? 0 : Math.min(0, balances.total(clearing));
        return Long.MAX_VALUE + balances.total(outsideCell(asset)) + fronted - promised[asset - 1];
    }

    /** So much more is owed of an asset that nobody holds for it; below zero less. */
    public void promise(int asset, long changeMinor) {
        if (asset > promised.length) openUpTo(asset);
        promised[asset - 1] += changeMinor;
    }

    /**
     * How much of a rebate fee income can pay.
     *
     * @param pendingMinor what the same fill brings to that income, or takes from it, before the rebate
     */
    public long payableRebate(int incomeCell, long pendingMinor, boolean mayBeNegative) {
        long incomeMinor = balances.total(incomeCell) + pendingMinor;
        if (!mayBeNegative) return Math.max(0, incomeMinor);
        long room = roomBesideIncome(balances.asset(incomeCell));
        boolean isPlenty = room > 0 && incomeMinor > Long.MAX_VALUE - room;
        return isPlenty ? Long.MAX_VALUE : Math.max(0, incomeMinor + room);
    }

    private void openUpTo(int asset) {
        int open = incomeCells.length;
        outsideCells = Arrays.copyOf(outsideCells, asset);
        incomeCells = Arrays.copyOf(incomeCells, asset);
        promised = Arrays.copyOf(promised, asset);
        for (int next = open; next < asset; next++) {
            outsideCells[next] = balances.cell(Accounts.OUTSIDE_WORLD, next + 1);
            incomeCells[next] = balances.cell(Accounts.FEE_INCOME, next + 1);
        }
    }
}
