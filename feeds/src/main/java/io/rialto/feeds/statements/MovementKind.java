package io.rialto.feeds.statements;

/** Why money moved. */
public enum MovementKind {
    DEPOSIT,
    WITHDRAWAL,
    /** What a trade gave and took, fees apart; its reference is the trade. */
    TRADE,
    /** Of a trade; above zero is a rebate, or the venue's income. */
    FEE,
    /** What a trade of a contract realised, between a margin and the clearing account's. */
    REALISED,
    /** Between an account's balance and its margin. */
    MARGIN
}
