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
    /** Paid or received for a position, between a margin and the insurance fund's. */
    FUNDING,
    /** Between an account's balance and its margin; of the venue's own, between fee income and the insurance fund. */
    MARGIN,
    /** Paid by the insurance fund for an account that owed after its liquidation. */
    COVER
}
