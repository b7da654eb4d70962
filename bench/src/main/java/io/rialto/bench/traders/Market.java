package io.rialto.bench.traders;

import java.math.BigDecimal;

/**
 * A market of the demo: what is traded there and about where its price is.
 *
 * @param tickScale decimals of a price, each tick one unit of the last
 * @param startTicks where the walk begins
 * @param stepTicks how far it goes at the most with one step
 * @param lotScale decimals of a quantity
 * @param usualLots the size of an order, roughly
 */
public record Market(
        String symbol,
        String base,
        String quote,
        int tickScale,
        long startTicks,
        int stepTicks,
        int lotScale,
        int usualLots) {

    public String price(long ticks) {
        return BigDecimal.valueOf(ticks, tickScale).toPlainString();
    }

    public String quantity(long lots) {
        return BigDecimal.valueOf(lots, lotScale).toPlainString();
    }
}
