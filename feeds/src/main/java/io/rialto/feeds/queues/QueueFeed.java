package io.rialto.feeds.queues;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.Display;
import io.rialto.protocol.Side;
import java.util.Arrays;

/**
 * Keeps who stands where in line, as orders show themselves, and passes on what they show to another display.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #queues}.
 */
public final class QueueFeed implements Display {
    private final Display levels;
    private final Queues queues;
    private final ChangeWriter told;
    private Queue[] books = {};

    /**
     * @param levels shows the same by price
     * @param prices the best of them
     * @param told hears who stands where
     * @param changes where that is kept
     */
    public QueueFeed(Position position, Display levels, Books prices, ChangeWriter told, Changes changes) {
        this.levels = levels;
        this.told = told;
        queues = new Queues(position, this, prices, changes);
    }

    public Queues queues() {
        return queues;
    }

    @Override
    public void appears(int instrument, Side side, long priceTicks, long lots, boolean isChoosy) {
        levels.appears(instrument, side, priceTicks, lots, isChoosy);
    }

    @Override
    public void shrinks(int instrument, Side side, long priceTicks, long lots, boolean leaves) {
        levels.shrinks(instrument, side, priceTicks, lots, leaves);
    }

    @Override
    public void joins(long order, int instrument, Side side, long priceTicks, long lots) {
        tell(instrument, book(instrument).joins(order, side, priceTicks, lots));
    }

    @Override
    public void rejoins(long order, int instrument, Side side, long priceTicks, long lots) {
        tell(instrument, book(instrument).rejoins(order, side, priceTicks, lots));
    }

    @Override
    public void shows(long order, int instrument, long lots) {
        tell(instrument, book(instrument).shows(order, lots));
    }

    private void tell(int instrument, Queue.Shown shown) {
        told.queue(instrument, shown.side, shown.place, shown.priceTicks, shown.lots);
    }

    /** Null for one in which nothing ever rested. */
    Queue find(int instrument) {
        return instrument > 0 && instrument < books.length ? books[instrument] : null;
    }

    private Queue book(int instrument) {
        if (instrument >= books.length) books = Arrays.copyOf(books, instrument * 2);
        if (books[instrument] == null) books[instrument] = new Queue();
        return books[instrument];
    }
}
