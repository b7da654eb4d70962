package io.rialto.feeds.margin;

/**
 * An account's margin in one asset, and what contracts settled in it make of it, in the asset's smallest unit.
 *
 * @param totalMinor fees and losses may have brought it below zero
 * @param equityMinor with what is unrealised of all positions
 * @param requiredMinor by all positions and open orders
 * @param calledPercent how much of the equity the positions need to be kept, as it was told last: 80, 90 or 100; 0: less
 * @param changedSequence of the frame that moved the margin last; 0 when nothing ever did
 */
public record MarginBalance(
        int asset, long totalMinor, long equityMinor, long requiredMinor, int calledPercent, long changedSequence) {
    /** What more could be required; below zero when equity does not cover what is. */
    public long availableMinor() {
        long available = equityMinor - requiredMinor;
        boolean overflows = ((equityMinor ^ requiredMinor) & (equityMinor ^ available)) < 0;
        return overflows ? (equityMinor < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : available;
    }
}
