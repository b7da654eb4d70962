package io.rialto.engine.liquidation;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.margin.DistressedMargins;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.pricing.WideSum;

/**
 * All who are being liquidated as they stand now: who has least equity of what his positions need is first, of equals the lower
 * account, then the lower asset.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
final class DistressLine {
    private final Balances balances;
    private final Margins margins;
    private final WideSum difference = new WideSum();
    private int[] accounts = new int[16];
    private int[] assets = new int[16];
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
            insert(balances.account(cell), balances.asset(cell));
        }
    }

    int count() {
        return count;
    }

    int account(int place) {
        return accounts[place];
    }

    int asset(int place) {
        return assets[place];
    }

    long equityMinor(int place) {
        return equities[place];
    }

    private void insert(int account, int asset) {
        long equity = margins.equityMinor(account, asset);
        long maintenance = margins.maintenanceMinor(account, asset);
        int place = count++;
        while (place > 0 && isBefore(account, asset, equity, maintenance, place - 1)) {
            put(place, accounts[place - 1], assets[place - 1], equities[place - 1], maintenances[place - 1]);
            place--;
        }
        put(place, account, asset, equity, maintenance);
    }

    private boolean isBefore(int account, int asset, long equity, long maintenance, int place) {
        difference.clear();
        difference.addProduct(equity, maintenances[place]);
        difference.addProduct(equities[place], -maintenance);
        if (!difference.isAtLeast(0)) return true;
        if (difference.isAtLeast(1)) return false;
        return account != accounts[place] ? account < accounts[place] : asset < assets[place];
    }

    private void put(int place, int account, int asset, long equity, long maintenance) {
        accounts[place] = account;
        assets[place] = asset;
        equities[place] = equity;
        maintenances[place] = maintenance;
    }

    private void grow(int capacity) {
        accounts = new int[capacity];
        assets = new int[capacity];
        equities = new long[capacity];
        maintenances = new long[capacity];
    }
}
