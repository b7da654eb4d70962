package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account's orders and their fills, as the feeds know them. Another's order is answered like an absent one. */
public final class OwnOrders {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");

    private final WholeHistory orders;
    private final Freshness freshness;
    private final Listed instruments;
    private final String ack;

    public OwnOrders(WholeHistory orders, Freshness freshness, Listed instruments, String ack) {
        this.orders = orders;
        this.freshness = freshness;
        this.instruments = instruments;
        this.ack = ack;
    }

    OrderView find(int account, String id) {
        return find(account, "id", id);
    }

    /** @param field where the client wrote the id */
    public OrderView find(int account, String field, String id) {
        Problem absent = Problem.at(field, ProblemCode.UNKNOWN_ORDER, "the order does not exist");
        if (!NUMBERS.matcher(id).matches()) throw absent;
        long number = Long.parseLong(id);
        if (orders.order(number).isEmpty()) freshness.await(0);
        return orders.order(number).filter(order -> order.account() == account).orElseThrow(() -> absent);
    }

    /** Of these orders, those that are still kept. */
    public List<OrderBody> bodies(List<Long> numbers) {
        return numbers.stream()
                .flatMap(number -> orders.order(number).stream())
                .map(this::body)
                .toList();
    }

    /** Empty when it is not open, or no more. */
    public Optional<OrderBody> open(long number) {
        return orders.order(number).filter(order -> order.status().isOpen()).map(this::body);
    }

    OrderBody body(OrderView order) {
        return OrderBody.of(order, fillsUntil(order, Long.MAX_VALUE), instruments, ack);
    }

    /** Fills of frames up to a sequence, oldest first. */
    List<Fill> fillsUntil(OrderView order, long lastSequence) {
        if (order.executedLots() == 0) return List.of();
        List<Fill> fills = new ArrayList<>();
        long cursor = Page.NEWEST;
        boolean hasMore = true;
        while (hasMore) {
            Page<Fill> page = orders.fillsOfOrder(order.order(), cursor, Page.MAX_ITEMS);
            page.items().stream()
                    .filter(fill -> fill.sequence() <= lastSequence)
                    .forEach(fills::add);
            hasMore = page.next().isPresent();
            cursor = page.next().orElse(0);
        }
        Collections.reverse(fills);
        return fills;
    }
}
