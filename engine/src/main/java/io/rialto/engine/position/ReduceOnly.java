package io.rialto.engine.position;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import java.util.Arrays;

/**
 * How large an order may be that only ever brings its account's position closer to zero: at most the position, less what
 * the account's reduce-only orders of a better price, or of the same price and older, would take of it.
 *
 * <p>Prices in ticks, quantities in lots. Threading: the core's thread only. Allocates only to grow.
 */
public final class ReduceOnly implements OpenOrders.Bond {
    /** In place of the number of an order that does not exist yet: it is the youngest. */
    public static final long NEW_ORDER = Long.MAX_VALUE;

    private static final long FIRST_OF_ALL = Long.MIN_VALUE;
    private static final long LAST_OF_ALL = Long.MAX_VALUE;
    private static final byte PEG = (byte) Parking.PEG.value();
    private static final byte PARENT = (byte) Parking.PARENT.value();

    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Positions positions;
    private int[] openIn = new int[16];
    private long lots;

    public ReduceOnly(Instruments instruments, OpenOrders orders, Positions positions) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.positions = positions;
        orders.reductionsTell(this);
    }

    public Positions positions() {
        return positions;
    }

    /** Whether there is anything to reduce for an order of this side. */
    public Reason admit(Instrument market, int account, boolean buys) {
        if (!market.tracksPositions()) return Reason.REDUCE_ONLY_NOT_TRACKED;
        long position = positions.lots(market.number(), account);
        if (position == 0) return Reason.REDUCE_ONLY_NO_POSITION;
        return position > 0 == buys ? Reason.REDUCE_ONLY_WOULD_INCREASE : Reason.NONE;
    }

    /**
     * Whether there is anything left to reduce for an order that comes in, or on new terms, and how much.
     *
     * @param priceTicks its limit; 0 for a pegged order that waits for its price
     * @param order its number, or {@link #NEW_ORDER}
     */
    public Reason settle(Instrument market, int account, boolean buys, long priceTicks, long order, long quantityLots) {
        return settleRanked(market, account, buys, rank(buys, priceTicks), order, quantityLots);
    }

    /** The same for an order at any price: it comes before all others. */
    public Reason settle(Instrument market, int account, boolean buys, long order, long quantityLots) {
        return settleRanked(market, account, buys, FIRST_OF_ALL, order, quantityLots);
    }

    private Reason settleRanked(
            Instrument market, int account, boolean buys, long rank, long order, long quantityLots) {
        Reason refusal = admit(market, account, buys);
        if (refusal != Reason.NONE) return refusal;
        Position position = positions.of(market, account);
        long left = Math.abs(position.lots);
        for (int i = 0; i < position.orderCount() && left > 0; i++) {
            int slot = position.order(i);
            if (pool.orderNumber(slot) == order || pool.sells(slot) == buys || !counts(slot)) continue;
            if (isBetter(rank(slot), pool.orderNumber(slot), rank, order)) left -= pool.openLots(slot);
        }
        lots = Math.min(left, quantityLots);
        return left > 0 ? Reason.NONE : Reason.REDUCE_ONLY_ALL_CLOSED;
    }

    /** Of the order that was settled last. */
    public long lots() {
        return lots;
    }

    /** Whether an instrument has any such order. */
    public boolean areOpenIn(Instrument market) {
        return market.number() < openIn.length && openIn[market.number()] > 0;
    }

    /** How much of an open reduce-only order can trade now, so that it does not turn the position. */
    public long mostLots(Instrument market, int slot) {
        return mostLots(market, pool.account(slot), !pool.sells(slot));
    }

    /** The same of any order of an account. */
    public long mostLots(Instrument market, int account, boolean buys) {
        return positions.of(market, account).reducibleLots(!buys);
    }

    /** The same after what is foreseen. */
    public long mostForeseenLots(Instrument market, int slot) {
        return positions.of(market, pool.account(slot)).reducibleLots(pool.sells(slot), positions.foresight());
    }

    /** It stands in the book, perhaps ahead of others: they may have to get smaller. */
    public void rested(int slot) {
        if (orders.isReduceOnly(slot)) positions.mark(positionOf(slot));
    }

    @Override
    public void enlisted(int slot, Special special) {
        positionOf(slot).add(slot);
        positions.mark(positionOf(slot));
        int market = pool.instrument(slot);
        if (market >= openIn.length) openIn = Arrays.copyOf(openIn, Math.max(market + 1, openIn.length << 1));
        openIn[market]++;
    }

    @Override
    public void filled(int slot, Special special, long filledLots, long valueMinor) {
        // Both the order and the position are smaller by it.
    }

    @Override
    public void delisted(int slot, Special special) {
        positionOf(slot).remove(slot);
        openIn[pool.instrument(slot)]--;
    }

    @Override
    public void ended(int slot, Special special) {
        // It was delisted before, if it was ever open.
    }

    private Position positionOf(int slot) {
        return positions.of(instruments.get(pool.instrument(slot)), pool.account(slot));
    }

    /** Whether it stands ready to reduce. Who waits for a price or for another order does not yet. */
    boolean counts(int slot) {
        return !orders.isParked(slot) || orders.special(slot).parking == PEG;
    }

    /** It comes in once another is filled: until then there is nothing for it to reduce. */
    boolean isUnborn(int slot) {
        return orders.isParked(slot) && orders.special(slot).parking == PARENT;
    }

    boolean isWorse(int slot, int other) {
        return isBetter(rank(other), pool.orderNumber(other), rank(slot), pool.orderNumber(slot));
    }

    private static boolean isBetter(long rank, long order, long otherRank, long other) {
        return rank != otherRank ? rank < otherRank : order < other;
    }

    private long rank(int slot) {
        return orders.isParked(slot) ? LAST_OF_ALL : rank(!pool.sells(slot), pool.priceTicks(slot));
    }

    /** Lower is better. One less than a seller's price, so that the highest there is still comes before those without. */
    private static long rank(boolean buys, long priceTicks) {
        if (priceTicks == 0) return LAST_OF_ALL;
        return buys ? -priceTicks : priceTicks - 1;
    }
}
