package io.rialto.feeds.prints;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Questions about the trades of instruments that stand: those that were busted are not told, corrections are in the place
 * of their originals.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Prints {
    /** How many trades are looked at before the feeds may go on. */
    private static final int SLICE = 16_384;

    private static final int TRIES = 3;

    private final Position position;
    private final PrintFeed feed;

    Prints(Position position, PrintFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** When a trade was made, or the one in whose place it stands; empty when it is no longer kept. */
    public OptionalLong timeNanos(int instrument, long trade) {
        return position.read(sequence -> {
            PrintLog log = feed.log(instrument);
            long index = log.find(trade);
            return index < 0 ? OptionalLong.empty() : OptionalLong.of(log.timeNanos(index));
        });
    }

    /** @param cursor {@link Page#NEWEST}, or the cursor of a page before */
    public AggregatedPage aggregated(int instrument, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> {
            PrintLog log = feed.log(instrument);
            List<AggregatedTrade> items = new ArrayList<>();
            long index = log.standingBefore(cursor == Page.NEWEST ? log.end() : log.firstNotBelow(cursor));
            while (index >= 0 && items.size() < limit) index = aggregate(log, index, items);
            OptionalLong next = index < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(items.get(items.size() - 1).firstTrade());
            return new AggregatedPage(items, log.priceGrain(), log.lotGrain(), next, sequence);
        });
    }

    /** Answers where the next one ends. */
    private static long aggregate(PrintLog log, long newest, List<AggregatedTrade> into) {
        long first = newest;
        long[] lots = new long[2];
        Wide.add(lots, 0, log.lots(newest));
        int fills = 1;
        long index = log.standingBefore(newest);
        for (; index >= 0 && log.isOneTaking(index, newest); index = log.standingBefore(index)) {
            Wide.add(lots, 0, log.lots(index));
            first = index;
            fills++;
        }
        into.add(new AggregatedTrade(
                log.number(first),
                log.number(newest),
                log.price(newest),
                Wide.value(lots, 0),
                fills,
                log.isTakerBuy(newest) ? Side.BUY : Side.SELL,
                log.timeNanos(newest),
                log.sequence(newest)));
        return index;
    }

    /**
     * The volume by price of trades in a span of time.
     *
     * @param from nanoseconds UTC
     * @param to behind the span
     * @param ticks whose prices are told as one, above zero
     */
    public VolumeProfile profile(int instrument, long from, long to, long ticks) {
        for (int i = 1; i < TRIES; i++) {
            ProfileSum sum = new ProfileSum(ticks);
            if (inSlices(instrument, from, to, sum)) return sum.profile();
        }
        ProfileSum sum = new ProfileSum(ticks);
        position.read(sequence -> {
            sum.begin(feed.log(instrument), from, to, sequence);
            sum.add(Integer.MAX_VALUE);
            return sum;
        });
        return sum.profile();
    }

    /** The feeds go on between the slices; false when what they read in between is about trades that were added up. */
    private boolean inSlices(int instrument, long from, long to, ProfileSum sum) {
        position.read(sequence -> {
            sum.begin(feed.log(instrument), from, to, sequence);
            return sum;
        });
        while (sum.hasMore()) {
            boolean isAsBefore = position.read(sequence -> sum.isAsBefore() && sum.add(SLICE));
            if (!isAsBefore) return false;
        }
        return true;
    }
}
