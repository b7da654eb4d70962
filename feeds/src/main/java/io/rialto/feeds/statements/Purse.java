package io.rialto.feeds.statements;

/** Which of an account's balances of an asset; or what will come to the first of them. */
public enum Purse {
    BALANCE,
    MARGIN,
    /** The margins of all isolated positions in contracts that are settled in it. */
    POSITION,
    /** What is to be received from the clearing account, less what is owed to it: of all instruments and dates. */
    OBLIGATION
}
