package io.rialto.gateway.past;

import java.util.List;

/**
 * What became different of an account from one frame to another, on the wire.
 *
 * @param since the other frame
 * @param ordersOpened open here and not there
 * @param ordersEnded open there and not here
 * @param ordersChanged open at both, in other words
 */
public record AccountChanges(
        long since,
        List<Amount> balances,
        List<Amount> positions,
        List<AccountBody.Order> ordersOpened,
        List<AccountBody.Order> ordersEnded,
        List<AccountBody.Order> ordersChanged) {
    /** A number that is another one now; @param what an asset's total, held or margin, or a symbol's position */
    public record Amount(String of, String what, String before, String after, String change) {}
}
