package io.rialto.feeds.auctions;

import io.rialto.feeds.position.Position;

/**
 * Questions about auctions.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Auctions {
    private final Position position;
    private final AuctionFeed feed;

    Auctions(Position position, AuctionFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** An instrument that never had one has neither call nor last. */
    public Auction auction(int instrument) {
        return position.read(sequence -> feed.auction(instrument).seenBy(sequence));
    }
}
