package io.rialto.engine.liquidation;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.Proportion;

/**
 * Who is closed first against a position that nobody takes: of all on the other side who are in profit at mark (and none of whom
 * is being liquidated, or the two had been netted), by return on cost times leverage, the greater first, of equals the lower account.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class WinnersLine {
    static final int NOBODY = 0;

    private static final long MOST = Integer.MAX_VALUE;
    private static final int HUNDREDTHS = 100;
    /** Below every rank of those in profit. */
    private static final long WITHOUT_PROFIT = -1;

    private final Accounts accounts;
    private final Positions positions;
    private final Margins margins;
    private final CrossPrice prices;
    private long highest;

    WinnersLine(Accounts accounts, Positions positions, Margins margins, CrossPrice prices) {
        this.accounts = accounts;
        this.positions = positions;
        this.margins = margins;
        this.prices = prices;
    }

    /** @param isShared whether those without profit stand behind the others, the smaller loss first */
    int first(Instrument market, boolean areLong, boolean isShared) {
        int first = NOBODY;
        highest = Long.MIN_VALUE;
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            long lots = positions.lots(market.number(), account);
            if (lots == 0 || lots > 0 != areLong || !prices.fits(market, account)) continue;
            long rank = rank(market, account, lots);
            if (rank < 0 && !isShared || rank <= highest) continue;
            first = account;
            highest = rank;
        }
        return first;
    }

    /** Whether who was found first is in profit. */
    boolean isWinning() {
        return highest >= 0;
    }

    private long rank(Instrument market, int account, long lots) {
        long value = market.lotValue().traded(market.valuationTicks(), Math.abs(lots));
        long cost = positions.costMinor(market.number(), account);
        long gained = lots > 0 ? value - cost : cost - value;
        if (gained <= 0) return WITHOUT_PROFIT - part(-gained, Fees.WHOLE, cost);
        long equity = margins.equityMinor(account, positions.purse(market, account));
        return part(gained, Fees.WHOLE, cost) * part(value, HUNDREDTHS, equity);
    }

    /** Rounded down, and no more than the most; as much where there is nothing to be a part of. */
    private static long part(long minor, long times, long ofMinor) {
        if (ofMinor <= 0) return MOST;
        long part = Proportion.of(minor, times, ofMinor);
        return part < 0 ? MOST : Math.min(part, MOST);
    }
}
