package io.rialto.engine.listing;

/** Hears of every trade of an instrument that it was set on, in trade order, while the command is still being decided. */
public interface TradeWatch {
    void traded(Instrument market, long priceTicks, long quantityLots);
}
