package io.rialto.gateway.explanation;

import io.rialto.feeds.events.EventFilter;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.events.Events;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.orders.Orders;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.explorer.Sight;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Which frames touched an order: from memory while it is there, then from the read model. Thread-safe. */
final class OrderFrames {
    private final Orders orders;
    private final WholeHistory whole;
    private final Archive archive;

    OrderFrames(Orders orders, WholeHistory whole, Archive archive) {
        this.orders = orders;
        this.whole = whole;
        this.archive = archive;
    }

    /** Oldest first. Another's order is answered like one that there never was. */
    long[] of(long number, Sight sight) {
        OrderView order = whole.order(number)
                .filter(each -> sight.isWhole() || each.account() == sight.account())
                .orElseThrow(() -> Problem.at("order", ProblemCode.UNKNOWN_ORDER, "the order does not exist"));
        long[] known = orders.frames(order.order());
        return known.length > 0 || !archive.isKept() ? known : recorded(number);
    }

    private long[] recorded(long number) {
        EventFilter filter = new EventFilter(0, 0, number, 0, "", Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        return archive.asOf(OptionalLong.empty(), store -> {
            LongStream.Builder found = LongStream.builder();
            long cursor = 0;
            do {
                Page<EventRow> page = new Events(store).page(filter, false, cursor, Page.MAX_ITEMS);
                page.items().forEach(row -> found.add(row.sequence()));
                cursor = page.next().orElse(0);
            } while (cursor > 0);
            return Arrays.stream(found.build().toArray()).distinct().toArray();
        });
    }
}
