package io.rialto.engine.fixing;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import java.util.Arrays;

/**
 * Finds the orders that an auction would let meet older ones of their own owner. Goes through all that take part where the
 * sides overlap, by acceptance, and keeps of each owner the best buy and the best sell that are to stay.
 *
 * <p>Threading: the core's thread only. Allocates only to grow, and what sorting many takes.
 */
public final class OwnOrders {
    private static final byte TRADES = (byte) SelfTradePrevention.NONE.value();
    private static final int SLOTS = (1 << OrderPool.SLOT_BITS) - 1;

    private final OpenOrders orders;
    private final OrderPool pool;

    /** Those that take part, by number. */
    private long[] numbers = new long[64];

    private int size;
    private int next;

    // Of each owner, whose best orders stay so far; NONE where there is none.
    private final EntryTable owners = new EntryTable(64);
    private int[] groups = new int[64];
    private int[] bestBuys = new int[64];
    private int[] bestSells = new int[64];
    private int ownerCount;

    private int younger;
    private int older;

    public OwnOrders(OpenOrders orders) {
        this.orders = orders;
        this.pool = orders.pool();
    }

    /** From the oldest on; whoever was found before is gone by now. */
    public void begin(Instrument market, CallBook auction) {
        size = 0;
        next = 0;
        while (ownerCount > 0) owners.remove(Mixing.hash(groups[--ownerCount]), ownerCount);
        if (!auction.hasBuys() || !auction.hasSells()) return;
        collect(market.book(), auction, Side.BUY);
        collect(market.book(), auction, Side.SELL);
        Arrays.sort(numbers, 0, size);
    }

    private void collect(Book book, CallBook auction, Side side) {
        long reachedTicks = side == Side.BUY ? auction.lowestSell() : auction.highestBuy();
        WaitingLine atMarket = auction.marketOrders(side);
        for (int i = 0; i < atMarket.size(); i++) add(atMarket.after(i));
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) {
            if (!reaches(slot, reachedTicks)) return;
            if (auction.takesPart(slot)) add(slot);
        }
    }

    private void add(int slot) {
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, size << 1);
        numbers[size++] = pool.orderNumber(slot);
    }

    /** Looks for the next order that is to go. */
    public boolean hasNext() {
        while (next < size) {
            int slot = (int) numbers[next++] & SLOTS;
            int owner = ownerOf(pool.tradeGroup(slot));
            int best = (pool.sells(slot) ? bestBuys : bestSells)[owner];
            boolean meets = best != OrderPool.NONE && reaches(slot, pool.priceTicks(best));
            if (meets && orders.selfTradePrevention(slot) != TRADES) {
                younger = slot;
                older = best;
                return true;
            }
            stays(slot, pool.sells(slot) ? bestSells : bestBuys, owner);
        }
        return false;
    }

    /** The one that is to go. */
    public int younger() {
        return younger;
    }

    /** Because of whom. */
    public int older() {
        return older;
    }

    private void stays(int slot, int[] bests, int owner) {
        int best = bests[owner];
        boolean isBest = best == OrderPool.NONE || !reaches(best, pool.priceTicks(slot));
        if (isBest) bests[owner] = slot;
    }

    /** Whether it would trade at this price. */
    private boolean reaches(int slot, long priceTicks) {
        return pool.sells(slot) ? pool.priceTicks(slot) <= priceTicks : pool.priceTicks(slot) >= priceTicks;
    }

    private int ownerOf(int group) {
        int hash = Mixing.hash(group);
        for (int at = owners.find(hash); at != EntryTable.NONE; at = owners.findAfter(hash, at)) {
            if (groups[owners.entry(at)] == group) return owners.entry(at);
        }
        if (ownerCount == groups.length) makeRoom();
        owners.insert(hash, ownerCount);
        groups[ownerCount] = group;
        bestBuys[ownerCount] = OrderPool.NONE;
        bestSells[ownerCount] = OrderPool.NONE;
        return ownerCount++;
    }

    private void makeRoom() {
        groups = Arrays.copyOf(groups, ownerCount << 1);
        bestBuys = Arrays.copyOf(bestBuys, ownerCount << 1);
        bestSells = Arrays.copyOf(bestSells, ownerCount << 1);
    }
}
