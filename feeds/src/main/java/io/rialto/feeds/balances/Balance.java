package io.rialto.feeds.balances;

/**
 * What an account owns of one asset, in the asset's smallest unit.
 *
 * @param heldMinor the part that open orders and begun withdrawals have bound
 * @param changedSequence of the frame that changed it last; 0 when it never moved
 */
public record Balance(int asset, long totalMinor, long heldMinor, long changedSequence) {
    public long availableMinor() {
        return totalMinor - heldMinor;
    }
}
