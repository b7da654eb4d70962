package io.rialto.feeds.archive;

import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.rows.OrderColumns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Every order there ever was.
 *
 * <p>Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}; {@link IllegalArgumentException} for a limit out
 * of range or a cursor that is of no page of the list.
 */
public final class PastOrders {
    /** An account's orders in a span of time, newest first. */
    public static final String PAGE = "SELECT " + OrderColumns.NAMES + " FROM orders WHERE account = :account"
            + " AND (created_nanos, number) < (:nanos, :number) AND created_nanos >= :from"
            + " ORDER BY created_nanos DESC, number DESC LIMIT :rows";

    /** An account's open orders, oldest first. */
    public static final String OPEN =
            "SELECT " + OrderColumns.NAMES + " FROM orders WHERE account = :account AND is_open = 1 ORDER BY number";

    public static final String ONE = "SELECT " + OrderColumns.NAMES + " FROM orders WHERE number = :number";

    private final RecordStore store;

    public PastOrders(RecordStore store) {
        this.store = store;
    }

    public Optional<OrderView> order(long number) {
        return store.ask(handle -> order(handle, number));
    }

    /** The same as a page of one row, or of none. */
    public Page<OrderView> numbered(long number) {
        return store.ask(handle -> {
            long sequence = RecordStore.sequence(handle);
            List<OrderView> one = order(handle, number).stream().toList();
            return new Page<>(one, OptionalLong.empty(), false, sequence);
        });
    }

    private static Optional<OrderView> order(Handle handle, long number) {
        return handle.createQuery(ONE)
                .bind("number", number)
                .map((row, context) -> OrderColumns.view(row))
                .findOne();
    }

    /** All of an account's open orders, oldest first. */
    public List<OrderView> open(int account) {
        return store.ask(handle -> handle.createQuery(OPEN)
                .bind("account", account)
                .map((row, context) -> OrderColumns.view(row))
                .list());
    }

    /** An account's orders, newest first. @param cursor {@link Page#NEWEST}, or the cursor of a page before */
    public Page<OrderView> orders(int account, OrderFilter filter, long cursor, int limit) {
        Page.checkLimit(limit);
        return store.ask(handle -> {
            long sequence = RecordStore.sequence(handle);
            long nanos = cursor == Page.NEWEST ? Long.MAX_VALUE : created(handle, account, cursor);
            boolean endsBefore = filter.toNanos() <= nanos;
            boolean isAll = filter.instrument() == 0 && filter.statuses().size() == OrderStatus.values().length;
            return Lines.page(
                    handle.createQuery(PAGE)
                            .bind("account", account)
                            .bind("nanos", endsBefore ? filter.toNanos() : nanos)
                            .bind("number", endsBefore ? 0 : cursor)
                            .bind("from", filter.fromNanos()),
                    OrderColumns::view,
                    filter::wants,
                    isAll,
                    OrderView::order,
                    limit,
                    sequence);
        });
    }

    private static long created(Handle handle, int account, long cursor) {
        return order(handle, cursor)
                .filter(order -> order.account() == account)
                .map(OrderView::createdNanos)
                .orElseThrow(
                        () -> new IllegalArgumentException("cursor must be of a page of this list: was " + cursor));
    }
}
