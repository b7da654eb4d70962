package io.rialto.engine.liquidation;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.LotValue;

/**
 * At which price a position of an account, closed whole while all others of its purse stay at their marks, leaves nothing of the
 * equity: its bankruptcy price. Rounded against the account to a tick, up for a long position and down for a short one, and
 * at least 1.
 *
 * <p>Prices in ticks, money in minor units. Threading: the core's thread only. Allocates nothing.
 */
final class CrossPrice {
    /** What has a number further from zero than this is not touched: nothing that is done with it then leaves 63 bits. */
    static final long MOST_MINOR = 1L << 61;

    private final Balances balances;
    private final Positions positions;
    private final Margins margins;

    CrossPrice(Balances balances, Positions positions, Margins margins) {
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
    }

    /** Whether an account's position is there, and so small that it can be priced and moved. */
    boolean fits(Instrument market, int account) {
        long lots = positions.lots(market.number(), account);
        return lots != 0 && isCounted(market, account, Math.abs(lots));
    }

    /** The same of one that may yet come to be. */
    boolean isCounted(Instrument market, int account, long lots) {
        long value = market.lotValue().traded(market.valuationTicks(), lots);
        boolean isValued = value != LotValue.OVERFLOW && value <= MOST_MINOR;
        return isValued
                && positions.costMinor(market.number(), account) <= MOST_MINOR
                && isCounted(margins.equityMinor(account, positions.purse(market, account)))
                && isCounted(marginMinor(account, positions.purse(market, account)))
                && isCounted(marginMinor(account, market.quotePurse()))
                && isCounted(marginMinor(Accounts.CLEARING, market.quotePurse()));
    }

    private long marginMinor(int account, int purse) {
        int cell = balances.find(account, purse);
        return cell == Balances.NONE ? 0 : balances.total(cell);
    }

    private static boolean isCounted(long minor) {
        return minor >= -MOST_MINOR && minor <= MOST_MINOR;
    }

    /** Of a position that fits. */
    static long bankruptcyTicks(Instrument market, long lots, long equityMinor) {
        long size = Math.abs(lots);
        long value = market.lotValue().traded(market.valuationTicks(), size);
        long tickMinor = market.lotValue().traded(1, size);
        long left = lots > 0 ? value - equityMinor : value + equityMinor;
        long down = Math.floorDiv(left, tickMinor);
        long ticks = lots > 0 && down * tickMinor != left ? down + 1 : down;
        return Math.max(1, ticks);
    }
}
