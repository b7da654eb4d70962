package io.rialto.bench.book;

import static io.rialto.engine.book.OrderPool.NONE;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.OrderFlow;
import io.rialto.engine.book.Book;
import io.rialto.engine.book.LevelPool;
import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.Side;

/**
 * Our bare book: matching alone, no accounts, no money, no events.
 *
 * <p>The driver keeps what a client would keep: for each id the slot that the venue gave its order. The flow's id serves
 * as the serial in the order number, so a cancel is checked against the record it leads to.
 */
public final class RialtoBook implements Contender {
    private final OrderPool orders;
    private final Book[] books;
    private final int[] slots;
    private long trades;
    private long quantity;
    private long hash;

    public RialtoBook(OrderFlow flow) {
        int live = flow.shape().symbols() * flow.shape().livePerSymbol();
        orders = new OrderPool(live * 6 / 5);
        LevelPool levels = new LevelPool(orders, flow.shape().symbols() * 24);
        books = new Book[flow.shape().symbols()];
        for (int i = 0; i < books.length; i++) books[i] = new Book(orders, levels);
        slots = new int[flow.ids() + 1];
    }

    @Override
    public void play(OrderFlow flow, int from, int to) {
        for (int i = from; i < to; i++) {
            Book book = books[flow.symbol(i)];
            switch (flow.type(i)) {
                case OrderFlow.NEW -> submit(book, flow, i);
                case OrderFlow.CANCEL -> cancel(book, open(flow.id(i)));
                case OrderFlow.REDUCE -> book.reduce(open(flow.id(i)), flow.quantityLots(i));
                case OrderFlow.MOVE -> move(book, open(flow.id(i)), flow.priceTicks(i));
                default -> take(book, side(flow, i), flow.priceTicks(i), flow.quantityLots(i));
            }
        }
    }

    @Override
    public FlowAnswer answer() {
        return new FlowAnswer(trades, quantity, hash);
    }

    private void submit(Book book, OrderFlow flow, int index) {
        Side side = side(flow, index);
        long limit = flow.priceTicks(index);
        long open = take(book, side, limit, flow.quantityLots(index));
        if (open == 0) return;
        int id = flow.id(index);
        int slot = orders.claim(id);
        orders.terms(slot, side, limit, open);
        orders.owner(slot, flow.owner(index), flow.symbol(index));
        book.rest(slot);
        slots[id] = slot;
    }

    private void cancel(Book book, int slot) {
        book.remove(slot);
        orders.free(slot);
    }

    private void move(Book book, int slot, long priceTicks) {
        Side side = orders.side(slot);
        book.remove(slot);
        long open = take(book, side, priceTicks, orders.openLots(slot));
        if (open == 0) {
            orders.free(slot);
            return;
        }
        orders.terms(slot, side, priceTicks, open);
        book.rest(slot);
    }

    /** Trades up to the limit; answers what is left. */
    private long take(Book book, Side side, long limitTicks, long lots) {
        long open = lots;
        Side resting = side == Side.BUY ? Side.SELL : Side.BUY;
        while (open > 0 && book.crosses(side, limitTicks)) {
            int maker = book.best(resting);
            long traded = Math.min(open, orders.openLots(maker));
            open -= traded;
            trades++;
            quantity += traded;
            hash = FlowAnswer.hash(
                    hash, orders.orderNumber(maker) >>> OrderPool.SLOT_BITS, orders.priceTicks(maker), traded);
            if (book.fill(maker, traded)) orders.free(maker);
        }
        return open;
    }

    private int open(int id) {
        int slot = orders.slotOf((long) id << OrderPool.SLOT_BITS | slots[id]);
        if (slot == NONE) throw new IllegalStateException("a command's order is open: id=" + id);
        return slot;
    }

    private static Side side(OrderFlow flow, int index) {
        return flow.sells(index) ? Side.SELL : Side.BUY;
    }
}
