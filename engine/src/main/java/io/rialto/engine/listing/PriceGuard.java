package io.rialto.engine.listing;

import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Is asked before every fill of the instrument that it was set on whether trading may go on at that price.
 *
 * <p>A walk along the book asks as the match will: both begin, and then say each fill as it would come about.
 */
public interface PriceGuard {
    /** Any price will do. */
    PriceGuard NONE = new PriceGuard() {
        @Override
        public void begins(Instrument market, long nowNanos) {}

        @Override
        public Reason objects(Instrument market, long priceTicks) {
            return Reason.NONE;
        }

        @Override
        public void matched(Frame frame, Instrument market, long order) {}

        @Override
        public int mostEvents() {
            return 0;
        }
    };

    /** An aggressor begins to meet the book, or a walk that only looks what it would meet. */
    void begins(Instrument market, long nowNanos);

    /** NONE lets the fill happen, and it does; any other reason stops the match before it. Fills so far stand. */
    Reason objects(Instrument market, long priceTicks);

    /** A match has ended, and not a walk; what is left of the aggressor rests or ends right after. */
    void matched(Frame frame, Instrument market, long order);

    /** How many events it may write after a match. */
    int mostEvents();
}
