package io.rialto.feeds.notes;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.statements.Period;

/**
 * Questions about what clearing did.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class SettlementNotes {
    private final Position position;
    private final NoteFeed feed;

    SettlementNotes(Position position, NoteFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** An account's, oldest first. */
    public Listing<SettlementNote> of(int account, Period period) {
        return position.read(sequence -> new Listing<>(feed.of(account, period), sequence));
    }

    /** Whether none of the period was forgotten. */
    public boolean areWhole(int account, Period period) {
        return position.read(sequence -> feed.areWhole(account, period));
    }
}
