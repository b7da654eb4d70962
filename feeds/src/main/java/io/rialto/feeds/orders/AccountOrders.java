package io.rialto.feeds.orders;

import io.rialto.feeds.position.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The orders of one account: all that are kept, those that are open, and the newest under each client order id. */
final class AccountOrders {
    private final OrderList kept = new OrderList();
    private final OrderList open = new OrderList();
    private final Map<String, OrderState> byClientOrderId = new HashMap<>();
    private boolean hasDropped;
    private boolean hasDroppedNamed;

    /** A client order id is unique among open orders, so the newest order that carries it is the open one, if any is. */
    void accept(OrderState order) {
        kept.add(order);
        open.add(order);
        if (!order.clientOrderId.isEmpty()) byClientOrderId.put(order.clientOrderId, order);
    }

    void close(OrderState order) {
        open.remove(order);
    }

    void drop(OrderState order) {
        kept.remove(order);
        hasDropped = true;
        if (order.clientOrderId.isEmpty()) return;
        hasDroppedNamed = true;
        byClientOrderId.remove(order.clientOrderId, order);
    }

    /** Null when no kept order carries it. */
    OrderState find(String clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    boolean hasDropped() {
        return hasDropped;
    }

    boolean hasDroppedNamed() {
        return hasDroppedNamed;
    }

    int openCount() {
        return open.kept();
    }

    /** Oldest first. */
    List<OrderView> open() {
        List<OrderView> views = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (open.at(i) != null) views.add(open.at(i).view());
        }
        return views;
    }

    Page<OrderView> page(OrderFilter filter, long cursor, int limit, long sequence) {
        OrderList list = filter.isOnlyOpen() ? open : kept;
        List<OrderView> items = new ArrayList<>();
        int index = Math.min(list.newestBefore(cursor), list.newestCreatedBefore(filter.toNanos()));
        boolean isOver = false;
        for (int seen = 0; index >= 0 && items.size() < limit && seen < Page.MAX_SCANNED; seen++, index--) {
            OrderState order = list.at(index);
            if (order == null) continue;
            isOver = order.createdNanos < filter.fromNanos();
            if (isOver) break;
            if (filter.matches(order)) items.add(order.view());
        }
        if (isOver) return new Page<>(items, OptionalLong.empty(), false, sequence);
        if (index >= 0) return new Page<>(items, OptionalLong.of(list.numberAt(index + 1)), false, sequence);
        return new Page<>(items, OptionalLong.empty(), list == kept && hasDropped, sequence);
    }
}
