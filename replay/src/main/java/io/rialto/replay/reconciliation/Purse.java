package io.rialto.replay.reconciliation;

/** One account's balance of one asset. */
record Purse(int account, int asset) implements Comparable<Purse> {
    @Override
    public int compareTo(Purse other) {
        return account == other.account ? Integer.compare(asset, other.asset) : Integer.compare(account, other.account);
    }
}
