package io.rialto.feeds.margin;

import io.rialto.feeds.position.Position;
import io.rialto.feeds.requirement.MarginTiers;

/**
 * Questions about margins and positions in contracts. Account 3 is the clearing account.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Margins {
    private final Position position;
    private final MarginFeed feed;

    Margins(Position position, MarginFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public AccountMargin of(int account) {
        return position.read(sequence -> feed.of(account, sequence));
    }

    /** Of a contract. */
    public MarginTiers tiers(int instrument) {
        return position.read(sequence -> feed.tiers(instrument));
    }
}
