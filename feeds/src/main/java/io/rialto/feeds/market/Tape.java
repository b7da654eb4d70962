package io.rialto.feeds.market;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions about the trades of instruments.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Tape {
    private final Position position;
    private final MarketFeed feed;

    Tape(Position position, MarketFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** The trade that made the last price; empty before the first. */
    public Optional<Trade> last(int instrument) {
        return position.read(sequence -> {
            TradeRing ring = feed.market(instrument).tape;
            return ring.isEmpty() ? Optional.empty() : Optional.of(ring.newest());
        });
    }

    /** The trade of that number; empty when it is no longer kept, or was none of that instrument. */
    public Optional<Trade> trade(int instrument, long number) {
        return position.read(sequence -> feed.market(instrument).tape.before(number + 1, 1).stream()
                .filter(each -> each.number() == number)
                .findFirst());
    }

    /** @param cursor {@link Page#NEWEST}, or the cursor of a page before */
    public TapePage trades(int instrument, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> page(feed.market(instrument).tape, cursor, limit, sequence));
    }

    private static TapePage page(TradeRing ring, long cursor, int limit, long sequence) {
        if (ring.isEmpty()) return new TapePage(List.of(), OptionalLong.empty(), OptionalLong.empty(), false, sequence);
        List<Trade> items = ring.before(cursor, limit);
        long oldest = ring.oldestNumber();
        boolean isEnd = items.isEmpty() || items.get(items.size() - 1).number() == oldest;
        OptionalLong next = isEnd
                ? OptionalLong.empty()
                : OptionalLong.of(items.get(items.size() - 1).number());
        return new TapePage(items, next, OptionalLong.of(oldest), ring.hasDropped(), sequence);
    }
}
