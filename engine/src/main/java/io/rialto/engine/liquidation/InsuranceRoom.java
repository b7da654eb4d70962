package io.rialto.engine.liquidation;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.WideSum;

/**
 * What the insurance fund can still bear: positions as long as its equity covers what they need to be kept, debts as long as it
 * has money.
 *
 * <p>Prices in ticks, money in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
final class InsuranceRoom {
    private static final int FUND = Accounts.INSURANCE_FUND;

    private final Balances balances;
    private final Positions positions;
    private final Margins margins;
    private final CrossPrice prices;
    private final WideSum left = new WideSum();

    InsuranceRoom(Balances balances, Positions positions, Margins margins, CrossPrice prices) {
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
        this.prices = prices;
    }

    /** @param lots as they are held now, below zero if short; small enough to be priced */
    boolean canTake(Instrument market, long lots, long priceTicks) {
        long before = positions.lots(market.number(), FUND);
        boolean isCounted = Math.abs(before) <= CrossPrice.MOST_MINOR
                && prices.isCounted(market, FUND, Math.abs(before))
                && prices.isCounted(market, FUND, Math.abs(before + lots));
        if (!isCounted) return false;
        long size = Math.abs(lots);
        long gained = market.lotValue().traded(market.valuationTicks(), size)
                - market.lotValue().traded(priceTicks, size);
        left.clear();
        left.add(margins.equityMinor(FUND, market.quotePurse()));
        left.add(lots > 0 ? gained : -gained);
        left.subtract(margins.maintenanceMinor(FUND, market.quotePurse()));
        if (before != 0) left.add(margins.maintenanceMinor(market, Math.abs(before)));
        if (before + lots != 0) left.subtract(margins.maintenanceMinor(market, Math.abs(before + lots)));
        return left.isAtLeast(0);
    }

    /** Moves what a margin owes to it, as far as the fund's money goes; answers how much that was. */
    long cover(int cell, long debtMinor) {
        int purse = balances.asset(cell) | Balances.MARGIN;
        int fund = balances.cell(FUND, purse);
        long has = Math.min(balances.total(fund), margins.equityMinor(FUND, purse));
        long covered = Math.max(0, Math.min(has, debtMinor));
        if (covered > 0) balances.postMargin(fund, cell, covered);
        return covered;
    }
}
