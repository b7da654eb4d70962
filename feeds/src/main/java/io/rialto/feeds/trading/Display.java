package io.rialto.feeds.trading;

import io.rialto.protocol.Side;

/** Where an order's shown lots stand for all to see. */
public interface Display {
    /** Of an order that nobody is to see: one frame looked at by itself. */
    Display NOWHERE = new Display() {
        @Override
        public void appears(int instrument, Side side, long priceTicks, long lots, boolean isChoosy) {}

        @Override
        public void shrinks(int instrument, Side side, long priceTicks, long lots, boolean leaves) {}
    };

    /**
     * An order shows lots at a price.
     *
     * @param isChoosy it may rest although it could trade, so the book may look crossed
     */
    void appears(int instrument, Side side, long priceTicks, long lots, boolean isChoosy);

    /** An order shows fewer lots; or, having none left to show, it leaves the price. */
    void shrinks(int instrument, Side side, long priceTicks, long lots, boolean leaves);

    /** The same, order by order: it comes to stand behind all others at its price. */
    default void joins(long order, int instrument, Side side, long priceTicks, long lots) {}

    /** It has just left, and stands at once where it stood: its instrument counts in other steps. */
    default void rejoins(long order, int instrument, Side side, long priceTicks, long lots) {}

    /** It shows so many lots from now on, where it stands; with none it has left. */
    default void shows(long order, int instrument, long lots) {}
}
