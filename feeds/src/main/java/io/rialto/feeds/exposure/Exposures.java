package io.rialto.feeds.exposure;

import io.rialto.feeds.position.Position;

/**
 * Questions about positions. Only instruments that keep them have any.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Exposures {
    private final Position position;
    private final ExposureFeed feed;

    Exposures(Position position, ExposureFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public AccountExposure of(int account) {
        return position.read(sequence -> new AccountExposure(account, feed.of(account), sequence));
    }
}
