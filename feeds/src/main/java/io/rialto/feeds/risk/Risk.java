package io.rialto.feeds.risk;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.AccountState;
import java.util.List;
import java.util.Optional;

/**
 * Questions about risk rules and what went beyond them.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Risk {
    private final Position position;
    private final RiskFeed feed;

    Risk(Position position, RiskFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** What an account may do. */
    public AccountState state(int account) {
        return position.read(sequence -> feed.state(account));
    }

    /** The last version of each that was not removed, in the order of their numbers. */
    public Listing<RiskRule> rules() {
        return position.read(sequence -> new Listing<>(feed.rules(), sequence));
    }

    /** The last version of one that was not removed. */
    public Optional<RiskRule> rule(int number) {
        return position.read(sequence ->
                feed.rules().stream().filter(rule -> rule.number() == number).findFirst());
    }

    /** Every version of one, oldest first, removed or not; none of one that never was. */
    public Listing<RiskRule> versions(int rule) {
        return position.read(sequence -> new Listing<>(feed.versions(rule), sequence));
    }

    /**
     * Breaches, newest first; the oldest of them are forgotten.
     *
     * @param account 0 for all
     * @param before only those with a smaller number
     */
    public Listing<RiskAlert> alerts(int account, long before, int limit) {
        return position.read(sequence -> {
            List<RiskAlert> found = feed.alerts(account, before, limit);
            return new Listing<>(found, sequence);
        });
    }
}
