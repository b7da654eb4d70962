package io.rialto.gateway.archive;

import io.rialto.feeds.archive.PastFills;
import io.rialto.feeds.archive.PastMovements;
import io.rialto.feeds.archive.PastOrders;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.orders.Orders;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Statement;
import io.rialto.feeds.statements.Statements;
import io.rialto.gateway.cache.Asked;
import io.rialto.gateway.cache.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Orders, fills, movements and statements, all there ever were: from memory what memory has, from the read model what it let go of.
 * Where a venue keeps no read model the lists end where memory ends.
 *
 * <p>Threading: any.
 */
public final class WholeHistory {
    private final Orders orders;
    private final Statements statements;
    private final Archive archive;

    public WholeHistory(Orders orders, Statements statements, Archive archive) {
        this.orders = orders;
        this.statements = statements;
        this.archive = archive;
    }

    public Optional<OrderView> order(long number) {
        Found<OrderView> known = orders.order(number);
        if (known.isFound() || known.state() != Found.State.NO_LONGER_KEPT || !archive.isKept()) return known.item();
        Asked asked = Asked.ofItsRows(Kind.ORDER, number);
        return archive.page(asked, known.sequence(), store -> new PastOrders(store).numbered(number)).items().stream()
                .findFirst();
    }

    /** An account's orders, newest first. Of the closed those that closed first are let go of, wherever they stand in it. */
    public Page<OrderView> orders(int account, OrderFilter filter, long cursor, int limit) {
        Page<OrderView> known = orders.orders(account, filter, cursor, limit);
        boolean isWhole = filter.statuses().stream().allMatch(OrderStatus::isOpen) || !orders.hasDropped(account);
        if (isWhole || !archive.isKept()) return known;
        Page<OrderView> all = archive.page(
                Asked.of(Kind.ORDERS, account, words(filter), cursor, limit),
                known.sequence(),
                store -> new PastOrders(store).orders(account, filter, cursor, limit));
        return new Page<>(all.items().stream().map(this::asItIsNow).toList(), all.next(), false, all.sequence());
    }

    /** The same at every gateway: sets have no order of their own. */
    private static String words(OrderFilter filter) {
        String statuses = filter.statuses().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        return statuses + "." + filter.instrument() + "." + filter.fromNanos() + "." + filter.toNanos();
    }

    /** Where an open order's trigger trails is known to memory alone. */
    private OrderView asItIsNow(OrderView order) {
        if (!order.status().isOpen()) return order;
        return orders.order(order.order())
                .item()
                .filter(now -> now.status().isOpen())
                .orElse(order);
    }

    /** Newest first. @param instrument 0 for every one */
    public Page<Fill> fillsOfAccount(int account, int instrument, long cursor, int limit) {
        Page<Fill> known = orders.fillsOfAccount(account, instrument, cursor, limit);
        return whole(
                known,
                cursor,
                limit,
                Fill::number,
                (from, most) -> archive.page(
                        Asked.of(Kind.FILLS, account, instrument, from, most),
                        known.sequence(),
                        store -> new PastFills(store).ofAccount(account, instrument, from, most)));
    }

    /** Newest first. */
    public Page<Fill> fillsOfOrder(long order, long cursor, int limit) {
        Page<Fill> known = orders.fillsOfOrder(order, cursor, limit);
        return whole(
                known,
                cursor,
                limit,
                Fill::number,
                (from, most) -> archive.page(
                        Asked.ofItsRows(Kind.FILLS, "order", order, from, most),
                        known.sequence(),
                        store -> new PastFills(store).ofOrder(order, from, most)));
    }

    /** Newest first. @param asset 0 for every one */
    public Page<Movement> movements(int account, int asset, Period period, long cursor, int limit) {
        Page<Movement> known = statements.movements(account, asset, period, cursor, limit);
        return whole(
                known,
                cursor,
                limit,
                Movement::number,
                (from, most) -> archive.page(
                        Asked.of(Kind.POSTINGS, account, asset, words(period), from, most),
                        known.sequence(),
                        store -> new PastMovements(store).ofAccount(account, asset, period, from, most)));
    }

    /** What became of an account's balances: counted by the read model where memory has not all that it takes. */
    public Statement statement(int account, Period period) {
        Statement known = statements.of(account, period);
        if (known.isWhole() || !archive.isKept()) return known;
        return archive.asOf(
                OptionalLong.of(known.sequence()), store -> new PastMovements(store).statement(account, period));
    }

    /** Whether all orders that an account ever had can be told. */
    public boolean hasAllOrders(int account) {
        return archive.isKept() || !orders.hasDropped(account);
    }

    private static String words(Period period) {
        return period.afterSequence() + "." + period.toSequence() + "." + period.fromNanos() + "." + period.toNanos();
    }

    /** What memory let go of is older than all it has: it comes behind it. */
    private <T> Page<T> whole(
            Page<T> known, long cursor, int limit, ToLongFunction<T> number, BiFunction<Long, Integer, Page<T>> older) {
        if (!known.olderDropped() || !archive.isKept()) return known;
        List<T> items = new ArrayList<>(known.items());
        long from = items.isEmpty() ? cursor : number.applyAsLong(items.get(items.size() - 1));
        if (items.size() == limit) return new Page<>(items, OptionalLong.of(from), false, known.sequence());
        Page<T> behind = older.apply(from, limit - items.size());
        items.addAll(behind.items());
        return new Page<>(items, behind.next(), false, known.sequence());
    }
}
