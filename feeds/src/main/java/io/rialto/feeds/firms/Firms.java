package io.rialto.feeds.firms;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;

/**
 * Questions about firms.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Firms {
    private final Position position;
    private final FirmFeed feed;

    Firms(Position position, FirmFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** Those that bound something, in the order in which they were set first. */
    public Listing<CreditLimit> credit() {
        return position.read(sequence -> new Listing<>(feed.credit(), sequence));
    }
}
