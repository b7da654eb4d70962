package io.rialto.gateway.orders;

import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.market.Listed;
import java.util.EnumSet;
import java.util.Set;

/** Which orders a list asks for: {@code status} takes OPEN, CLOSED, or statuses joined by commas. */
final class OrderFilters {
    private OrderFilters() {}

    static OrderFilter of(Call call, Listed instruments) {
        OrderFilter filter =
                call.parameter("status").map(OrderFilters::byStatus).orElse(OrderFilter.ALL);
        int instrument = call.parameter("symbol")
                .map(symbol -> instruments.terms("symbol", symbol).instrument().number())
                .orElse(0);
        return filter.of(instrument)
                .createdIn(
                        call.moment("from").orElse(Long.MIN_VALUE),
                        call.moment("to").orElse(Long.MAX_VALUE));
    }

    private static OrderFilter byStatus(String text) {
        if (text.equals("OPEN")) return OrderFilter.OPEN;
        if (text.equals("CLOSED")) return OrderFilter.CLOSED;
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String name : text.split(",", -1)) statuses.add(Choices.of("status", name, OrderStatus.class));
        return OrderFilter.ALL.with(statuses);
    }
}
