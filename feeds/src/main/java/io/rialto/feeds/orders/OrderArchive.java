package io.rialto.feeds.orders;

import io.rialto.feeds.position.BrokenFeed;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Which orders are kept: every open one, and of the closed ones those that closed last.
 *
 * <p>The low bits of an order's number are its slot among the open orders, so an open order is found without hashing.
 */
final class OrderArchive {
    private static final int SLOT_MASK = (1 << 27) - 1;
    private static final AccountOrders NOBODY = new AccountOrders();

    private final int closedKept;
    private final OrderList kept = new OrderList();
    private final ArrayDeque<OrderState> closed = new ArrayDeque<>();
    private final Int2ObjectHashMap<AccountOrders> accounts = new Int2ObjectHashMap<>();
    private OrderState[] openBySlot = new OrderState[1024];
    private long newestDropped;

    OrderArchive(int closedKept) {
        this.closedKept = closedKept;
    }

    void accept(OrderState order) {
        int slot = (int) order.number & SLOT_MASK;
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
        int slot = (int) number & SLOT_MASK;
        OrderState order = slot < openBySlot.length ? openBySlot[slot] : null;
        if (order == null || order.number != number) throw new BrokenFeed("order must be open: order=" + number);
        return order;
    }

    boolean isOpen(long number) {
        int slot = (int) number & SLOT_MASK;
        return slot < openBySlot.length && openBySlot[slot] != null && openBySlot[slot].number == number;
    }

    void close(OrderState order) {
        openBySlot[(int) order.number & SLOT_MASK] = null;
        account(order.account).close(order);
        closed.add(order);
        if (closed.size() > closedKept) drop(closed.remove());
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
