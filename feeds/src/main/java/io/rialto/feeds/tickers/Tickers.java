package io.rialto.feeds.tickers;

import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.Grain;
import io.rialto.feeds.prints.PrintLog;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions about the last 24 hours of instruments, up to the line's time of the newest frame.
 *
 * <p>Threading: any thread, the one that writes too.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Tickers {
    private static final Grain NO_GRAIN = new Grain(1, 0, 1);

    private final Position position;
    private final TickerFeed feed;
    private final Books books;

    Tickers(Position position, TickerFeed feed, Books books) {
        this.position = position;
        this.feed = feed;
        this.books = books;
    }

    public Ticker ticker(int instrument) {
        return position.read(sequence -> {
            Book book = books.book(instrument, 1);
            Window window = feed.window(instrument);
            return window == null ? quiet(book, sequence) : ticker(window, book, sequence);
        });
    }

    private Ticker ticker(Window window, Book book, long sequence) {
        PrintLog log = window.log();
        return new Ticker(
                log.instrument(),
                log.priceGrain(),
                log.lotGrain(),
                last(log),
                window.open(),
                window.high(),
                window.low(),
                window.before(),
                window.volume(),
                window.quoteMinor(),
                window.trades(),
                best(book.bids()),
                best(book.asks()),
                window.fromNanos(feed.nowNanos()),
                feed.nowNanos(),
                window.changedSequence(),
                sequence);
    }

    private Ticker quiet(Book book, long sequence) {
        OptionalLong none = OptionalLong.empty();
        BigInteger zero = BigInteger.ZERO;
        long now = feed.nowNanos();
        return new Ticker(
                book.instrument(),
                NO_GRAIN,
                NO_GRAIN,
                Optional.empty(),
                none,
                none,
                none,
                none,
                zero,
                zero,
                0,
                best(book.bids()),
                best(book.asks()),
                now - Window.LENGTH,
                now,
                0,
                sequence);
    }

    private static Optional<Ticker.Last> last(PrintLog log) {
        long index = log.standingBefore(log.end());
        if (index < 0) return Optional.empty();
        return Optional.of(new Ticker.Last(
                log.number(index), log.price(index), log.lots(index), log.timeNanos(index), log.sequence(index)));
    }

    private static Optional<Level> best(List<Level> levels) {
        return levels.stream().findFirst();
    }
}
