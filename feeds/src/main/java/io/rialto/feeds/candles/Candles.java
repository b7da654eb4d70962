package io.rialto.feeds.candles;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.Grain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions about candles. An interval without trades has none, unless they are asked to be filled in.
 *
 * <p>Threading: any thread, the one that writes too.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Candles {
    private static final Grain NO_GRAIN = new Grain(1, 0, 1);

    private final Position position;
    private final CandleFeed feed;

    Candles(Position position, CandleFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /**
     * Those that open in a span of time: the first ones where it says when it begins, else the last ones.
     *
     * @param from nanoseconds UTC; empty for the newest
     * @param to behind the span; empty for all up to now
     * @param isFilled whether intervals without trades between the first candle and now are told with the close before
     */
    public CandlePage candles(
            int instrument, Interval interval, OptionalLong from, OptionalLong to, int limit, boolean isFilled) {
        Page.checkLimit(limit);
        return position.read(sequence -> {
            CandleBook book = feed.book(instrument);
            if (book == null) return nothing(sequence);
            CandleReading reading = new CandleReading(book, interval, feed.nowNanos());
            CandleSpan span = new CandleSpan(reading, interval, feed.nowNanos(), limit, isFilled);
            List<Candle> items = from.isPresent() ? span.first(from.getAsLong(), to) : span.last(to);
            return page(book, interval, items, span.next(), sequence);
        });
    }

    /** The newest candle that has trades, with the grains it is told in; its page is empty before the first trade. */
    public CandlePage newest(int instrument, Interval interval) {
        return candles(instrument, interval, OptionalLong.empty(), OptionalLong.empty(), 1, false);
    }

    /** When all candles of an instrument and interval are written one behind the other: equal histories give equal bytes. */
    public byte[] bytes(int instrument, Interval interval) {
        return position.read(sequence -> {
            CandleBook book = feed.book(instrument);
            if (book == null) return new byte[0];
            CandleReading reading = new CandleReading(book, interval, feed.nowNanos());
            int rows = (int) (reading.end() - reading.oldest());
            ByteBuffer bytes =
                    ByteBuffer.allocate(rows * CandleRows.COLUMNS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (long i = reading.oldest(); i < reading.end(); i++) {
                for (long number : reading.numbers(i)) bytes.putLong(number);
            }
            return bytes.array();
        });
    }

    private static CandlePage page(
            CandleBook book, Interval interval, List<Candle> items, OptionalLong next, long sequence) {
        long whole = book.rows(interval).wholeFromNanos();
        return new CandlePage(
                items,
                book.log().priceGrain(),
                book.log().lotGrain(),
                next,
                Optional.of(whole)
                        .filter(nanos -> nanos != Long.MIN_VALUE)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                book.log().missed() + book.uncorrected(),
                sequence);
    }

    private static CandlePage nothing(long sequence) {
        return new CandlePage(List.of(), NO_GRAIN, NO_GRAIN, OptionalLong.empty(), OptionalLong.empty(), 0, sequence);
    }
}
