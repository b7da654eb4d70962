package io.rialto.bench.rivals;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;
import io.rialto.bench.book.Contender;
import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.OrderFlow;

/**
 * parity-match. It knows limit orders and cancels down to a size: an IOC is entered and its rest cancelled, a move is a
 * cancel and an entry with what was open.
 */
public final class ParityBook implements Contender, OrderBookListener {
    private final OrderBook[] books;
    private long trades;
    private long quantity;
    private long hash;

    public ParityBook(OrderFlow flow) {
        books = new OrderBook[flow.shape().symbols()];
        for (int i = 0; i < books.length; i++) books[i] = new OrderBook(this);
    }

    @Override
    public void play(OrderFlow flow, int from, int to) {
        for (int i = from; i < to; i++) {
            OrderBook book = books[flow.symbol(i)];
            long id = flow.id(i);
            switch (flow.type(i)) {
                case OrderFlow.NEW -> enter(book, flow, i);
                case OrderFlow.CANCEL -> book.cancel(id, 0);
                case OrderFlow.REDUCE -> book.cancel(id, flow.remainingLots(i));
                case OrderFlow.MOVE -> {
                    book.cancel(id, 0);
                    enter(book, flow, i);
                }
                default -> {
                    enter(book, flow, i);
                    book.cancel(id, 0);
                }
            }
        }
    }

    private static void enter(OrderBook book, OrderFlow flow, int index) {
        Side side = flow.sells(index) ? Side.SELL : Side.BUY;
        book.enter(flow.id(index), side, flow.priceTicks(index), flow.quantityLots(index));
    }

    @Override
    public void match(long makerId, long takerId, Side takerSide, long price, long executed, long remaining) {
        trades++;
        quantity += executed;
        hash = FlowAnswer.hash(hash, makerId, price, executed);
    }

    @Override
    public void add(long id, Side side, long price, long size) {
        // Only trades are counted.
    }

    @Override
    public void cancel(long id, long canceled, long remaining) {
        // Only trades are counted.
    }

    @Override
    public FlowAnswer answer() {
        return new FlowAnswer(trades, quantity, hash);
    }
}
