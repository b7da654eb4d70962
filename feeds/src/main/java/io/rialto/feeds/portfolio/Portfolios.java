package io.rialto.feeds.portfolio;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.position.Position;

/**
 * Questions about what accounts are worth and gained.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Portfolios {
    private final Position position;
    private final PortfolioFeed feed;

    Portfolios(Position position, PortfolioFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public Portfolio of(int account, CostMethod method) {
        return position.read(sequence -> feed.of(account, method, position.timeNanos(), sequence));
    }
}
