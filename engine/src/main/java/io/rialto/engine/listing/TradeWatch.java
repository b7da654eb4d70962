package io.rialto.engine.listing;

import java.util.function.LongUnaryOperator;

/** Hears of every trade of an instrument that it was set on, in trade order, while the command is still being decided. */
public interface TradeWatch {
    void traded(Instrument market, long priceTicks, long quantityLots);

    /** The tick is another one: prices that are remembered in old ticks have to be converted, to the nearest new one. */
    default void stepsChanged(Instrument market, LongUnaryOperator prices) {}
}
