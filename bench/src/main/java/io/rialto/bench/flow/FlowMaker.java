package io.rialto.bench.flow;

import static io.rialto.bench.flow.FlowBook.BASE_TICKS;

/** Draws a flow command by command; the order of the draws is the flow. */
final class FlowMaker {
    private static final int MAX_DRIFT = 100;

    private final FlowShape shape;
    private final SplitMix64 random;
    private final FlowOrders orders;
    private final FlowBook[] books;
    private final int[] cumulativeWeight;
    private final OrderFlow flow;
    private int ids;

    FlowMaker(FlowShape shape) {
        this.shape = shape;
        this.random = new SplitMix64(shape.seed());
        this.orders = new FlowOrders(shape.prefill() + shape.commands());
        this.books = new FlowBook[shape.symbols()];
        this.cumulativeWeight = new int[shape.symbols()];
        this.flow = new OrderFlow(shape);
        int total = 0;
        for (int i = 0; i < books.length; i++) {
            books[i] = new FlowBook(orders, shape.livePerSymbol());
            total += 1_000_000 / (i + 1);
            cumulativeWeight[i] = total;
        }
    }

    OrderFlow make() {
        for (int k = 0; k < shape.prefill(); k++) newOrder(k % shape.symbols());
        for (int i = 0; i < shape.commands(); i++) command();
        flow.close(ids, new FlowAnswer(orders.trades, orders.quantity, orders.hash));
        return flow;
    }

    private void command() {
        int symbol = symbol();
        FlowBook book = books[symbol];
        if ((book.counter++ & 255) == 0) drift(book);
        int r = random.below(100);
        boolean wantsNew = r < 45;
        boolean wantsCancel = !wantsNew && r < 85;
        if (wantsNew && book.liveCount() * 10L > shape.livePerSymbol() * 11L) cancel(symbol);
        else if (wantsCancel && book.liveCount() * 10L < shape.livePerSymbol() * 9L) newOrder(symbol);
        else if (wantsNew) newOrder(symbol);
        else if (wantsCancel) cancel(symbol);
        else if (r < 93) immediate(symbol);
        else if (r < 98) amend(symbol);
        else market(symbol);
    }

    private int symbol() {
        if (books.length == 1) return 0;
        int draw = random.below(cumulativeWeight[books.length - 1]);
        int low = 0;
        int high = books.length - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (cumulativeWeight[middle] > draw) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void drift(FlowBook book) {
        int mid = book.mid + random.below(3) - 1;
        book.mid = Math.max(BASE_TICKS - MAX_DRIFT, Math.min(BASE_TICKS + MAX_DRIFT, mid));
    }

    private void newOrder(int symbol) {
        FlowBook book = books[symbol];
        boolean sells = random.below(2) == 1;
        int price = passivePrice(book, sells);
        int quantity = 1 + random.below(100);
        int owner = 1 + random.below(1_000);
        int id = ++ids;
        orders.price[id] = price;
        orders.open[id] = quantity;
        orders.owner[id] = (short) owner;
        orders.sells[id] = sells;
        book.rest(id);
        flow.add(OrderFlow.NEW, symbol, sells, id, owner, price, quantity, quantity);
    }

    private void cancel(int symbol) {
        FlowBook book = books[symbol];
        int id = book.live(random.below(book.liveCount()));
        record(OrderFlow.CANCEL, symbol, id, orders.price[id], orders.open[id], 0);
        book.cancel(id);
    }

    private void immediate(int symbol) {
        FlowBook book = books[symbol];
        boolean sells = random.below(2) == 1;
        if (book.isEmpty(!sells)) {
            newOrder(symbol);
            return;
        }
        int owner = 1 + random.below(1_000);
        int quantity = 1 + random.below(40);
        int reach = random.below(5);
        int limit = book.best(!sells) + (sells ? -reach : reach);
        flow.add(OrderFlow.IOC, symbol, sells, ++ids, owner, limit, quantity, 0);
        book.take(sells, limit, quantity);
    }

    private void market(int symbol) {
        boolean sells = random.below(2) == 1;
        int owner = 1 + random.below(1_000);
        int quantity = 1 + random.below(80);
        int limit = sells ? 1 : Integer.MAX_VALUE;
        flow.add(OrderFlow.MARKET, symbol, sells, ++ids, owner, limit, quantity, 0);
        books[symbol].take(sells, limit, quantity);
    }

    private void amend(int symbol) {
        FlowBook book = books[symbol];
        int id = book.live(random.below(book.liveCount()));
        int open = orders.open[id];
        if (open > 1 && random.below(2) == 0) {
            int less = 1 + random.below(open - 1);
            orders.open[id] -= less;
            record(OrderFlow.REDUCE, symbol, id, orders.price[id], less, open - less);
            return;
        }
        boolean sells = orders.sells[id];
        int price = passivePrice(book, sells);
        if (price == orders.price[id]) price += sells ? 1 : -1;
        record(OrderFlow.MOVE, symbol, id, price, open, open);
        book.move(id, price);
    }

    private void record(int type, int symbol, int id, int price, int quantity, int remaining) {
        flow.add(type, symbol, orders.sells[id], id, orders.owner[id], price, quantity, remaining);
    }

    /** Away from the mid, and never where it would trade. */
    private int passivePrice(FlowBook book, boolean sells) {
        int distance = random.below(10) < 3
                ? random.below(500)
                : random.below(500) * random.below(500) * random.below(500) / 250_000;
        if (sells) {
            int price = book.mid + 1 + distance;
            return book.isEmpty(false) ? price : Math.max(price, book.best(false) + 1);
        }
        int price = book.mid - 1 - distance;
        return book.isEmpty(true) ? price : Math.min(price, book.best(true) - 1);
    }
}
