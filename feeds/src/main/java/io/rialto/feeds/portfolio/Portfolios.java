package io.rialto.feeds.portfolio;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.costs.PositionCosts;
import io.rialto.feeds.past.Grid;
import io.rialto.feeds.past.Past;
import io.rialto.feeds.position.Position;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;

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

    /** What trading made of an account, by instrument, told without working out what it is worth. Only to be read, and at once. */
    public void costs(int account, BiConsumer<Integer, PositionCosts> each) {
        position.read(sequence -> {
            feed.costs(account).forEach(each);
            return sequence;
        });
    }

    /**
     * How an account stood at some moments, and stands now.
     *
     * @param grid on which the moments are
     * @param moments ascending; those after now are left out
     */
    public Past past(int account, Grid grid, long... moments) {
        return position.read(sequence -> feed.past(account, grid, moments, position.timeNanos(), sequence));
    }

    /** What one unit of an instrument is valued at; empty while nobody knows. */
    public Optional<BigDecimal> mark(int instrument) {
        return position.read(sequence -> feed.mark(instrument));
    }
}
