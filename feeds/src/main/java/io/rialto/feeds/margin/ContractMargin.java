package io.rialto.feeds.margin;

import java.util.OptionalLong;

/**
 * What an account has in one contract, and what that requires. Money in the smallest unit of what it is settled in.
 *
 * @param markTicks at which it is valued; empty while there is neither a mark price nor a reference
 * @param valueMinor of the position at mark
 * @param leverage of the account's own; 0 for none
 * @param initialMinor of the position alone
 * @param queuePlace how soon it would be closed against a position that nobody takes: 5 among the first fifth of those in
 *     profit on its side, 1 among the last; 0 for none, who is not in profit
 * @param own what an isolated position has for itself
 * @param liquidationTicks at which mark the position is liquidated while all else stays; empty without one, or where no mark does it
 * @param bankruptcyTicks the same of where nothing is left of what answers for it
 * @param requiredMinor of the position with the account's open orders: what counts
 */
public record ContractMargin(
        ContractPosition position,
        OptionalLong markTicks,
        long valueMinor,
        long unrealisedMinor,
        int leverage,
        long initialMinor,
        long maintenanceMinor,
        long requiredMinor,
        int queuePlace,
        OwnMargin own,
        OptionalLong liquidationTicks,
        OptionalLong bankruptcyTicks) {
    private static final int LIQUIDATED = 100;

    public int instrument() {
        return position.instrument();
    }

    /** Whether a margin of its own answers for the position. */
    public boolean isIsolated() {
        return own.isIsolated();
    }

    /** Of an isolated position; below zero it owes. */
    public long ownMinor() {
        return own.totalMinor();
    }

    /** How much of its equity an isolated position needs to be kept, as it was told last: 80, 90 or 100; 0: less. */
    public int calledPercent() {
        return own.calledPercent();
    }

    /** Whether the position is isolated, and being liquidated. */
    public boolean isLiquidating() {
        return isIsolated() && own.calledPercent() == LIQUIDATED;
    }

    /** Of the account's margin: what an isolated position requires is its own. */
    public long requiredOfAccountMinor() {
        return isIsolated() ? requiredMinor - initialMinor : requiredMinor;
    }
}
