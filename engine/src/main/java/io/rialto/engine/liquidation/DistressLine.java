package io.rialto.engine.liquidation;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.margin.DistressedMargins;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.pricing.WideSum;

/**
 * All who are being liquidated as they stand now: who has least equity of what his positions need is first, of equals the lower
 * account, then the lower purse: margins in assets before those of isolated positions.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
final class DistressLine {
    private final Balances balances;
    private final Margins margins;
    private final WideSum difference = new WideSum();
    private int[] accounts = new int[16];
    private int[] purses = new int[16];
    private long[] equities = new long[16];
    private long[] maintenances = new long[16];
    private int count;

    DistressLine(Balances balances, Margins margins) {
        this.balances = balances;
        this.margins = margins;
    }

    void lineUp() {
        DistressedMargins distressed = margins.distressed();
        if (distressed.count() > accounts.length) grow(distressed.count() << 1);
        count = 0;
        for (int i = 0; i < distressed.count(); i++) {
            int cell = distressed.cell(i);
            insert(balances.account(cell), balances.purse(cell));
        }
    }

    int count() {
        return count;
    }

    int account(int place) {
        return accounts[place];
    }

    int purse(int place) {
        return purses[place];
    }

    long equityMinor(int place) {
        return equities[place];
    }

    private void insert(int account, int purse) {
        long equity = margins.equityMinor(account, purse);
        long maintenance = margins.maintenanceMinor(account, purse);
        int place = count++;
        while (place > 0 && isBefore(account, purse, equity, maintenance, place - 1)) {
            put(place, accounts[place - 1], purses[place - 1], equities[place - 1], maintenances[place - 1]);
            place--;
        }
        put(place, account, purse, equity, maintenance);
    }

    private boolean isBefore(int account, int purse, long equity, long maintenance, int place) {
        difference.clear();
        difference.addProduct(equity, maintenances[place]);
        difference.addProduct(equities[place], -maintenance);
        if (!difference.isAtLeast(0)) return true;
        if (difference.isAtLeast(1)) return false;
        return account != accounts[place] ? account < accounts[place] : purse < purses[place];
    }

    private void put(int place, int account, int purse, long equity, long maintenance) {
        accounts[place] = account;
        purses[place] = purse;
        equities[place] = equity;
        maintenances[place] = maintenance;
    }

    private void grow(int capacity) {
        accounts = new int[capacity];
        purses = new int[capacity];
        equities = new long[capacity];
        maintenances = new long[capacity];
    }
}
