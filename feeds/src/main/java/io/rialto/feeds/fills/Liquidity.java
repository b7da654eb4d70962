package io.rialto.feeds.fills;

/** Who gave and who took: the resting order made the price, the arriving one took it. */
public enum Liquidity {
    MAKER,
    TAKER
}
