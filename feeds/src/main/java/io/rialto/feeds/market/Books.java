package io.rialto.feeds.market;

import io.rialto.feeds.position.Position;

/**
 * Questions about the price levels of instruments. An instrument in which nothing ever rested has an empty book.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Books {
    private final Position position;
    private final MarketFeed feed;

    Books(Position position, MarketFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** @param levels of each side at the most, above zero */
    public Book book(int instrument, int levels) {
        if (levels < 1) throw new IllegalArgumentException("levels must be above zero: was " + levels);
        return position.read(sequence -> {
            InstrumentMarket market = feed.market(instrument);
            return new Book(
                    instrument,
                    market.bids.levels(levels),
                    market.asks.levels(levels),
                    market.changedSequence,
                    market.changedNanos,
                    sequence);
        });
    }
}
