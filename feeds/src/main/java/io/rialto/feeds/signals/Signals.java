package io.rialto.feeds.signals;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;

/**
 * Questions about signals.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Signals {
    private final Position position;
    private final SignalFeed feed;

    Signals(Position position, SignalFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /**
     * The newest first; the oldest of all are forgotten.
     *
     * @param instrument 0 for all
     * @param before only those with a smaller sequence
     */
    public Listing<Signal> newest(int instrument, long before, int limit) {
        return position.read(sequence -> new Listing<>(feed.newest(instrument, before, limit), sequence));
    }
}
