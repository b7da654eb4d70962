package io.rialto.feeds.changes;

import io.rialto.feeds.balances.Balance;

/** One account's balance of one asset as a frame left it. */
public record BalanceChange(int account, Balance balance) {}
