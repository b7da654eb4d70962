package io.rialto.engine.display;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.InstrumentParameter;
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
        boolean betters = market.sharesPrices() && betters(market, slot);
        place(market.book(), slot);
        if (market.sharesPrices()) settleTop(market, slot, betters);
        if (orders.isHidden(slot)) events.hidden(frame, slot);
        else if (orders.isIceberg(slot)) firstPeak(frame, slot);
        else return false;
        return true;
    }

    /** Lots of a resting order were taken, and some are left: when its peak is used up, the next one goes to the back. */
    public void taken(Frame frame, Instrument market, int slot, long lots) {
        if (orders.isIceberg(slot) && isUsedUp(slot, lots)) nextPeak(frame, market, slot);
    }

    /** Lots of an order were taken of its peak; true when nothing of that is left to show. */
    public boolean isUsedUp(int slot, long lots) {
        Special special = orders.special(slot);
        special.shownLots -= lots;
        return special.shownLots <= 0;
    }

    /** An iceberg whose peak is used up shows the next one, behind all others that are displayed at its price. */
    public void nextPeak(Frame frame, Instrument market, int slot) {
        Special special = orders.special(slot);
        settleTop(market, slot, false);
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

    /** Whether it shows a better price than all that is shown on its side. */
    private boolean betters(Instrument market, int slot) {
        if (orders.isHidden(slot)) return false;
        Book book = market.book();
        int best = book.best(pool.side(slot));
        while (best != OrderPool.NONE && orders.isHidden(best)) best = book.next(best);
        if (best == OrderPool.NONE) return true;
        long distance = pool.priceTicks(slot) - pool.priceTicks(best);
        return pool.sells(slot) ? distance < 0 : distance > 0;
    }

    /** Who betters its side is its TOP order, or at least ends another one's time; who moves back no longer is. */
    private void settleTop(Instrument market, int slot, boolean betters) {
        boolean sells = pool.sells(slot);
        long minLots = market.parameter(InstrumentParameter.TOP_MIN_LOTS);
        boolean isTop = betters
                && market.isContinuous()
                && minLots != Instrument.NONE
                && pool.openLots(slot) >= minLots
                && orders.leastLots(slot) == 0;
        if (isTop) market.topOrder(sells, pool.orderNumber(slot));
        else if (betters || market.topOrder(sells) == pool.orderNumber(slot)) market.topOrder(sells, 0);
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
