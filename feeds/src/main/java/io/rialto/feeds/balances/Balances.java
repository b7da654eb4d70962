package io.rialto.feeds.balances;

import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Position;

/**
 * Questions about balances and transfers. Account 1 is the world outside, account 2 the venue's fee income.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Balances {
    private final Position position;
    private final Ledger ledger;
    private final TransferLog transfers;

    Balances(Position position, Ledger ledger, TransferLog transfers) {
        this.position = position;
        this.ledger = ledger;
        this.transfers = transfers;
    }

    /** Nothing moved is a balance of zero. */
    public Balance balance(int account, int asset) {
        return position.read(sequence -> ledger.balance(account, asset));
    }

    public AccountBalances balances(int account) {
        return position.read(sequence -> new AccountBalances(account, ledger.balances(account), sequence));
    }

    /** Pending ones are always there; of ended ones the last are. */
    public Found<Transfer> transfer(long number) {
        return position.read(sequence -> transfers.find(number, sequence));
    }
}
