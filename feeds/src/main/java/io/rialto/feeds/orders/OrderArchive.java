package io.rialto.feeds.orders;

import io.rialto.feeds.position.BrokenFeed;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2LongHashMap;

/**
 * Which orders are kept: every open one, and of the closed ones those that closed last.
 *
 * <p>The low bits of an order's number are its slot among the open orders, so an open order is found without hashing.
 */
final class OrderArchive {
    private static final int SLOT_MASK = (1 << 27) - 1;
    private static final int INITIAL_SLOTS = 1024;
    private static final int FEW_SLOTS = 8;
    private static final long NO_PLACE = -1;
    private static final AccountOrders NOBODY = new AccountOrders();

    private final int closedKept;
    private final OrderList kept = new OrderList();
    private final ArrayDeque<OrderState> closed = new ArrayDeque<>();
    private final Int2ObjectHashMap<AccountOrders> accounts = new Int2ObjectHashMap<>();
    private final boolean knowsAll;
    private final Long2LongHashMap places = new Long2LongHashMap(NO_PLACE);
    private OrderState[] openBySlot;
    private long newestDropped;

    OrderArchive(int closedKept) {
        this(closedKept, true);
    }

    /** @param knowsAll false: only some frames were seen, and orders of others are strangers */
    OrderArchive(int closedKept, boolean knowsAll) {
        this.closedKept = closedKept;
        this.knowsAll = knowsAll;
        openBySlot = new OrderState[knowsAll ? INITIAL_SLOTS : FEW_SLOTS];
    }

    void accept(OrderState order) {
        int slot = slot(order.number);
        if (slot >= openBySlot.length) openBySlot = Arrays.copyOf(openBySlot, Math.max(slot + 1, slot * 2));
        if (openBySlot[slot] != null) {
            throw new BrokenFeed("slot must be free: order=" + order.number + " heldBy=" + openBySlot[slot].number);
        }
        openBySlot[slot] = order;
        kept.add(order);
        AccountOrders account = accounts.get(order.account);
        if (account == null) {
            account = new AccountOrders();
            accounts.put(order.account, account);
        }
        account.accept(order);
    }

    /** An open order that an event names; any other number breaks the feed. */
    OrderState open(long number) {
        int slot = slot(number);
        OrderState order = slot < openBySlot.length ? openBySlot[slot] : null;
        if (order != null && order.number == number) return order;
        if (!knowsAll) return OrderState.stranger(number);
        throw new BrokenFeed("order must be open: order=" + number);
    }

    /** Who has the slot of this number still; null for nobody. */
    OrderState occupant(long number) {
        int slot = slot(number);
        return slot < openBySlot.length ? openBySlot[slot] : null;
    }

    boolean isOpen(long number) {
        int slot = slot(number);
        return slot < openBySlot.length && openBySlot[slot] != null && openBySlot[slot].number == number;
    }

    void close(OrderState order) {
        if (order.isStranger) return;
        openBySlot[slot(order.number)] = null;
        account(order.account).close(order);
        closed.add(order);
        if (closed.size() > closedKept) drop(closed.remove());
    }

    /** Where few orders are known their slots may be far apart, so they are counted instead. */
    private int slot(long number) {
        if (knowsAll) return (int) number & SLOT_MASK;
        long place = places.get(number);
        if (place == NO_PLACE) places.put(number, place = places.size());
        return (int) place;
    }

    private void drop(OrderState order) {
        kept.remove(order);
        account(order.account).drop(order);
        newestDropped = Math.max(newestDropped, order.number);
    }

    /** Null when it is not kept. */
    OrderState find(long number) {
        return kept.find(number);
    }

    /** Whether a number that is not kept may have been an order's. */
    boolean mayHaveDropped(long number) {
        return number <= newestDropped;
    }

    AccountOrders account(int number) {
        AccountOrders account = accounts.get(number);
        return account == null ? NOBODY : account;
    }
}
