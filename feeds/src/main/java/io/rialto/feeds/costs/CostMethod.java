package io.rialto.feeds.costs;

/** Which of what was bought is sold first. */
public enum CostMethod {
    /** A share of all of it: what the core keeps of contracts. */
    AVERAGE,
    /** The oldest. */
    FIFO,
    /** The newest. */
    LIFO
}
