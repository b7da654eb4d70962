package io.rialto.feeds.statements;

/** Which of an account's two balances of an asset. */
public enum Purse {
    BALANCE,
    MARGIN
}
