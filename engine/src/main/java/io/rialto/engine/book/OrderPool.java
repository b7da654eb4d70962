package io.rialto.engine.book;

import io.rialto.protocol.Side;
import java.util.Arrays;

/**
 * Every order of the venue as a record of fixed size, found by its slot; shared by all books.
 *
 * <p>A record has a hot line of 64 bytes with all that matching and the ledger need, and a cold quarter of one with what
 * only an amend needs. Prices in ticks, quantities in lots, money in minor units. An order number is
 * {@code serial << 27 | slot}, so it resolves without hashing and a number whose order has ended resolves to nothing.
 *
 * <p>Threading: the core's thread only. Allocates only to double its arrays beyond the most orders it ever held.
 * <p>Errors: more than 2^27 orders at once, {@link IllegalStateException}. Accessors of a free slot answer old values.
 */
public final class OrderPool {
    public static final int NONE = -1;
    public static final int SLOT_BITS = 27;

    private static final int MAX_SLOTS = 1 << SLOT_BITS;
    private static final long SLOT_MASK = MAX_SLOTS - 1;
    private static final int RECORD_SHIFT = 3;
    private static final int COLD_SHIFT = 1;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long SELLS = 1;

    // The hot line, in longs. Two ints share one long where it says a|b: a in the low half.
    private static final int NUMBER = 0;
    private static final int TICKS = 1;
    private static final int OPEN = 2;
    private static final int FLAGS = 3;
    private static final int OWNER = 4; // account|instrument
    private static final int BALANCES = 5; // base|quote
    private static final int GROUP = 6; // trade group|fee prepaid
    private static final int NEXT_FREE = 7;

    // The cold half line.
    private static final int QUANTITY = 0;
    private static final int VERSION = 1; // version|client id slot

    private long[] hot;
    private long[] cold;
    private int usedSlots;
    private int firstFree = NONE;
    private int openOrders;

    public OrderPool(int expectedOrders) {
        int slots = Integer.highestOneBit(Math.max(expectedOrders, 16) - 1) << 1;
        hot = new long[slots << RECORD_SHIFT];
        cold = new long[slots << COLD_SHIFT];
    }

    /**
     * Takes the slot that was freed last, or a fresh one. It carries the number; the rest of
     * the hot line is zero but for side, price and open lots, which {@link #terms} sets.
     */
    public int claim(long serial) {
        int slot = firstFree;
        if (slot == NONE) slot = freshSlot();
        else firstFree = nextFree(slot);
        int line = slot << RECORD_SHIFT;
        long[] h = hot;
        h[line + NUMBER] = serial << SLOT_BITS | slot;
        h[line + FLAGS] = 0;
        h[line + OWNER] = 0;
        h[line + BALANCES] = 0;
        h[line + GROUP] = 0;
        openOrders++;
        return slot;
    }

    /** Gives the slot back; its number resolves to nothing from now on. The order must have left its book. */
    public void free(int slot) {
        int line = slot << RECORD_SHIFT;
        hot[line + NUMBER] = 0;
        hot[line + NEXT_FREE] = firstFree;
        firstFree = slot;
        openOrders--;
    }

    /** Ends all orders at once and keeps the memory. All books must be empty. */
    public void clear() {
        usedSlots = 0;
        firstFree = NONE;
        openOrders = 0;
    }

    /** The slot of an open order, or {@link #NONE} for a number that was never given or whose order has ended. */
    public int slotOf(long orderNumber) {
        int slot = (int) (orderNumber & SLOT_MASK);
        return slot < usedSlots && orderNumber != 0 && hot[slot << RECORD_SHIFT] == orderNumber ? slot : NONE;
    }

    /** Orders claimed and not freed. */
    public int openOrders() {
        return openOrders;
    }

    /** Slots there is room for without growing. */
    int capacity() {
        return hot.length >> RECORD_SHIFT;
    }

    /** Slots that ever held an order: all slots lie below it. */
    public int usedSlots() {
        return usedSlots;
    }

    /** The slot that the next claim takes, or {@link #NONE}; {@link #nextFree} goes on from it. */
    public int firstFree() {
        return firstFree;
    }

    public int nextFree(int slot) {
        return (int) hot[(slot << RECORD_SHIFT) + NEXT_FREE];
    }

    public boolean isClaimed(int slot) {
        return slot < usedSlots && orderNumber(slot) != 0;
    }

    // ---- the hot line

    public long orderNumber(int slot) {
        return hot[slot << RECORD_SHIFT];
    }

    public long priceTicks(int slot) {
        return hot[(slot << RECORD_SHIFT) + TICKS];
    }

    public void priceTicks(int slot, long priceTicks) {
        hot[(slot << RECORD_SHIFT) + TICKS] = priceTicks;
    }

    public long openLots(int slot) {
        return hot[(slot << RECORD_SHIFT) + OPEN];
    }

    /** Only for an order that rests nowhere: a resting order's open lots are changed by its book. */
    public void openLots(int slot, long openLots) {
        hot[(slot << RECORD_SHIFT) + OPEN] = openLots;
    }

    public boolean sells(int slot) {
        return (hot[(slot << RECORD_SHIFT) + FLAGS] & SELLS) != 0;
    }

    public Side side(int slot) {
        return sells(slot) ? Side.SELL : Side.BUY;
    }

    /** Side, price and open lots in one go, before the order rests. */
    public void terms(int slot, Side side, long priceTicks, long openLots) {
        int line = slot << RECORD_SHIFT;
        long[] h = hot;
        h[line + TICKS] = priceTicks;
        h[line + OPEN] = openLots;
        long flags = h[line + FLAGS] & ~SELLS;
        h[line + FLAGS] = side == Side.SELL ? flags | SELLS : flags;
    }

    /** The owner's own bits, 31 of them; the side has its own. */
    public int flags(int slot) {
        return (int) (hot[(slot << RECORD_SHIFT) + FLAGS] >>> 1);
    }

    public void flags(int slot, int flags) {
        int at = (slot << RECORD_SHIFT) + FLAGS;
        hot[at] = hot[at] & SELLS | (long) flags << 1;
    }

    public int account(int slot) {
        return (int) hot[(slot << RECORD_SHIFT) + OWNER];
    }

    public int instrument(int slot) {
        return (int) (hot[(slot << RECORD_SHIFT) + OWNER] >>> 32);
    }

    public void owner(int slot, int account, int instrument) {
        hot[(slot << RECORD_SHIFT) + OWNER] = pair(account, instrument);
    }

    /** Where the ledger keeps the owner's balance of the base asset. */
    public int baseBalance(int slot) {
        return (int) hot[(slot << RECORD_SHIFT) + BALANCES];
    }

    public int quoteBalance(int slot) {
        return (int) (hot[(slot << RECORD_SHIFT) + BALANCES] >>> 32);
    }

    public void balances(int slot, int base, int quote) {
        hot[(slot << RECORD_SHIFT) + BALANCES] = pair(base, quote);
    }

    public int tradeGroup(int slot) {
        return (int) hot[(slot << RECORD_SHIFT) + GROUP];
    }

    public void tradeGroup(int slot, int tradeGroup) {
        int at = (slot << RECORD_SHIFT) + GROUP;
        hot[at] = withLow(hot[at], tradeGroup);
    }

    /** What rounding up has charged the order ahead of its exact fees, in 10^-7 of a minor unit. */
    public int feePrepaid(int slot) {
        return (int) (hot[(slot << RECORD_SHIFT) + GROUP] >>> 32);
    }

    public void feePrepaid(int slot, int feePrepaid) {
        int at = (slot << RECORD_SHIFT) + GROUP;
        hot[at] = withHigh(hot[at], feePrepaid);
    }

    // ---- the cold line

    /** All that the order ever asked for: executed, prevented and open. */
    public long quantityLots(int slot) {
        return cold[slot << COLD_SHIFT];
    }

    public void quantityLots(int slot, long quantityLots) {
        cold[(slot << COLD_SHIFT) + QUANTITY] = quantityLots;
    }

    public int version(int slot) {
        return (int) cold[(slot << COLD_SHIFT) + VERSION];
    }

    public void version(int slot, int version) {
        int at = (slot << COLD_SHIFT) + VERSION;
        cold[at] = withLow(cold[at], version);
    }

    public int clientIdSlot(int slot) {
        return (int) (cold[(slot << COLD_SHIFT) + VERSION] >>> 32);
    }

    public void clientIdSlot(int slot, int clientIdSlot) {
        int at = (slot << COLD_SHIFT) + VERSION;
        cold[at] = withHigh(cold[at], clientIdSlot);
    }

    /** The whole cold line at once, when the order first rests. */
    public void story(int slot, long quantityLots, int version, int clientIdSlot) {
        int line = slot << COLD_SHIFT;
        cold[line + QUANTITY] = quantityLots;
        cold[line + VERSION] = pair(version, clientIdSlot);
    }

    private int freshSlot() {
        if (usedSlots << RECORD_SHIFT == hot.length) grow();
        return usedSlots++;
    }

    private void grow() {
        if (usedSlots == MAX_SLOTS) {
            throw new IllegalStateException("open orders must not exceed 2^27: openOrders=" + openOrders);
        }
        hot = Arrays.copyOf(hot, hot.length << 1);
        cold = Arrays.copyOf(cold, cold.length << 1);
    }

    private static long pair(int low, int high) {
        return low & LOW | (long) high << 32;
    }

    private static long withLow(long packed, int low) {
        return packed & ~LOW | low & LOW;
    }

    private static long withHigh(long packed, int high) {
        return packed & LOW | (long) high << 32;
    }
}
