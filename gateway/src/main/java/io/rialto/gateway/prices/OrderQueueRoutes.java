package io.rialto.gateway.prices;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.queues.QueuePage;
import io.rialto.feeds.queues.QueuedOrder;
import io.rialto.feeds.queues.Queues;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;

/** The book of each instrument order by order, without owners. */
public final class OrderQueueRoutes implements RouteGroup {
    private static final int USUAL = 100;

    private final Listed listed;
    private final Queues queues;

    public OrderQueueRoutes(Listed listed, Queues queues) {
        this.listed = listed;
        this.queues = queues;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/orders", this::orders, "limit")
                .says("The order book, order by order: who trades first stands first")
                .with(Field.whole("limit", 1, Page.MAX_ITEMS).optional().says("orders of each side"))
                .answers(200, OrderBookBody.class);
    }

    /** @param id its number in this book, and in no other place: not the order's own */
    private record ShownBody(String id, String price, String quantity) {}

    /** @param whole whether there are no more orders than these */
    private record OrderBookBody(
            String symbol, List<ShownBody> bids, List<ShownBody> asks, boolean whole, long sequence) {}

    private Answer orders(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL);
        QueuePage page = queues.orders(terms.instrument().number(), limit);
        return Answer.ok(new OrderBookBody(
                terms.instrument().symbol(),
                shown(terms, page.bids()),
                shown(terms, page.asks()),
                page.isWhole(),
                page.sequence()));
    }

    private static List<ShownBody> shown(Terms terms, List<QueuedOrder> orders) {
        return orders.stream()
                .map(order -> new ShownBody(
                        Long.toString(order.place()),
                        terms.price(order.priceTicks()),
                        terms.quantity(order.quantityLots())))
                .toList();
    }
}
