package io.rialto.engine.margin;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Proportion;
import io.rialto.protocol.PositionMarginMovedEncoder;
import io.rialto.protocol.frame.Frame;

/**
 * The margins of isolated positions: what a trade makes of them. What is realised and paid has gone through the account's margin; here
 * it goes on to the position's, or what becomes free comes back. Rulebook, "Isolated positions".
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing once warm. Errors: a margin beyond 63 bits halts.
 */
public final class PositionMargins {
    private final Balances balances;
    private final Positions positions;
    private final Margins margins;
    private final PositionMarginMovedEncoder told = new PositionMarginMovedEncoder();

    public PositionMargins(Balances balances, Positions positions, Margins margins) {
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
    }

    /**
     * A trade, or what stands for one, has changed an isolated position.
     *
     * @param feeMinor what the account paid for it
     * @return what moved to the position's margin; below zero from it
     */
    long follow(Instrument market, int account, long lotsBefore, long costBefore, long realisedMinor, long feeMinor) {
        long lots = positions.lots(market.number(), account);
        boolean isFlipped = lotsBefore != 0 && lots != 0 && lots > 0 != lotsBefore > 0;
        boolean isGrown = Math.abs(lots) > Math.abs(lotsBefore);
        long moved = 0;
        if (lotsBefore != 0 && (isFlipped || !isGrown)) {
            long left = isFlipped ? 0 : Math.abs(lots);
            moved = reduced(market, account, Math.abs(lotsBefore), left, realisedMinor, feeMinor);
            move(market, account, moved);
        }
        if (isFlipped || isGrown) {
            long grown = grown(market, account, isFlipped ? 0 : costBefore);
            move(market, account, grown);
            moved += grown;
        }
        balances.marginChanged(cell(market, account));
        return moved;
    }

    /**
     * The share of the margin that goes with the lots comes back, and what they realised with it. A loss beyond that is borne by the
     * rest of the margin, and one beyond that by the account. But while the position is liquidated all stays with it, and the fee is its own.
     */
    private long reduced(Instrument market, int account, long sizeBefore, long size, long realised, long fee) {
        long had = balances.total(cell(market, account));
        if (margins.distressed().contains(account, Balances.isolatedPurse(market.number()))) {
            long kept = Math.subtractExact(realised, fee);
            return size == 0 ? Math.min(-had, kept) : kept;
        }
        long share = size == 0 ? Math.max(0, had) : share(had, sizeBefore - size, sizeBefore);
        return Math.max(-had, Math.min(-share, realised));
    }

    /** Of a margin; the last lots take all that is left of it. */
    private static long share(long marginMinor, long lots, long ofLots) {
        return marginMinor <= 0 ? 0 : Proportion.of(marginMinor, lots, ofLots);
    }

    /** The initial margin of what all of it cost, less that of what it cost before; as far as the account has it to give. */
    private long grown(Instrument market, int account, long costBefore) {
        long cost = positions.costMinor(market.number(), account);
        long due = margins.initialMinor(market, account, cost) - margins.initialMinor(market, account, costBefore);
        long owed = Math.max(0, -balances.total(cell(market, account)));
        long all = due + owed < 0 ? Long.MAX_VALUE : due + owed;
        return Math.min(all, margins.beyondPositionsMinor(account, market.quoteAsset()));
    }

    /** From the account's margin to the position's; below zero back. */
    public void move(Instrument market, int account, long amountMinor) {
        int cross = balances.cell(account, market.quotePurse());
        balances.postMargin(cross, cell(market, account), amountMinor);
    }

    /** What the position's margin has; below zero it owes. */
    public long totalMinor(Instrument market, int account) {
        return balances.total(cell(market, account));
    }

    public void tell(Frame frame, Instrument market, int account, long movedMinor) {
        frame.claimEvent(told)
                .amountMinor(movedMinor)
                .marginMinor(totalMinor(market, account))
                .account(account)
                .instrument(market.number());
    }

    private int cell(Instrument market, int account) {
        return balances.isolatedCell(account, market.number(), market.quoteAsset());
    }
}
