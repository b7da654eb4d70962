package io.rialto.feeds.quotes;

import io.rialto.feeds.position.Position;

/**
 * Questions about market makers' quotes.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Quotes {
    private final Position position;
    private final QuoteFeed feed;

    Quotes(Position position, QuoteFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public AccountQuotes of(int account) {
        return position.read(sequence -> feed.of(account, sequence));
    }
}
