package io.rialto.engine.pegs;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.PegTerms;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.PeggedOrders;
import io.rialto.protocol.Side;
import java.util.Arrays;

/**
 * The markets that have pegged orders, with the references at which all of those stood where they belong. As long as a
 * market's references are the same, nobody has to look at its pegs.
 *
 * <p>Prices in ticks, 0 for none. Threading: the core's thread only. Allocates only to grow.
 */
final class PeggedMarkets {
    private static final long UNSEEN = -1;

    private final Instruments instruments;
    private final PeggedOrders pegged;
    private final OrderPool pool;
    private final PegTerms terms;
    private int[] markets = new int[16];
    private int size;
    private boolean[] isListed = new boolean[16]; // by instrument
    private long[] bids = new long[16];
    private long[] asks = new long[16];

    PeggedMarkets(Instruments instruments, OpenOrders orders, PegTerms terms) {
        this.instruments = instruments;
        this.pegged = orders.pegged();
        this.pool = orders.pool();
        this.terms = terms;
    }

    /** Whether a reference moved, or a peg came in, since all stood where they belong. */
    boolean hasMoved() {
        countNewPegs();
        for (int i = 0; i < size; i++) {
            Instrument market = instruments.get(markets[i]);
            if (market.isContinuous() && !isSettled(market)) return true;
        }
        return false;
    }

    private boolean isSettled(Instrument market) {
        int number = market.number();
        return terms.reference(market, Side.BUY) == bids[number] && terms.reference(market, Side.SELL) == asks[number];
    }

    private void countNewPegs() {
        for (int i = pegged.firstNew(); i < pegged.count(); i++) {
            int slot = pegged.slot(i);
            if (slot != OpenOrders.NONE) list(pool.instrument(slot), UNSEEN, UNSEEN);
        }
        pegged.allSeen();
    }

    /** All stand where they belong. */
    void settled() {
        for (int i = 0; i < size; i++) isListed[markets[i]] = false;
        size = 0;
        for (int i = 0; i < pegged.count(); i++) {
            int slot = pegged.slot(i);
            if (slot != OpenOrders.NONE) settle(instruments.get(pool.instrument(slot)));
        }
        pegged.allSeen();
    }

    private void settle(Instrument market) {
        int number = market.number();
        if (number < isListed.length && isListed[number]) return;
        boolean isSeen = market.isContinuous();
        long bid = isSeen ? terms.reference(market, Side.BUY) : UNSEEN;
        list(number, bid, isSeen ? terms.reference(market, Side.SELL) : UNSEEN);
    }

    private void list(int number, long bidTicks, long askTicks) {
        if (number >= isListed.length) grow(number);
        if (!isListed[number]) {
            if (size == markets.length) markets = Arrays.copyOf(markets, size << 1);
            markets[size++] = number;
            isListed[number] = true;
        }
        bids[number] = bidTicks;
        asks[number] = askTicks;
    }

    private void grow(int number) {
        int length = Math.max(number + 1, isListed.length << 1);
        isListed = Arrays.copyOf(isListed, length);
        bids = Arrays.copyOf(bids, length);
        asks = Arrays.copyOf(asks, length);
    }
}
