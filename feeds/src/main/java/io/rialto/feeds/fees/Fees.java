package io.rialto.feeds.fees;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import java.util.List;

/**
 * Questions about fee schedules.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Fees {
    private final Position position;
    private final FeeFeed feed;

    Fees(Position position, FeeFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** The latest version of each. */
    public Listing<FeeSchedule> schedules() {
        return position.read(sequence -> new Listing<>(feed.schedules(), sequence));
    }

    /** Every version of one, oldest first; none of one that was never set. */
    public Listing<FeeSchedule> versions(int schedule) {
        return position.read(sequence -> new Listing<>(feed.versions(schedule), sequence));
    }

    public Listing<FeeAssignment> assignments() {
        return position.read(sequence -> new Listing<>(feed.assignments(), sequence));
    }

    /** What the account pays in each of these markets. */
    public Listing<AccountFees> of(int account, List<Instrument> markets) {
        return position.read(sequence -> new Listing<>(
                markets.stream()
                        .map(market -> feed.of(account, market, position.timeNanos()))
                        .toList(),
                sequence));
    }
}
