package io.rialto.engine.orders;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import org.agrona.DirectBuffer;

/**
 * Every open order: its record, its place among the account's orders, its owner's name for it.
 *
 * <p>An order is <em>claimed</em> when it is accepted, <em>enlisted</em> when it first rests, and <em>ended</em> once.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class OpenOrders {
    public static final int NONE = OrderPool.NONE;

    private static final int FIRST_VERSION = 1;
    private static final int PREVENTION_MASK = 7;
    private static final int POST_ONLY = 1 << 3;
    private static final int NAMED = 1 << 4;
    private static final int ENLISTED = 1 << 5;

    private final OrderPool pool;
    private final AccountOrders ofAccounts;
    private final ClientOrderIds clientIds = new ClientOrderIds();
    private long lastSerial;

    public OpenOrders(OrderPool pool, int expectedAccounts, int expectedOrders) {
        this.pool = pool;
        this.ofAccounts = new AccountOrders(expectedAccounts, expectedOrders);
    }

    public OrderPool pool() {
        return pool;
    }

    /** Accepted orders so far. */
    public long lastSerial() {
        return lastSerial;
    }

    /** Takes a record for an order that is accepted now; its number is that of the record. */
    public int claim() {
        return pool.claim(++lastSerial);
    }

    /** Reads the owner's name for the order that is being asked for; false when it is malformed. */
    public boolean readClientId(DirectBuffer buffer, int offset, int limit) {
        return clientIds.read(buffer, offset, limit);
    }

    public boolean isClientIdTaken(int account) {
        return clientIds.isTaken(account);
    }

    /** The order stands in the book from now on: its account and its name lead to it. Its owner is set before. */
    public void enlist(int slot, byte selfTradePrevention, boolean isPostOnly, long quantityLots) {
        int account = pool.account(slot);
        int name = clientIds.keep(account);
        int flags = selfTradePrevention | ENLISTED;
        if (isPostOnly) flags |= POST_ONLY;
        if (name != ClientOrderIds.NONE) flags |= NAMED;
        pool.story(slot, quantityLots, FIRST_VERSION, name);
        pool.flags(slot, flags);
        ofAccounts.append(account - Accounts.FIRST, slot);
    }

    /** The order is no more, and its number resolves to nothing. It has left its book and released its hold. */
    public void end(int slot) {
        delist(slot);
        pool.free(slot);
    }

    /** The first half of an end: account and name no longer lead to the order, its record still stands. */
    public void delist(int slot) {
        int flags = pool.flags(slot);
        if ((flags & ENLISTED) != 0) ofAccounts.remove(pool.account(slot) - Accounts.FIRST, slot);
        if ((flags & NAMED) != 0) clientIds.forget(pool.clientIdSlot(slot));
        pool.flags(slot, flags & ~(ENLISTED | NAMED));
    }

    /** The mode that the order came with, or took from its account then. */
    public byte selfTradePrevention(int slot) {
        return (byte) (pool.flags(slot) & PREVENTION_MASK);
    }

    public boolean isPostOnly(int slot) {
        return (pool.flags(slot) & POST_ONLY) != 0;
    }

    public boolean isEnlisted(int slot) {
        return (pool.flags(slot) & ENLISTED) != 0;
    }

    /** The account's oldest open order, or {@link #NONE}. */
    public int oldestOf(int account) {
        return ofAccounts.oldest(account - Accounts.FIRST);
    }

    /** The account's next younger open order, or {@link #NONE}. */
    public int youngerThan(int slot) {
        return ofAccounts.younger(slot);
    }

    /** A word of the owner's name for the order; 0 without one. */
    public long clientIdWord(int slot, int word) {
        return (pool.flags(slot) & NAMED) == 0 ? 0 : clientIds.word(pool.clientIdSlot(slot), word);
    }
}
