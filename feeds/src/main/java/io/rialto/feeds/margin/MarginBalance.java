package io.rialto.feeds.margin;

/**
 * An account's margin in one asset, and what contracts settled in it make of it, in the asset's smallest unit.
 *
 * @param totalMinor fees and losses may have brought it below zero
 * @param equityMinor with what is unrealised of all positions
 * @param requiredMinor by all positions and open orders
 * @param maintenanceMinor what the positions alone need to be kept
 * @param calledPercent how much of the equity the positions need to be kept, as it was told last: 80, 90 or 100; 0: less
 * @param changedSequence of the frame that moved the margin last; 0 when nothing ever did
 */
public record MarginBalance(
        int asset,
        long totalMinor,
        long equityMinor,
        long requiredMinor,
        long maintenanceMinor,
        int calledPercent,
        long changedSequence) {
    private static final int LIQUIDATED = 100;

    /** Whether the positions in contracts settled in the asset are being liquidated. */
    public boolean isLiquidating() {
        return calledPercent == LIQUIDATED;
    }

    /** What more could be required; below zero when equity does not cover what is. */
    public long availableMinor() {
        long available = equityMinor - requiredMinor;
        boolean overflows = ((equityMinor ^ requiredMinor) & (equityMinor ^ available)) < 0;
        return overflows ? (equityMinor < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : available;
    }
}
