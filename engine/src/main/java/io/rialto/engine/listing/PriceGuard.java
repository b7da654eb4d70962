package io.rialto.engine.listing;

import io.rialto.protocol.Reason;

/**
 * Is asked before every fill of the instrument that it was set on whether trading may go on at that price.
 *
 * <p>It answers from its arguments and from what stood before the command: a walk along the book asks as well, with the
 * last trade that there would be by then, and must hear what the match will hear.
 */
public interface PriceGuard {
    /**
     * NONE lets the fill happen; any other reason stops the match before it. Fills so far stand.
     *
     * @param lastTradeTicks the last trade before this fill; 0 before the first
     */
    Reason objects(Instrument market, long priceTicks, long lastTradeTicks);

    /** A match was stopped by this guard. What is left of the aggressor rests or ends right after. */
    void stopped(Instrument market, long priceTicks);
}
