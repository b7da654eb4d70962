package io.rialto.feeds.clearing;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import java.util.Optional;

/**
 * Questions about settlement.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Clearing {
    private final Position position;
    private final ClearingFeed feed;

    Clearing(Position position, ClearingFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** Open ones, by account, instrument and day. @param account 0 for all */
    public Listing<Obligation> obligations(int account) {
        return position.read(sequence -> new Listing<>(feed.obligations(account), sequence));
    }

    /** Settled days, the latest first; the oldest are forgotten. */
    public Listing<SettlementCycle> cycles() {
        return position.read(sequence -> new Listing<>(feed.cycles(), sequence));
    }

    /** Holidays of the settlement calendar, as days from 1970. */
    public Listing<Integer> holidays() {
        return position.read(sequence -> new Listing<>(feed.holidays(), sequence));
    }

    /** In force, by instrument; one without settles at once. */
    public Listing<SettlementTerms> terms() {
        return position.read(sequence -> new Listing<>(feed.terms(), sequence));
    }

    /** What became of a trade; empty when it stands. */
    public Optional<Bust> bust(long trade) {
        return position.read(sequence -> feed.bust(trade));
    }
}
