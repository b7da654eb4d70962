package io.rialto.bench.rivals;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.rialto.bench.book.Contender;
import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.OrderFlow;
import java.util.HashMap;
import java.util.Map;

/**
 * exchange-core's direct order book, called directly: no ring, no risk engine. Pools as its own router sizes them; one
 * command object used again and again, as its ring would.
 */
public final class ExchangeCoreBook implements Contender {
    private final OrderBookDirectImpl[] books;
    private final OrderCommand command = new OrderCommand();
    private long trades;
    private long quantity;
    private long hash;

    public ExchangeCoreBook(OrderFlow flow) {
        Map<Integer, Integer> sizes = new HashMap<>();
        sizes.put(ObjectsPool.DIRECT_ORDER, 1024 * 1024);
        sizes.put(ObjectsPool.DIRECT_BUCKET, 1024 * 64);
        sizes.put(ObjectsPool.ART_NODE_4, 1024 * 32);
        sizes.put(ObjectsPool.ART_NODE_16, 1024 * 16);
        sizes.put(ObjectsPool.ART_NODE_48, 1024 * 8);
        sizes.put(ObjectsPool.ART_NODE_256, 1024 * 4);
        ObjectsPool pool = new ObjectsPool(sizes);
        OrderBookEventsHelper events = new OrderBookEventsHelper(MatcherTradeEvent::new);
        books = new OrderBookDirectImpl[flow.shape().symbols()];
        for (int i = 0; i < books.length; i++) {
            CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                    .symbolId(i)
                    .type(SymbolType.FUTURES_CONTRACT)
                    .baseScaleK(1)
                    .quoteScaleK(1)
                    .build();
            books[i] = new OrderBookDirectImpl(symbol, pool, events, LoggingConfiguration.DEFAULT);
        }
    }

    @Override
    public void play(OrderFlow flow, int from, int to) {
        OrderCommand c = command;
        for (int i = from; i < to; i++) {
            OrderBookDirectImpl book = books[flow.symbol(i)];
            c.orderId = flow.id(i);
            c.uid = flow.owner(i);
            c.symbol = flow.symbol(i);
            c.price = flow.priceTicks(i);
            c.size = flow.quantityLots(i);
            c.matcherEvent = null;
            switch (flow.type(i)) {
                case OrderFlow.NEW -> enter(book, flow, i, OrderType.GTC);
                case OrderFlow.CANCEL -> book.cancelOrder(c);
                case OrderFlow.REDUCE -> book.reduceOrder(c);
                case OrderFlow.MOVE -> book.moveOrder(c);
                default -> enter(book, flow, i, OrderType.IOC);
            }
            if (c.matcherEvent != null) count(c.matcherEvent);
        }
    }

    private void enter(OrderBookDirectImpl book, OrderFlow flow, int index, OrderType type) {
        command.action = flow.sells(index) ? OrderAction.ASK : OrderAction.BID;
        command.orderType = type;
        command.reserveBidPrice = command.price;
        book.newOrder(command);
    }

    private void count(MatcherTradeEvent first) {
        for (MatcherTradeEvent event = first; event != null; event = event.nextEvent) {
            if (event.eventType != MatcherEventType.TRADE) continue;
            trades++;
            quantity += event.size;
            hash = FlowAnswer.hash(hash, event.matchedOrderId, event.price, event.size);
        }
    }

    @Override
    public FlowAnswer answer() {
        return new FlowAnswer(trades, quantity, hash);
    }
}
