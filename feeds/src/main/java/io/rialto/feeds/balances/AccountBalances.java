package io.rialto.feeds.balances;

import java.util.List;

/**
 * Every asset that an account ever had, by asset number.
 *
 * @param sequence of the last frame that the answer has seen
 */
public record AccountBalances(int account, List<Balance> items, long sequence) {
    public AccountBalances {
        items = List.copyOf(items);
    }
}
