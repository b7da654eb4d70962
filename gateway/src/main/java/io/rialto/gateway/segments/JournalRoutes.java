package io.rialto.gateway.segments;

import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Books;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.BookSum;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.measures.Statistics;
import io.rialto.gateway.snapshots.SnapshotDesk;
import io.rialto.gateway.snapshots.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How history is kept, for who runs the venue. Waits for nothing: the feeds may be what is behind. */
public final class JournalRoutes implements RouteGroup {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Segments segments;
    private final Supplier<Keeping> keeping;
    private final SnapshotDesk snapshots;
    private final Measures measures;
    private final Markets markets;

    /** Of whom books are told. */
    public record Markets(Listings listings, Books books, Listed listed) {}

    /** The journal's files, oldest first. */
    public interface Segments {
        List<Path> list() throws IOException;
    }

    public JournalRoutes(
            Segments segments, Supplier<Keeping> keeping, SnapshotDesk snapshots, Measures measures, Markets markets) {
        this.segments = segments;
        this.keeping = keeping;
        this.snapshots = snapshots;
        this.measures = measures;
        this.markets = markets;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/journal", Scope.ADMIN, call -> Answer.ok(told()))
                .says("How the journal is written and kept, how long a start would take, and each book's checksum")
                .answers(200, Body.class);
    }

    /** @param bytes that the file takes, room for what is to come included */
    private record Segment(String name, long bytes, String writtenAt) {}

    /**
     * What was kept at once: since the start in all, and of a batch over the last minute.
     *
     * @param forceMicros how long it took to keep a batch, to the device where that is promised
     */
    private record Writing(
            long batches,
            long frames,
            long bytes,
            double batchFrames,
            double largestBatchFrames,
            double forceMicros,
            double longestForceMicros) {}

    /** @param framesSince that a start runs again from it on */
    private record Snapshot(long sequence, String time, String stateHash, long framesSince) {}

    /** @param framesPerSecond of the last start; null, with the estimate, where that had too little to do to tell */
    private record Start(long frames, long millis, Long framesPerSecond, Long nextMillis) {}

    /** @param checksum as the socket's book messages have it */
    private record BookAt(String symbol, long sequence, String checksum) {}

    private record Body(
            String promise,
            long sequence,
            long durableSequence,
            int epoch,
            List<Segment> segments,
            long bytes,
            Writing writing,
            Snapshot snapshot,
            Start start,
            List<BookAt> books) {}

    private Body told() {
        Keeping now = keeping.get();
        List<Segment> files = segments();
        return new Body(
                now.promise(),
                now.sequence(),
                now.durableSequence(),
                now.epoch(),
                files,
                files.stream().mapToLong(Segment::bytes).sum(),
                writing(),
                newest().map(taken -> snapshot(taken, now)).orElse(null),
                new Start(now.startFrames(), now.startMillis(), now.startFramesPerSecond(), now.nextStartMillis()),
                markets.listings.instruments().items().stream()
                        .map(each -> book(markets.listed.terms(each.number())))
                        .toList());
    }

    /** Oldest first; one that vanishes meanwhile has no bytes. */
    private List<Segment> segments() {
        try {
            return segments.list().stream().map(JournalRoutes::segment).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the journal's folder cannot be read", unreadable);
        }
    }

    private static Segment segment(Path file) {
        long millis = file.toFile().lastModified();
        return new Segment(file.getFileName().toString(), file.toFile().length(), Times.text(millis * NANOS_PER_MILLI));
    }

    private Writing writing() {
        List<Statistics> minute =
                measures.over(MINUTE, List.of(Measure.JOURNAL_BATCH_FRAMES, Measure.JOURNAL_COMMIT_LATENCY));
        Measures.Total frames = measures.total(Measure.JOURNAL_BATCH_FRAMES);
        return new Writing(
                frames.count().sum(),
                frames.sum().sum(),
                measures.total(Measure.JOURNAL_BATCH_BYTES).sum().sum(),
                minute.get(0).mean(),
                minute.get(0).max(),
                minute.get(1).p50(),
                minute.get(1).max());
    }

    private Optional<Taken> newest() {
        try {
            return snapshots.list().stream().findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of snapshots cannot be read", unreadable);
        }
    }

    private static Snapshot snapshot(Taken taken, Keeping now) {
        return new Snapshot(
                taken.sequence(),
                Times.text(taken.timeNanos()),
                String.format("%016x", taken.stateHash()),
                Math.max(0, now.sequence() - taken.sequence()));
    }

    private BookAt book(Terms terms) {
        Book book = markets.books.book(terms.instrument().number(), BookSum.LINES);
        return new BookAt(
                terms.instrument().symbol(),
                book.sequence(),
                Long.toString(BookSum.of(terms, book.bids(), book.asks())));
    }
}
