package io.rialto.feeds.queues;

import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.Side;
import java.util.List;

/**
 * Questions about books order by order.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Queues {
    private final Position position;
    private final QueueFeed feed;
    private final Books books;

    Queues(Position position, QueueFeed feed, Books books) {
        this.position = position;
        this.feed = feed;
        this.books = books;
    }

    /** @param limit orders of each side at the most */
    public QueuePage orders(int instrument, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> {
            Queue queue = feed.find(instrument);
            if (queue == null) return new QueuePage(List.of(), List.of(), true, sequence);
            Book book = books.book(instrument, limit); // each level has an order at least
            List<QueuedOrder> bids = best(queue, Side.BUY, book.bids(), limit);
            List<QueuedOrder> asks = best(queue, Side.SELL, book.asks(), limit);
            return new QueuePage(bids, asks, bids.size() + asks.size() == queue.size(), sequence);
        });
    }

    /** All of them, in no order. As many as there are: for who keeps a book of his own and asks once. */
    public QueuePage all(int instrument) {
        return position.read(sequence -> {
            Queue queue = feed.find(instrument);
            return queue == null
                    ? new QueuePage(List.of(), List.of(), true, sequence)
                    : new QueuePage(queue.all(Side.BUY), queue.all(Side.SELL), true, sequence);
        });
    }

    /** Only so many levels are looked at as hold that many orders. */
    private static List<QueuedOrder> best(Queue queue, Side side, List<Level> levels, int limit) {
        int orders = 0;
        for (Level level : levels) {
            orders += level.orders();
            if (orders >= limit) return queue.best(side, level.priceTicks(), limit);
        }
        return levels.isEmpty()
                ? List.of()
                : queue.best(side, levels.get(levels.size() - 1).priceTicks(), limit);
    }
}
