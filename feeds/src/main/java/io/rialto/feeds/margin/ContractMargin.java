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
        int queuePlace) {
    public int instrument() {
        return position.instrument();
    }
}
