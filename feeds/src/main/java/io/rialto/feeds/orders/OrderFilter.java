package io.rialto.feeds.orders;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which of an account's orders are asked for.
 *
 * @param statuses at least one
 * @param instrument 0 for every one
 * @param fromNanos created at or after this journal time
 * @param toNanos created before this journal time
 */
public record OrderFilter(Set<OrderStatus> statuses, int instrument, long fromNanos, long toNanos) {
    /** Every order. */
    public static final OrderFilter ALL =
            new OrderFilter(EnumSet.allOf(OrderStatus.class), 0, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Every open order. */
    public static final OrderFilter OPEN =
            ALL.with(EnumSet.of(OrderStatus.NEW, OrderStatus.PENDING_TRIGGER, OrderStatus.PARTIALLY_FILLED));

    /** Every order that has ended. */
    public static final OrderFilter CLOSED =
            ALL.with(EnumSet.of(OrderStatus.FILLED, OrderStatus.CANCELLED, OrderStatus.EXPIRED));

    public OrderFilter {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty()) throw new IllegalArgumentException("statuses must not be empty");
    }

    public OrderFilter with(Set<OrderStatus> wanted) {
        return new OrderFilter(wanted, instrument, fromNanos, toNanos);
    }

    public OrderFilter of(int wantedInstrument) {
        return new OrderFilter(statuses, wantedInstrument, fromNanos, toNanos);
    }

    /** Created in a half-open span of journal time. */
    public OrderFilter createdIn(long from, long to) {
        return new OrderFilter(statuses, instrument, from, to);
    }

    boolean isOnlyOpen() {
        return statuses.stream().allMatch(OrderStatus::isOpen);
    }

    /** Whether an order is asked for. */
    public boolean wants(OrderView order) {
        return (instrument == 0 || instrument == order.instrument())
                && statuses.contains(order.status())
                && order.createdNanos() >= fromNanos
                && order.createdNanos() < toNanos;
    }

    /** Time is not asked here: lists are in the order of time. */
    boolean matches(OrderState order) {
        return (instrument == 0 || instrument == order.instrument) && statuses.contains(order.status());
    }
}
