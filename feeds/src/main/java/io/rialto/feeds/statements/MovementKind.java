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
    /** Delivered or received, paid or paid out, by a settlement cycle, and no longer owed or due; its reference is the day, counted from 1970. */
    SETTLEMENT,
    /** What is owed and to be received by a trade that settles later; its reference is the trade. */
    NOVATION,
    /** What a trade that is taken back had made owed and due; its reference is that trade. */
    BUST,
    /** What another trade in its place makes owed and due; its reference is the new trade. */
    CORRECTION,
    /** What is owed and due by a part of a trade that goes to another account; its reference is the trade. */
    GIVE_UP,
    /** What a member was bought in for, and its supplier gave. */
    BUY_IN,
    /** What the opposite of a settled trade gave back and took; its reference is that opposite trade. */
    REVERSAL,
    /** Paid or received for a position, between a margin and the insurance fund's. */
    FUNDING,
    /** Between an account's balance and its margin; of the venue's own, between fee income and the insurance fund. */
    MARGIN,
    /** Between an account's margin and that of an isolated position. */
    POSITION,
    /** Paid by the insurance fund for an account that owed after its liquidation. */
    COVER
}
