package io.rialto.feeds.margin;

import io.rialto.feeds.contracts.Funding;
import io.rialto.feeds.contracts.InsuranceEntry;
import io.rialto.feeds.contracts.Settlement;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.requirement.MarginTiers;

/**
 * Questions about margins and positions in contracts. Account 3 is the clearing account, account 4 the insurance fund.
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

    /** Nothing until a future is settled. */
    public Found<Settlement> settlement(int instrument) {
        return position.read(sequence -> feed.history()
                .settlement(instrument)
                .map(settlement -> Found.of(settlement, sequence))
                .orElseGet(() -> Found.nothing(false, sequence)));
    }

    /** The last movements of the insurance fund, the latest first. */
    public Listing<InsuranceEntry> insurance() {
        return position.read(sequence -> new Listing<>(feed.history().insurance(), sequence));
    }

    /** The last fundings of a perpetual, the latest first. */
    public Listing<Funding> fundings(int instrument) {
        return position.read(sequence -> new Listing<>(feed.history().fundings(instrument), sequence));
    }

    /** Of a contract. */
    public MarginTiers tiers(int instrument) {
        return position.read(sequence -> feed.tiers(instrument));
    }
}
