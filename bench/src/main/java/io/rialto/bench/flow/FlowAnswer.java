package io.rialto.bench.flow;

/**
 * What came out of a flow.
 *
 * @param trades how many
 * @param quantity traded in all, in lots
 * @param hash over maker id, price and quantity of each trade in order
 */
public record FlowAnswer(long trades, long quantity, long hash) {
    /** One more trade in the running hash. */
    public static long hash(long hash, long makerId, long priceTicks, long quantityLots) {
        return ((hash * 31 + makerId) * 31 + priceTicks) * 31 + quantityLots;
    }
}
