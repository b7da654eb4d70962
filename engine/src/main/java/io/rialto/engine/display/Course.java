package io.rialto.engine.display;

import io.rialto.engine.allocation.SharedPrice;
import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Side;

/**
 * The way of an aggressor along the other side: which resting order it meets next, and how much of that one stands there.
 * Best price first; at a price the displayed orders by time, an iceberg with its peak alone and again at the back with
 * each next one; then the hidden orders by time. Where orders share a price, {@link SharedPrice} says who is met there.
 *
 * <p>It may be gone along without trading, or while every order met is being traded: it looks ahead before an order is
 * touched, and queues an iceberg's next peaks by itself. Prices in ticks, quantities in lots. Threading: the core's thread
 * only. Allocates only to grow.
 */
public final class Course {
    private static final int FEW = 64;

    private final OpenOrders orders;
    private final OrderPool pool;
    private final SharedPrice shared;
    private long courses;

    private Instrument market;
    private Book book;
    private int own;
    private long draws;
    private long priceTicks;
    private boolean isAtPrice;
    private int following;

    // The order that is being met.
    private int current;
    private long currentLots;
    private long currentOpenLots;

    // Icebergs at this price with a new peak, in the order of their refreshing.
    private int[] again = new int[FEW];
    private long[] againLots = new long[FEW];
    private long[] againOpenLots = new long[FEW];
    private int firstAgain;
    private int endAgain;

    public Course(OpenOrders orders, SharedPrice shared) {
        this.orders = orders;
        this.pool = orders.pool();
        this.shared = shared;
    }

    /**
     * From the best price of the aggressor's other side on.
     *
     * @param ownGroup whose orders it must not trade with, or {@link SharedPrice#NOBODY}
     */
    public void begin(Instrument of, boolean buys, int ownGroup) {
        market = of;
        book = of.book();
        own = ownGroup;
        courses++;
        draws = of.displayDraws();
        following = book.best(buys ? Side.SELL : Side.BUY);
        isAtPrice = false;
    }

    /** Whether there may still be orders to meet at the price. */
    public boolean isAtPrice() {
        return isAtPrice;
    }

    /** Goes on to the next price; false when there is none. */
    public boolean hasNextPrice() {
        if (following == OrderPool.NONE) return false;
        isAtPrice = true;
        priceTicks = pool.priceTicks(following);
        clearAgain();
        if (market.sharesPrices()) following = shared.gather(market, following, own);
        return true;
    }

    public long priceTicks() {
        return priceTicks;
    }

    /** The next order at the price that an aggressor meets who wants so many lots, or {@link OrderPool#NONE}. */
    public int next(long wantedLots) {
        if (market.sharesPrices()) {
            current = shared.next(wantedLots);
            isAtPrice = current != OrderPool.NONE;
            if (isAtPrice) currentLots = shared.lots();
            if (isAtPrice) currentOpenLots = shared.openLots();
            return current;
        }
        while (isHere(following) && isQueuedAgain(following)) following = book.next(following);
        if (isHere(following) && (!orders.isHidden(following) || firstAgain == endAgain)) {
            current = following;
            currentOpenLots = pool.openLots(current);
            currentLots = orders.isIceberg(current) ? orders.special(current).shownLots : currentOpenLots;
            following = book.next(current);
        } else if (firstAgain != endAgain) {
            current = again[firstAgain];
            currentLots = againLots[firstAgain];
            currentOpenLots = againOpenLots[firstAgain++];
        } else {
            current = OrderPool.NONE;
            isAtPrice = false;
        }
        return current;
    }

    /** Whether nobody is left because others shared all that an order by amount could take. */
    public boolean isShort() {
        return market.sharesPrices() && shared.isShort();
    }

    private boolean isHere(int slot) {
        return slot != OrderPool.NONE && pool.priceTicks(slot) == priceTicks;
    }

    /** How much of the order stands there at this meeting. */
    public long lots() {
        return currentLots;
    }

    /** All of the order, its reserve included. */
    public long openLots() {
        return currentOpenLots;
    }

    /** So much will be taken of it, by a trade or because it must not trade: to be said before the order is touched. */
    public void takes(long lots) {
        currentOpenLots -= lots;
        currentLots = market.sharesPrices() ? shared.takes(lots) : currentLots - lots;
        if (currentLots > 0 || currentOpenLots == 0 || !orders.isIceberg(current)) return;
        Special special = orders.special(current);
        if (Peaks.isDrawn(special)) draws = Peaks.drawn(draws);
        special.queuedAgainIn = courses;
        long peakLots = Peaks.peak(special, currentOpenLots, draws);
        if (market.sharesPrices()) shared.standsAgain(current, peakLots, currentOpenLots);
        else queueAgain(peakLots);
    }

    private boolean isQueuedAgain(int slot) {
        return orders.isIceberg(slot) && orders.special(slot).queuedAgainIn == courses;
    }

    private void clearAgain() {
        firstAgain = 0;
        endAgain = 0;
    }

    private void queueAgain(long peakLots) {
        if (endAgain == again.length) makeRoom();
        again[endAgain] = current;
        againLots[endAgain] = peakLots;
        againOpenLots[endAgain++] = currentOpenLots;
    }

    /** What has been met already goes first; only then more memory is taken. */
    private void makeRoom() {
        int live = endAgain - firstAgain;
        boolean isFull = live > again.length / 2;
        int[] slots = isFull ? new int[again.length * 2] : again;
        long[] lots = isFull ? new long[again.length * 2] : againLots;
        long[] open = isFull ? new long[again.length * 2] : againOpenLots;
        System.arraycopy(again, firstAgain, slots, 0, live);
        System.arraycopy(againLots, firstAgain, lots, 0, live);
        System.arraycopy(againOpenLots, firstAgain, open, 0, live);
        again = slots;
        againLots = lots;
        againOpenLots = open;
        firstAgain = 0;
        endAgain = live;
    }
}
