package io.rialto.feeds.balances;

import io.rialto.feeds.position.BrokenFeed;

/** One account's balance of one asset, in motion. */
final class Holding {
    /** Lower numbers are the venue's own accounts: the world outside owes what it paid in. */
    private static final int FIRST_ACCOUNT = 100;

    private final int account;
    private final int asset;
    private long totalMinor;
    private long heldMinor;
    private long changedSequence;

    Holding(int account, int asset) {
        this.account = account;
        this.asset = asset;
    }

    void move(long changeOfTotal, long changeOfHeld, long sequence) {
        totalMinor = Math.addExact(totalMinor, changeOfTotal);
        heldMinor = Math.addExact(heldMinor, changeOfHeld);
        changedSequence = sequence;
        if (heldMinor < 0 || account >= FIRST_ACCOUNT && heldMinor > totalMinor) {
            throw new BrokenFeed("held must be between zero and total: account=" + account + " asset=" + asset
                    + " totalMinor=" + totalMinor + " heldMinor=" + heldMinor);
        }
    }

    int account() {
        return account;
    }

    boolean hasMovedIn(long sequence) {
        return changedSequence == sequence;
    }

    Balance balance() {
        return new Balance(asset, totalMinor, heldMinor, changedSequence);
    }
}
