package io.rialto.feeds.protection;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import java.util.List;
import java.util.Optional;

/**
 * Questions about blocks, limits and waiting changes.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Protection {
    private final Position position;
    private final ProtectionFeed feed;

    Protection(Position position, ProtectionFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** All that stand. */
    public Listing<Block> blocks() {
        return position.read(sequence -> new Listing<>(List.copyOf(feed.blocks()), sequence));
    }

    /** All that are set for an account. */
    public Listing<Limit> limits(int account) {
        return position.read(sequence -> new Listing<>(feed.limits(account), sequence));
    }

    /** Oldest first, those that ended among them. */
    public Listing<Proposal> proposals() {
        return position.read(sequence -> new Listing<>(List.copyOf(feed.proposals()), sequence));
    }

    public Optional<Proposal> proposal(long number) {
        return position.read(sequence -> feed.proposal(number));
    }

    /** Oldest first, those that ended among them. */
    public Listing<ScheduledChange> scheduled(int instrument) {
        return position.read(sequence -> new Listing<>(feed.scheduled(instrument), sequence));
    }
}
