package io.rialto.feeds.queues;

import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.Side;
import java.util.List;
import java.util.Optional;

/**
 * Questions about books order by order.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Queues {
    private static final int ATTEMPTS = 10;

    private final Position position;
    private final QueueFeed feed;
    private final Books books;
    private final Changes changes;

    Queues(Position position, QueueFeed feed, Books books, Changes changes) {
        this.position = position;
        this.feed = feed;
        this.books = books;
        this.changes = changes;
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

    /**
     * All of them, in no order: for who keeps a book of his own and asks once. They are copied some at a time, so that the feeds never
     * wait for a long book, and what changed meanwhile is put in.
     */
    public QueuePage all(int instrument) {
        for (int attempt = 1; ; attempt++) {
            Optional<QueuePage> copied = new QueueCopy(position, feed, changes, instrument).taken();
            if (copied.isPresent()) return copied.get();
            if (attempt == ATTEMPTS) throw new IllegalStateException("the changes of a book were overwritten too fast");
        }
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
