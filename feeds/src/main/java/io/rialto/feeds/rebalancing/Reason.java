package io.rialto.feeds.rebalancing;

/** Why an asset is left as it is, or does not come as far as it should. */
public enum Reason {
    /** Nobody knows what it is worth. */
    NO_PRICE,
    /** It is nearer to its target than the threshold. */
    WITHIN_THRESHOLD,
    /** At the price at which it would be traded it is at its target, or beyond. */
    WITHIN_THE_SPREAD,
    /** What is missing is less than a lot. */
    BELOW_A_LOT,
    BELOW_MIN_QUANTITY,
    BELOW_MIN_NOTIONAL,
    /** The order is as large as one may be. */
    AT_MAX_QUANTITY,
    /** What is held for open orders and withdrawals cannot be sold. */
    NOT_AVAILABLE,
    /** There is not enough cash for all buys: each gets its part of it. */
    NOT_ENOUGH_CASH,
    /** A plan has at most twenty orders. */
    TOO_MANY_ORDERS
}
