package io.rialto.engine.display;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.frame.Frame;

/**
 * Puts orders into the book where what they show belongs: displayed ones ahead of hidden ones at the same price, an
 * iceberg's next peak behind all displayed ones.
 *
 * <p>Quantities in lots. Threading: the core's thread only. Allocates nothing.
 */
public final class Displays {
    private final OpenOrders orders;
    private final OrderPool pool;
    private final DisplayEvents events;

    public Displays(OpenOrders orders) {
        this.orders = orders;
        this.pool = orders.pool();
        this.events = new DisplayEvents(orders);
    }

    /** The order goes to the back of its kind at its price; true when it said so itself, showing less than all. */
    public boolean rest(Frame frame, Instrument market, int slot) {
        if (!market.matchesSpecially()) {
            market.book().rest(slot);
            return false;
        }
        place(market.book(), slot);
        if (orders.isHidden(slot)) events.hidden(frame, slot);
        else if (orders.isIceberg(slot)) firstPeak(frame, slot);
        else return false;
        return true;
    }

    /** Lots of a resting order were taken, and some are left: when its peak is used up, the next one goes to the back. */
    public void taken(Frame frame, Instrument market, int slot, long lots) {
        if (!orders.isIceberg(slot)) return;
        Special special = orders.special(slot);
        special.shownLots -= lots;
        if (special.shownLots > 0) return;
        if (Peaks.isDrawn(special)) market.displayDraws(Peaks.drawn(market.displayDraws()));
        special.shownLots = Peaks.peak(special, pool.openLots(slot), market.displayDraws());
        special.publicOrder = orders.newPublicNumber(slot);
        market.book().remove(slot);
        place(market.book(), slot);
        events.displayed(frame, slot);
    }

    /** A resting order got smaller by its owner's wish, and shows no more than is open. */
    public void reduced(int slot) {
        if (!orders.isIceberg(slot)) return;
        Special special = orders.special(slot);
        special.shownLots = Math.min(special.shownLots, pool.openLots(slot));
    }

    private void firstPeak(Frame frame, int slot) {
        Special special = orders.special(slot);
        boolean isFirst = special.publicOrder == 0;
        special.shownLots = Math.min(special.displayLots, pool.openLots(slot));
        special.publicOrder = isFirst ? pool.orderNumber(slot) : orders.newPublicNumber(slot);
        events.displayed(frame, slot);
    }

    private void place(Book book, int slot) {
        int behind = orders.isHidden(slot) ? OrderPool.NONE : firstHidden(book, slot);
        if (behind == OrderPool.NONE) book.rest(slot);
        else book.restBefore(slot, behind);
    }

    private int firstHidden(Book book, int slot) {
        int first = OrderPool.NONE;
        int other = book.youngestAt(pool.side(slot), pool.priceTicks(slot));
        while (other != OrderPool.NONE && orders.isHidden(other)) {
            first = other;
            other = book.olderAt(other);
        }
        return first;
    }
}
